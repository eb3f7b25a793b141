extension GuessedTable {
    /// Latitude and longitude, when both are there.
    func writePosition(to text: inout ProfileText) {
        guard columns.has(.latitude, .longitude) else { return }
        text.field("latitude", columns[.latitude])
        text.field("longitude", columns[.longitude])
    }

    /// A document within its country: numbers of two countries may be alike.
    var documentColumns: [String] {
        let codes = columns.values(.nationality).mostly { $0.utf8.count == 2 }
        return [codes ? columns[.nationality] : nil, columns[.document]].compactMap(\.self)
    }

    func writeCells(to text: inout ProfileText) {
        text.line("table cells")
        text.entity("cell", "c", key: columns[.cell], as: " as cell")
        text.field("name", columns[.name] ?? columns[.nativeName])
        writePosition(to: &text)
        text.field("azimuth", columns[.azimuth])
        text.field("beam", columns[.beam])
        if columns[.radius] == nil { text.unsure("no column says how far a cell reaches") }
        text.field("radius", columns[.radius])
    }

    func writeAccounts(to text: inout ProfileText) {
        text.line("table accounts")
        text.entity("account", "a", key: columns[.account], as: " as account")
        text.field("name", columns[.name])
        text.field("balance", columns[.balance])
    }

    func writeNotes(to text: inout ProfileText) {
        text.line("table notes")
        text.entity("report", "r", key: columns[.reference])
        text.field("name", columns[.reference])
        text.field("note", columns[.note])
        text.time("startDate", columns.day(.date))
        text.field("district", columns[.district])
        text.field("language", columns[.language])
        writePosition(to: &text)
        var links: [String] = []
        if text.entity("phone", "t", key: columns[.phone], as: " as phone") {
            links.append("link mentions from r to t")
        }
        if text.entity("plate", "v", key: columns[.plate], as: " as plate") {
            links.append("link mentions from r to v")
        }
        if let company = columns[.companyName] {
            text.line("entity company c")
            text.field("name", company)
            links.append("link mentions from r to c")
        }
        for link in links { text.line(link) }
    }

    func writeCompanies(to text: inout ProfileText) {
        var links = ["link companyNumber from c to n"]
        text.line("table companies")
        text.entity("companyNumber", "n", key: columns[.companyNumber], as: " as companyNumber")
        text.entity("company", "c", key: columns[.companyNumber])
        text.field("name", columns[.companyName] ?? columns[.name] ?? columns[.nativeName])
        if columns.has(.name, .nativeName) { text.field("alias", columns[.nativeName]) }
        text.field("kind", columns[.kind])
        text.time("registeredOn", columns.day(.registeredOn))
        text.field("district", columns[.district])
        writePosition(to: &text)
        func add(_ kind: String, _ alias: String, _ meaning: ColumnMeaning, _ link: String) {
            if text.entity(kind, alias, key: columns[meaning], as: " as \(kind)") { links.append(link) }
        }
        add("address", "a", .address, "link address from c to a")
        add("phone", "t", .phone, "link phone from c to t")
        for (meaning, alias) in [(ColumnMeaning.director, "director"), (.owner, "owner")] {
            guard let column = columns[meaning] else { continue }
            text.line("entity person \(alias)")
            text.field("name", column)
            links.append("link \(alias) from c to \(alias)")
        }
        if columns.has(.director) {
            add("document", "id", .directorDocument, "link document from director to id")
        }
        for link in links { text.line(link) }
    }

    func writePeople(to text: inout ProfileText) {
        text.line("table people")
        let hasPerson = writePerson(to: &text)
        if !hasPerson {
            text.line(
                "# unsure: nothing was recognised that Daybreak could take; a profile needs an entity or an event")
        }
    }

    /// A person with papers, phones and employer. Whether there is anything to say.
    @discardableResult
    func writePerson(to text: inout ProfileText) -> Bool {
        var links: [String] = []
        let names = [columns[.givenName], columns[.familyName]].compactMap(\.self)
        let hasName = columns.has(.name) || columns.has(.nativeName) || !names.isEmpty
        if hasName {
            text.line("entity person p")
            if let name = columns[.name] {
                text.field("name", name)
            } else if !names.isEmpty {
                text.field("name", joined: names, by: " ")
            }
            text.field(columns[.name] == nil && names.isEmpty ? "name" : "alias", columns[.nativeName])
            text.field("alias", columns[.alias])
            text.field("sex", columns[.sex])
            text.time("birthDate", columns.day(.birthDate))
            text.field("nationality", columns[.nationality])
            text.field("job", columns[.job])
            text.time("startDate", columns.day(.jobStart))
            text.field(
                "wage", joined: [columns[.wage], columns[.wage] == nil ? nil : columns[.currency]].compactMap(\.self),
                by: " ")
        }
        func add(_ kind: String, _ alias: String, _ columns: [String], _ property: String) {
            guard !columns.isEmpty else { return }
            text.entity(kind, alias, joined: columns, as: kind)
            if hasName { links.append("link \(property) from p to \(alias)") }
        }
        add("document", "d", columns.has(.document) ? documentColumns : [], "document")
        add("phone", "t", [columns[.phone]].compactMap(\.self), "phone")
        add("email", "e", [columns[.email]].compactMap(\.self), "email")
        add("address", "a", [columns[.address]].compactMap(\.self), "address")
        add("account", "b", [columns[.account]].compactMap(\.self), "account")
        if !columns.has(.checkpoint) { add("plate", "v", [columns[.plate]].compactMap(\.self), "plate") }
        add("companyNumber", "n", [columns[.employerNumber]].compactMap(\.self), "employer")
        for link in links { text.line(link) }
        return hasName || columns.has(.phone) || columns.has(.document) || columns.has(.plate) || columns.has(.email)
            || columns.has(.account)
    }
}
