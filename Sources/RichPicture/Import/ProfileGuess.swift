extension Profile {
    /// Proposes a profile for a table that nobody has described: its text, with a comment wherever the guess is unsure.
    ///
    /// Column names are known in the region's languages; where they say nothing, the values speak.
    ///
    /// - Parameters:
    ///   - header: the names of the columns.
    ///   - rows: the first rows.
    ///   - name: what to call it.
    ///   - encoding: the text encoding to state, when it was only guessed.
    public static func guess(
        header: [String], rows: [[String]], name: String = "guessed", encoding: String? = nil
    ) -> String {
        let table = GuessedColumns(header: header, rows: rows)
        var text = ProfileText()
        let shape = GuessedTable(table).write(to: &text)
        let country = table.country
        let zone = table.hasOwnZone ? "UTC" : country.flatMap { Region.zones[$0] } ?? "UTC"
        var head = [
            "# Proposed by \"daybreak profile guess\" from \(rows.count) rows: read it through before you use it."
        ]
        head.append("profile: \(slug(name))")
        head.append("title: \(name), as guessed")
        head.append("stream: \(shape.stream.rawValue)")
        if country == nil, !table.hasOwnZone, shape.hasTimes {
            head.append(
                "# unsure: no country was recognised; the zone of the times, and the country of national numbers")
        }
        head.append("zone: \(zone)")
        if let country { head.append("country: \(country)") }
        if let encoding { head.append("encoding: \(encoding)") }
        let unused = header.filter { !$0.isEmpty && !text.used.contains($0) }
        let tail = unused.isEmpty ? [] : ["# not used: \(unused.joined(separator: ", "))"]
        return (head + [""] + text.lines + tail).joined(separator: "\n") + "\n"
    }

    private static func slug(_ name: String) -> String {
        let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
        let slug = letters.split(separator: "-").joined(separator: "-")
        return slug.isEmpty ? "guessed" : slug
    }
}

/// The columns of an unknown table with what each seems to be.
struct GuessedColumns {
    let header: [String]
    private let values: [ColumnValues]
    private let rows: [[String]]
    private var meanings: [ColumnMeaning: Int] = [:]

    init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
        values = header.indices.map { column in ColumnValues(rows.lazy.map { column < $0.count ? $0[column] : "" }) }
        for column in header.indices where !header[column].isEmpty {
            guard let meaning = ColumnMeaning.named(header[column]), meanings[meaning] == nil else { continue }
            meanings[meaning] = column
        }
        guessByValues()
        settleTimes()
        settleEnds()
    }

    /// The name of the column that means something; `nil` when there is none.
    subscript(_ meaning: ColumnMeaning) -> String? { meanings[meaning].map { header[$0] } }

    /// The values of the column that means something.
    func values(_ meaning: ColumnMeaning) -> ColumnValues { meanings[meaning].map { values[$0] } ?? ColumnValues([]) }

    func has(_ meanings: ColumnMeaning...) -> Bool { meanings.allSatisfy { self.meanings[$0] != nil } }

    // MARK: Values

    // Columns whose name says nothing.
    private mutating func guessByValues() {
        for column in header.indices where !header[column].isEmpty && !meanings.values.contains(column) {
            guard let meaning = Self.looks(values[column], not: Set(meanings.keys)) else { continue }
            meanings[meaning] = column
        }
    }

    private static func looks(_ values: ColumnValues, not taken: Set<ColumnMeaning>) -> ColumnMeaning? {
        func free(_ meanings: ColumnMeaning...) -> ColumnMeaning? { meanings.first { !taken.contains($0) } }
        if values.areSIMs { return free(.sim) }
        if values.areHandsets { return free(.handset) }
        if values.areCurrencies { return free(.currency) }
        if !values.areWhole, TimeGuess(values) != nil { return free(.start, .end) }
        if values.arePhones {
            return taken.contains(.from) || taken.contains(.called) ? free(.phone) : free(.caller, .called, .phone)
        }
        if values.areAmounts { return nil }
        return values.areNames ? free(.name) : nil
    }

    // `time` may hold the whole time, `start` only the clock's.
    private mutating func settleTimes() {
        if let clock = meanings[.clock], meanings[.start] == nil, meanings[.date] == nil || !values[clock].areClocks,
            TimeGuess(values[clock]) != nil, !values[clock].areClocks
        {
            meanings[.start] = clock
            meanings[.clock] = nil
        }
        if let start = meanings[.start], values[start].areClocks, meanings[.clock] == nil, meanings[.date] != nil {
            meanings[.clock] = start
            meanings[.start] = nil
        }
    }

    // `from` and `to` are accounts where money moves, and phones elsewhere.
    private mutating func settleEnds() {
        let isMoney = meanings[.amount] != nil && meanings[.duration] == nil && meanings[.cell] == nil
        let ends: [(ColumnMeaning, ColumnMeaning)] =
            isMoney
            ? [(.from, .fromAccount), (.to, .toAccount)] : [(.from, .caller), (.to, .called)]
        for (general, special) in ends where meanings[special] == nil { meanings[special] = meanings[general] }
        // In a table of calls `type` says what kind of call it was.
        if meanings[.caller] != nil, meanings[.called] != nil, meanings[.callType] == nil {
            meanings[.callType] = meanings[.kind]
        }
    }

    // MARK: Time and country

    /// How the table writes the time of an event: the field and its pattern.
    var start: (field: String, guess: TimeGuess)? {
        if let column = meanings[.start], let guess = TimeGuess(values[column]) { return (header[column], guess) }
        if let date = meanings[.date], let clock = meanings[.clock] {
            let joined = ColumnValues(
                rows.lazy.map { row in
                    date < row.count && clock < row.count && !row[date].isEmpty ? "\(row[date]) \(row[clock])" : ""
                })
            if let guess = TimeGuess(joined) { return ("\(header[date]) & \" \" & \(header[clock])", guess) }
        }
        return day(.date)
    }

    /// A column of days.
    func day(_ meaning: ColumnMeaning) -> (field: String, guess: TimeGuess)? {
        guard let column = meanings[meaning], !values[column].areWhole || meaning == .start,
            let guess = TimeGuess(values[column])
        else { return nil }
        return (header[column], guess)
    }

    /// Whether the times state their zone.
    var hasOwnZone: Bool { start?.guess.hasZone ?? false }

    /// The country of national numbers, as the values tell it.
    var country: String? {
        let sims = values(.sim).values.compactMap { Region.mobile[String($0.prefix(3))] }
        let cells = values(.cell).values.compactMap { Region.mobile[String($0.prefix(3))] }
        if let country = sims.first ?? cells.first(where: { _ in values(.cell).mostly { $0.contains("-") } }) {
            return country
        }
        let phones = [.caller, .called, .phone].flatMap { values($0).values }
        if let country = Region.dialled(phones) { return country }
        if let country = values(.currency).distinct.first.flatMap({ Region.currencies[$0] }) { return country }
        return Region.written(header) ?? Region.written(rows.prefix(500).flatMap { $0 })
    }
}
