extension GoAMLWriter {
    static func write(_ person: GoAMLPerson, as name: String, to xml: inout XMLWriter) {
        xml.element(name, evenEmpty: true) { write(fieldsOf: person, to: &$0) }
    }

    private static func write(fieldsOf person: GoAMLPerson, to xml: inout XMLWriter) {
        xml.element("gender", person.gender)
        xml.element("title", person.title)
        xml.element("first_name", person.firstName)
        xml.element("middle_name", person.middleName)
        xml.element("prefix", person.prefix)
        xml.element("last_name", person.lastName)
        xml.element("birthdate", moment(person.birthDate))
        xml.element("birth_place", person.birthPlace)
        xml.element("mothers_name", person.mothersName)
        xml.element("alias", person.alias)
        xml.element("ssn", person.nationalNumber)
        xml.element("passport_number", person.passportNumber)
        xml.element("passport_country", person.passportCountry)
        xml.element("id_number", person.idNumber)
        for (number, country) in zip(1...3, person.nationalities) { xml.element("nationality\(number)", country) }
        xml.element("residence", person.residence)
        write(person.phones, to: &xml)
        write(person.addresses, to: &xml)
        write(emails: person.emails, to: &xml)
        xml.element("occupation", person.occupation)
        xml.element("employer_name", person.employer)
        xml.element("identifications") { xml in
            for document in person.documents { write(document, to: &xml) }
        }
        xml.element("tax_number", person.taxNumber)
        xml.element("comments", person.comments)
    }

    static func write(_ entity: GoAMLEntity, as name: String, to xml: inout XMLWriter) {
        xml.element(name, evenEmpty: true) { xml in
            xml.element("name", entity.name)
            xml.element("commercial_name", entity.commercialName)
            xml.element("incorporation_legal_form", entity.legalForm)
            xml.element("incorporation_number", entity.registrationNumber)
            xml.element("business", entity.business)
            write(entity.phones, to: &xml)
            write(entity.addresses, to: &xml)
            write(emails: entity.emails, to: &xml)
            xml.element("url", entity.url)
            xml.element("incorporation_state", entity.state)
            xml.element("incorporation_country_code", entity.country)
            xml.element("related_persons") { xml in
                for director in entity.directors { write(director, as: "entity_related_person", to: &xml) }
            }
            xml.element("incorporation_date", moment(entity.registrationDate))
            xml.element("tax_number", entity.taxNumber)
            xml.element("comments", entity.comments)
        }
    }

    static func write(_ account: GoAMLAccount, as name: String, to xml: inout XMLWriter) {
        xml.element(name, evenEmpty: true) { xml in
            xml.element("institution_name", account.institutionName)
            xml.element("institution_code", account.institutionCode)
            xml.element("swift", account.swift)
            xml.element("branch", account.branch)
            xml.element("account", account.number)
            xml.element("currency_code", account.currency)
            xml.element("account_name", account.name)
            xml.element("iban", account.iban)
            xml.element("client_number", account.clientNumber)
            xml.element("personal_account_type", account.type)
            if let entity = account.entity { write(entity, as: "t_entity", to: &xml) }
            for signatory in account.signatories { write(signatory, as: "signatory", to: &xml) }
            xml.element("opened", moment(account.opened))
            xml.element("closed", moment(account.closed))
            xml.element("balance", account.balance?.number() ?? "")
            xml.element("status_code", account.status)
            xml.element("beneficiary", account.beneficiary)
            xml.element("comments", account.comments)
        }
    }

    static func write(_ address: GoAMLAddress, as name: String, to xml: inout XMLWriter) {
        xml.element(name, evenEmpty: true) { xml in
            xml.element("address_type", address.type)
            xml.element("address", address.address)
            xml.element("town", address.town)
            xml.element("city", address.city)
            xml.element("zip", address.zip)
            xml.element("country_code", address.country)
            xml.element("state", address.state)
            xml.element("comments", address.comments)
        }
    }

    private static func write(_ relation: GoAMLRelation, as name: String, to xml: inout XMLWriter) {
        xml.element(name) { xml in
            if relation.isPrimary { xml.element("is_primary", "true") }
            write(relation.person, as: "t_person", to: &xml)
            xml.element("role", relation.role)
        }
    }

    private static func write(_ phones: [GoAMLPhone], to xml: inout XMLWriter) {
        xml.element("phones") { xml in
            for phone in phones {
                xml.element("phone", evenEmpty: true) { xml in
                    xml.element("tph_contact_type", phone.contactType)
                    xml.element("tph_communication_type", phone.communicationType)
                    xml.element("tph_country_prefix", phone.countryPrefix)
                    xml.element("tph_number", phone.number)
                    xml.element("tph_extension", phone.extension)
                }
            }
        }
    }

    private static func write(_ addresses: [GoAMLAddress], to xml: inout XMLWriter) {
        xml.element("addresses") { xml in
            for address in addresses { write(address, as: "address", to: &xml) }
        }
    }

    private static func write(emails: [String], to xml: inout XMLWriter) {
        xml.element("emails") { xml in
            for email in emails { xml.element("email", email) }
        }
    }

    private static func write(_ document: GoAMLDocument, to xml: inout XMLWriter) {
        xml.element("identification", evenEmpty: true) { xml in
            xml.element("type", document.type)
            xml.element("number", document.number)
            xml.element("issue_date", moment(document.issued))
            xml.element("expiry_date", moment(document.expires))
            xml.element("issued_by", document.issuer)
            xml.element("issue_country", document.country)
        }
    }
}
