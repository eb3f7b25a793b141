extension GoAMLNodes {
    mutating func person(_ node: XMLNode) -> GoAMLPerson {
        var person = GoAMLPerson()
        person.line = node.line
        person.gender = node.text("gender")
        person.title = node.text("title")
        person.firstName = node.text("first_name")
        person.middleName = node.text("middle_name")
        person.prefix = node.text("prefix")
        person.lastName = node.text("last_name")
        person.birthDate = date(node, "birthdate")
        person.birthPlace = node.text("birth_place")
        person.mothersName = node.text("mothers_name")
        person.alias = node.text("alias")
        person.nationalNumber = node.text("ssn")
        person.passportNumber = node.text("passport_number")
        person.passportCountry = node.text("passport_country")
        person.idNumber = node.text("id_number")
        person.nationalities = (1...3).map { node.text("nationality\($0)") }.filter { !$0.isEmpty }
        person.residence = node.text("residence")
        person.phones = phones(node)
        person.addresses = addresses(node)
        person.emails = emails(node)
        person.occupation = node.text("occupation")
        person.employer = node.text("employer_name")
        person.documents = (node.all("identification") + inner(node, "identifications")).map { document($0) }
        person.taxNumber = node.text("tax_number")
        person.comments = node.text("comments")
        return person
    }

    mutating func entity(_ node: XMLNode) -> GoAMLEntity {
        var entity = GoAMLEntity()
        entity.line = node.line
        entity.name = node.text("name")
        entity.commercialName = node.text("commercial_name")
        entity.legalForm = node.text("incorporation_legal_form")
        entity.registrationNumber = node.text("incorporation_number")
        entity.business = node.text("business")
        entity.phones = phones(node)
        entity.addresses = addresses(node)
        entity.emails = emails(node)
        entity.url = node.text("url")
        entity.state = node.text("incorporation_state")
        entity.country = node.text("incorporation_country_code")
        entity.registrationDate = date(node, "incorporation_date")
        // 4.x: director_id is the person and holds the role. 5.0: related_persons hold person and role.
        entity.directors = (node.all("director_id") + node.all("director") + inner(node, "related_persons")).map {
            relation($0)
        }
        entity.taxNumber = node.text("tax_number")
        entity.comments = node.text("comments")
        return entity
    }

    mutating func account(_ node: XMLNode) -> GoAMLAccount {
        var account = GoAMLAccount()
        account.line = node.line
        account.institutionName = node.text("institution_name")
        account.institutionCode = node.text("institution_code")
        account.swift = node.text("swift")
        account.branch = node.text("branch")
        account.number = node.text("account")
        account.currency = node.text("currency_code")
        account.name = node.text("account_name")
        account.iban = node.text("iban")
        account.clientNumber = node.text("client_number")
        account.type =
            node.text("personal_account_type").isEmpty ? node.text("account_type") : node.text("personal_account_type")
        let holder = node.at("t_entity") ?? inner(node, "related_entities").first?.at("t_entity")
        account.entity = holder.map { entity($0) }
        account.signatories = (node.all("signatory") + inner(node, "related_persons")).map { relation($0) }
        account.opened = date(node, "opened")
        account.closed = date(node, "closed")
        account.balance = balance(node, currency: account.currency)
        account.status = node.text("status_code")
        account.beneficiary = node.text("beneficiary")
        account.comments = node.text("comments")
        return account
    }

    private mutating func balance(_ node: XMLNode, currency: String) -> Money? {
        guard let balance = node.at("balance"), !balance.text.isEmpty else { return nil }
        let isNegative = balance.text.hasPrefix("-")
        let code = currency.isEmpty ? self.currency : currency
        guard let amount = Money(digits: balance.text.utf8.dropFirst(isNegative ? 1 : 0), mark: 0x2E, currency: code)
        else {
            problems.append(GoAMLProblem.badForeignAmount(balance.text).at(balance))
            return nil
        }
        return isNegative ? amount.negated : amount
    }

    private mutating func relation(_ node: XMLNode) -> GoAMLRelation {
        GoAMLRelation(
            person: person(node.at("t_person") ?? node), role: node.text("role"),
            isPrimary: Self.bool(node.text("is_primary")) ?? false)
    }

    private func phones(_ node: XMLNode) -> [GoAMLPhone] {
        (inner(node, "phones") + node.all("phone")).map { node in
            var phone = GoAMLPhone()
            phone.contactType = node.text("tph_contact_type")
            phone.communicationType = node.text("tph_communication_type")
            phone.countryPrefix = node.text("tph_country_prefix")
            phone.number = node.text("tph_number")
            phone.extension = node.text("tph_extension")
            return phone
        }
    }

    private func addresses(_ node: XMLNode) -> [GoAMLAddress] {
        // An address holds an element of its own name: the street.
        inner(node, "addresses").map(address)
    }

    /// An address element's fields.
    func address(_ node: XMLNode) -> GoAMLAddress {
        var address = GoAMLAddress()
        address.type = node.text("address_type")
        address.address = node.text("address")
        address.town = node.text("town")
        address.city = node.text("city")
        address.zip = node.text("zip")
        address.country = node.text("country_code")
        address.state = node.text("state")
        address.comments = node.text("comments")
        return address
    }

    private mutating func document(_ node: XMLNode) -> GoAMLDocument {
        var document = GoAMLDocument()
        document.type = node.text("type")
        document.number = node.text("number")
        document.issued = date(node, "issue_date")
        document.expires = date(node, "expiry_date")
        document.issuer = node.text("issued_by")
        document.country = node.text("issue_country")
        return document
    }

    private func emails(_ node: XMLNode) -> [String] {
        (node.all("email") + inner(node, "emails")).map(\.text).filter { !$0.isEmpty }
    }

    /// The elements within a list element.
    private func inner(_ node: XMLNode, _ list: String) -> [XMLNode] {
        node.all(list).flatMap(\.children)
    }
}
