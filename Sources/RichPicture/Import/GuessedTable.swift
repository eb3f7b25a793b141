/// The lines of a proposed profile, and which columns they use.
struct ProfileText {
    private(set) var lines: [String] = []
    private(set) var used: Set<String> = []

    /// Appends a line without a column.
    mutating func line(_ text: String) { lines.append(text) }

    /// Appends a remark about what is unsure.
    mutating func unsure(_ text: String?) {
        if let text { lines.append("    # unsure: \(text)") }
    }

    /// Appends `    name = column as type`; nothing when there is no column.
    mutating func field(_ name: String, _ column: String?, _ type: String = "") {
        guard let column else { return }
        line("    \(name) = \(reference(column))\(type)")
    }

    /// Appends a field made of several columns joined.
    mutating func field(_ name: String, joined columns: [String], by mark: String, _ type: String = "") {
        guard columns.count > 1 else { return field(name, columns.first, type) }
        used.formUnion(columns)
        line("    \(name) = \(columns.joined(separator: " & \"\(mark)\" & "))\(type)")
    }

    /// Appends an entity with a key; false when there is no column.
    @discardableResult
    mutating func entity(_ kind: String, _ alias: String, key: String?, as type: String = "") -> Bool {
        guard let key else { return false }
        line("entity \(kind) \(alias) key \(reference(key))\(type)")
        return true
    }

    /// Appends an entity whose key is made of several columns, such as a country and a number.
    mutating func entity(_ kind: String, _ alias: String, joined columns: [String], as type: String) {
        guard columns.count > 1 else {
            entity(kind, alias, key: columns.first, as: " as \(type)")
            return
        }
        used.formUnion(columns)
        line("entity \(kind) \(alias) key \(columns.joined(separator: " & \":\" & ")) as \(type)")
    }

    /// Appends a field that holds a time.
    mutating func time(_ name: String, _ time: (field: String, guess: TimeGuess)?) {
        guard let time else { return }
        unsure(time.guess.doubt)
        for column in time.field.components(separatedBy: " & \" \" & ") { used.insert(column) }
        let isJoined = time.field.contains(" & \" \" & ")
        line("    \(name) = \(isJoined ? time.field : Self.quoted(time.field)) as time \(time.guess.pattern)")
    }

    /// A column's name as a profile writes it; it counts as used.
    mutating func reference(_ column: String) -> String {
        used.insert(column)
        return Self.quoted(column)
    }

    private static func quoted(_ column: String) -> String {
        let needsQuotes = [" as ", " lang ", " when ", " key ", " is ", " & ", "(", "\"", "="].contains {
            column.contains($0)
        }
        return needsQuotes ? "\"\(column)\"" : column
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: mark) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}

/// Decides what kind of table it is, and writes its part of the profile.
struct GuessedTable {
    /// What was decided.
    struct Shape {
        var stream: StreamKind
        var hasTimes: Bool
    }

    let columns: GuessedColumns

    init(_ columns: GuessedColumns) { self.columns = columns }

    func write(to text: inout ProfileText) -> Shape {
        let hasStart = columns.start != nil
        if columns.has(.fromAccount, .toAccount, .amount), hasStart {
            writeTransfers(to: &text)
            return Shape(stream: .banking, hasTimes: true)
        }
        if columns.has(.caller, .called), hasStart {
            writeCalls(to: &text)
            return Shape(stream: .telephony, hasTimes: true)
        }
        if columns.has(.checkpoint), columns.has(.plate) || columns.has(.document), hasStart {
            writeSightings(to: &text)
            return Shape(stream: .checkpoint, hasTimes: true)
        }
        if columns.has(.cell, .latitude, .longitude) {
            writeCells(to: &text)
            return Shape(stream: .register, hasTimes: false)
        }
        if columns.has(.reference), columns.has(.note) {
            writeNotes(to: &text)
            return Shape(stream: .ngo, hasTimes: false)
        }
        if columns.has(.companyNumber), !columns.has(.birthDate), !columns.has(.document) {
            writeCompanies(to: &text)
            return Shape(stream: .register, hasTimes: false)
        }
        if columns.has(.account), !columns.has(.document) {
            writeAccounts(to: &text)
            return Shape(stream: .banking, hasTimes: false)
        }
        writePeople(to: &text)
        return Shape(
            stream: columns.has(.employerNumber) || columns.has(.job) ? .inspection : .partner, hasTimes: false)
    }

    // MARK: Events

    private func writeCalls(to text: inout ProfileText) {
        text.line("table calls")
        let kinds = callKinds(&text)
        writeCall("call", kinds.calls, to: &text)
        if !kinds.messages.isEmpty { writeCall("message", kinds.messages, to: &text) }
    }

