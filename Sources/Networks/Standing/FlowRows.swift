/// The rows of a small table: fields parted by commas, semicolons, tabs or blanks, quoted or not.
struct FlowRows {
    /// A row that is neither empty nor a comment.
    struct Row {
        var line: Int
        var fields: [String]
    }

    let rows: [Row]

    init(_ text: String) {
        var rows: [Row] = []
        var separator: Character?
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (number, line) in lines.enumerated() {
            var line = line
            if number == 0, line.first == "\u{FEFF}" { line = line.dropFirst() }
            guard let first = line.first(where: { !$0.isWhitespace }), first != "#", first != "%" else { continue }
            separator = separator ?? [",", ";", "\t"].first { line.contains($0) }
            rows.append(Row(line: number + 1, fields: Self.fields(line, separator)))
        }
        self.rows = rows
    }

    private static func fields(_ line: Substring, _ separator: Character?) -> [String] {
        guard let separator else { return line.split { $0 == " " || $0 == "\t" }.map { String($0) } }
        var fields: [String] = []
        var (field, isQuoted) = ("", false)
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                fields.append(trimmed(field))
                field = ""
            } else {
                field.append(character)
            }
        }
        return fields + [trimmed(field)]
    }

    private static func trimmed(_ field: String) -> String {
        guard let first = field.firstIndex(where: { !$0.isWhitespace }),
            let last = field.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(field[first...last])
    }
}

/// Amounts written with decimals, kept whole: every amount of a column is multiplied by the same power of ten.
struct FlowAmounts {
    private var texts: [Double?] = []
    private var decimals = 0

    /// Adds an amount; false when the text is no number from zero on. Nothing, `-`, `inf` and the like mean: no limit.
    mutating func add(_ text: String) -> Bool {
        if ["", "-", "inf", "infinity", "none", "na", "nan"].contains(text.lowercased()) {
            texts.append(nil)
            return true
        }
        guard let value = Double(text), value >= 0, value.isFinite, value < 9e15 else { return false }
        if value != value.rounded(.towardZero), let point = text.firstIndex(of: ".") {
            decimals = max(decimals, min(6, text.distance(from: point, to: text.endIndex) - 1))
        }
        texts.append(value)
        return true
    }

    /// What the amounts are multiplied by.
    var scale: Int { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }

    /// The amounts; nil where there is no limit.
    var whole: [Int?] { texts.map { $0.map { Int(($0 * Double(scale)).rounded()) } } }
}
