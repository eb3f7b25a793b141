/// The element names of goAML 4.x and 5.0 that carry what we read, or that we pass over knowingly.
enum GoAMLNames {
    /// All of them: anything else is counted as unknown.
    static let known: Set<String> = Set(report + transaction + party + person + entity + account + lists)

    private static let report = [
        "report", "rentity_id", "rentity_branch", "submission_code", "report_code", "entity_reference",
        "fiu_ref_number",
        "submission_date", "currency_code_local", "reporting_person", "location", "reason", "action",
        "report_indicators",
        "indicator", "activity", "report_parties", "report_party",
    ]
    private static let transaction = [
        "transaction", "transactionnumber", "internal_ref_number", "transaction_location", "transaction_description",
        "date_transaction", "teller", "authorized", "late_deposit", "date_posting", "value_date", "transaction_type",
        "transmode_code", "transmode_comment", "amount_local", "transaction_is_suspicious", "involved_parties",
        "comments",
    ]
    private static let party =
        ["from", "to"].flatMap { side in
            ["funds_code", "funds_comment", "foreign_currency", "country", "person", "account", "entity"].map {
                "\(side)_\($0)"
            }
                + ["person", "account", "entity"].map { "\(side)_\($0)_my_client" } + [
                    "t_\(side)", "t_\(side)_my_client",
                ]
        } + [
            "party", "t_party", "role", "funds_code", "funds_comment", "foreign_currency", "country", "person",
            "account", "entity",
            "person_my_client", "account_my_client", "entity_my_client", "t_conductor", "conductor",
            "foreign_currency_code",
            "foreign_amount", "foreign_exchange_rate", "significance", "conductor_is_suspected", "is_suspected",
        ]
    private static let person = [
        "t_person", "gender", "title", "first_name", "middle_name", "prefix", "last_name", "birthdate", "birth_place",
        "mothers_name", "alias", "ssn", "passport_number", "passport_country", "id_number", "nationality1",
        "nationality2",
        "nationality3", "residence", "occupation", "employer_name", "identification", "type", "number", "issue_date",
        "expiry_date", "issued_by", "issue_country", "tax_number", "deceased",
    ]
    private static let entity = [
        "t_entity", "name", "commercial_name", "incorporation_legal_form", "incorporation_number", "business", "url",
        "incorporation_state", "incorporation_country_code", "incorporation_date", "director_id", "director",
    ]
    private static let account = [
        "institution_name", "institution_code", "swift", "non_bank_institution", "branch", "currency_code",
        "account_name",
        "iban", "client_number", "personal_account_type", "account_type", "signatory", "is_primary", "opened", "closed",
        "balance", "date_balance", "status_code", "beneficiary", "account_related_person", "account_related_entity",
        "entity_related_person",
    ]
    private static let lists = [
        "phones", "phone", "tph_contact_type", "tph_communication_type", "tph_country_prefix", "tph_number",
        "tph_extension",
        "addresses", "address", "address_type", "town", "city", "zip", "country_code", "state", "emails", "email",
        "identifications", "related_persons", "related_entities",
    ]
}
