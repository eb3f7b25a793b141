/// What a look at the beginning of a table tells: what parts its fields, whether it has a heading, whether it is a matrix.
public struct TableShape: Sendable, Equatable {
    /// The byte between fields: `,` `;` `|`, a tab or a blank (of which several count as one).
    public var separator: UInt8
    /// The headings; nil when the first row is one like the others.
    public var heading: [String]?
    /// How many columns the first row has.
    public var columns: Int
    /// Whether it is an adjacency matrix: a heading of names, and the same names at the beginning of the rows.
    public var isMatrix: Bool

    /// Words that stand in headings, as `plain` writes them: a row that has one is a heading.
    private static let words: Set<String> = Set(
        (WantedColumn.fromGuesses + WantedColumn.toGuesses + WantedColumn.timeGuesses + WantedColumn.amountGuesses).map(
            plain)
    )
    .subtracting(["a", "b", "u", "v"])
    .union([
        "id", "weight", "entity", "ent", "cell", "place", "tower", "dur", "duration", "account", "device", "type",
        "node",
    ])

    /// Looks at the first lines.
    ///
    /// - Parameters:
    ///   - text: the beginning of the table, without a mark of byte order, comments taken off; whole lines, as far as it goes.
    ///   - given: the headings that somebody typed: where one of them stands in the first row, that row is a heading.
    init(_ text: UnsafeBufferPointer<UInt8>, given: [String]) {
        let lines = Self.lines(text, atMost: 24)
        separator = Self.separator(of: lines)
        let rows = lines.map { [separator] line in Self.fields(line, separator) }
        let first = rows.first ?? []
        columns = first.count
        isMatrix = Self.isMatrix(rows)
        let isHeading = isMatrix || Self.isHeading(first, rows.dropFirst().first, given)
        heading = isHeading ? first : nil
    }

    /// A heading without what does not matter in it.
    static func plain(_ heading: String) -> String {
        heading.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    // MARK: Looking

    private static func lines(_ text: UnsafeBufferPointer<UInt8>, atMost most: Int) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == 0x0A, !isQuoted else {
                line.append(byte)
                continue
            }
            if line.last == 0x0D { line.removeLast() }
            if !line.isEmpty { lines.append(line) }
            if lines.count == most { return lines }
            line = []
        }
        if line.last == 0x0D { line.removeLast() }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The separator that parts every line into the same number of fields, at least two; else the one that parts most lines.
    private static func separator(of lines: [[UInt8]]) -> UInt8 {
        var best: (separator: UInt8, score: Int) = (UInt8(ascii: ","), 0)
        for separator in "\t;,| ".utf8 {
            let counts = lines.map { fields($0, separator).count }
            let parted = counts.count { $0 > 1 }
            let isEven = parted == lines.count && Set(counts).count == 1
            let score = parted == 0 ? 0 : parted + (isEven ? lines.count : 0)
            if score > best.score { best = (separator, score) }
        }
        return best.separator
    }

    static func fields(_ line: [UInt8], _ separator: UInt8) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        let isBlank = separator == 0x20
        func end() {
            if !(isBlank && field.isEmpty && !wasQuoted) { fields.append(trimmed(field)) }
            (field, wasQuoted) = ([], false)
        }
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                wasQuoted = true
            } else if !isQuoted, byte == separator || (isBlank && byte == 0x09) {
                end()
            } else {
                field.append(byte)
            }
        }
        end()
        return fields
    }

    private static func trimmed(_ field: [UInt8]) -> String {
        let text = String(decoding: field, as: UTF8.self)
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    private static func isNumber(_ field: String) -> Bool {
        Double(field) != nil
            || (field.contains { $0.isNumber } && field.allSatisfy { $0.isNumber || "-:/.,+TZ ".contains($0) })
    }

    /// A first row is a heading when it has a heading that somebody typed or a word that stands in headings, or when it has no
    /// number where the second row has one.
    private static func isHeading(_ first: [String], _ second: [String]?, _ given: [String]) -> Bool {
        let plainFirst = first.map(plain)
        if given.contains(where: { given in Int(given) == nil && plainFirst.contains(plain(given)) }) { return true }
        guard !first.contains(where: isNumber) else { return false }
        if plainFirst.contains(where: words.contains) { return true }
        return second.map { zip(first, $0).contains { !$0.isEmpty && isNumber($1) } } ?? false
    }

    /// A matrix has a heading one longer than it has nodes, and rows that begin with the names of the heading in its order.
    private static func isMatrix(_ rows: [[String]]) -> Bool {
        guard let first = rows.first, first.count > 2, rows.count > 1 else { return false }
        guard rows.count == 24 || rows.count == first.count else { return false }
        return rows.dropFirst().enumerated().allSatisfy { place, row in
            row.count == first.count && row[0] == first[place + 1]
                && row.dropFirst().allSatisfy { $0.isEmpty || Double($0) != nil }
        }
    }
}