    private func writeCall(_ kind: String, _ types: [String], to text: inout ProfileText) {
        var condition = ""
        if let column = columns[.callType], !types.isEmpty {
            condition = " when \(text.reference(column)) is \(types.joined(separator: "|"))"
        }
        text.line("event \(kind)\(condition)")
        text.field("from", columns[.caller], " as phone")
        text.field("to", columns[.called], " as phone")
        text.time("start", columns.start)
        if kind == "call", columns.day(.end) != nil {
            text.time("end", columns.day(.end))
        } else if kind == "call" {
            writeDuration(to: &text)
        }
        text.field("handset", columns[.handset], " as handset")
        text.field("sim", columns[.sim], " as sim")
        if columns[.cell] != nil { return text.field("place", columns[.cell], " as cell") }
        guard let area = columns[.areaCode], let cell = columns[.cellNumber] else { return }
        text.unsure(
            "the codes of country and network are missing; with them, write \"457-01-\" & \(area) & \"-\" & \(cell)")
        text.field("place", joined: [area, cell], by: "-", " as cell")
    }

    private func writeDuration(to text: inout ProfileText) {
        let values = columns.values(.duration)
        if values.areClocks { return text.field("duration", columns[.duration], " as clock") }
        let areAllGood = values.values.allSatisfy { Int($0).map { $0 >= 0 } ?? false }
        if !areAllGood { text.unsure("some durations are no number of seconds: those calls are taken without one") }
        text.field("duration", columns[.duration], areAllGood ? " as seconds" : " as seconds or nothing")
    }

    // Which values of the type are calls and which messages; both empty when the column tells neither.
    private func callKinds(_ text: inout ProfileText) -> (calls: [String], messages: [String]) {
        let types = columns.values(.callType).distinct.prefix(40)
        let calls = types.filter {
            Self.has($0, ["voice", "call", "moc", "mtc", "tel", "โทร", "ໂທ", "gọi", "thoại", "panggilan", "语音", "通话"])
        }
        let messages = types.filter {
            Self.has($0, ["sms", "mms", "message", "text", "ข้อความ", "ຂໍ້ຄວາມ", "tin nhắn", "pesan", "短信"])
        }
        let others = types.filter { !calls.contains($0) && !messages.contains($0) }
        if calls.isEmpty && messages.isEmpty { return ([], []) }
        if !others.isEmpty { text.unsure("rows of these types are left out: \(others.joined(separator: ", "))") }
        return (calls, messages.filter { !calls.contains($0) })
    }

    private static func has(_ text: String, _ words: [String]) -> Bool {
        words.contains { text.lowercased().contains($0) }
    }

    private func writeTransfers(to text: inout ProfileText) {
        text.line("table transfers")
        let sides: [(role: String, bank: ColumnMeaning, account: ColumnMeaning, name: ColumnMeaning)] = [
            ("from", .fromBank, .fromAccount, .fromName), ("to", .toBank, .toAccount, .toName),
        ]
        // An account number means something only within its bank.
        let keys = sides.map { [columns[$0.bank], columns[$0.account]].compactMap(\.self) }
        for (side, key) in zip(sides, keys) where columns[side.name] != nil {
            text.entity("account", side.role == "from" ? "payer" : "payee", joined: key, as: "account")
            text.field("name", columns[side.name])
        }
        text.line("event transfer")
        for (side, key) in zip(sides, keys) { text.field(side.role, joined: key, by: ":", " as account") }
        text.time("start", columns.start)
        text.field(
            "amount", columns[.amount], columns.values(.amount).haveDecimalComma ? " as money-comma" : " as money")
        if columns[.currency] == nil { text.unsure("no column names the currency") }
        text.field("currency", columns[.currency])
        text.field("note", columns[.note])
    }

    private func writeSightings(to text: inout ProfileText) {
        text.line("table sightings")
        text.entity("checkpoint", "c", key: columns[.checkpoint])
        text.field("name", columns[.checkpointName])
        writePosition(to: &text)
        if columns.has(.document) {
            writePerson(to: &text)
            text.line("event sighting")
            text.field("who", joined: documentColumns, by: ":", " as document")
        } else {
            text.line("event sighting")
            let plate = [columns[.plate], columns[.plateProvince]].compactMap(\.self)
            text.field("who", joined: plate, by: " ", " as plate")
        }
        text.field("place", columns[.checkpoint], " as checkpoint")
        text.time("start", columns.start)
        text.field("note", columns[.direction] ?? columns[.note])
    }
}
