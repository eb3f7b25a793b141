/// A versioned data file: what people may change without changing the program, with its source inside.
///
///     # What this is.
///     version: 2026.1
///     source: SIREN 2008 l.61-63; domain.md 5.4
///
///     code | phase | contexts
///     WORKPLACE_MONITORING | ongoing | labour
///
/// Read strictly, line by line: a file with a mistake is refused and says where. A decision keeps `edition`.
public struct RuleTable: Sendable {
    /// The name of the file without its ending.
    public let name: String
    /// The version that the file gives itself.
    public let version: String
    /// Where its content comes from.
    public let source: String
    /// Its lines, in order.
    public let rows: [RuleRow]

    /// What a decision keeps of it: name and version.
    public var edition: String { "\(name) \(version)" }

    /// Reads a file whose columns are these, in this order.
    public init(_ bytes: [UInt8], name: String, columns: [String]) throws(RuleTableError) {
        try self.init(parsing: String(decoding: bytes, as: UTF8.self), name: name, columns: columns)
    }

    /// Reads a text whose columns are these, in this order.
    public init(parsing text: String, name: String, columns: [String]) throws(RuleTableError) {
        var head: [String: String] = [:]
        var rows: [RuleRow] = []
        var sawColumns = false
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let place = RulePlace(table: name, line: number + 1)
            if !sawColumns, let colon = line.firstRange(of: ": ") {
                head[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
                continue
            }
            let cells = Self.cells(line)
            if !sawColumns {
                guard cells == columns else {
                    throw RuleTableError(place, .columns(expected: columns.joined(separator: " | ")))
                }
                sawColumns = true
            } else {
                guard cells.count == columns.count else {
                    throw RuleTableError(place, .cells(count: cells.count, expected: columns.count))
                }
                rows.append(RuleRow(place: place, cells: Dictionary(uniqueKeysWithValues: zip(columns, cells))))
            }
        }
        for needed in ["version", "source"] where head[needed]?.isEmpty != false {
            throw RuleTableError(RulePlace(table: name, line: 1), .missing(needed))
        }
        guard !rows.isEmpty else { throw RuleTableError(RulePlace(table: name, line: 1), .missing("rows")) }
        self.name = name
        self.rows = rows
        version = head["version"] ?? ""
        source = head["source"] ?? ""
    }

    /// The rows by what a column says, each once.
    public func byKey<Key: Hashable>(
        _ key: (RuleRow) throws(RuleTableError) -> Key
    ) throws(RuleTableError) -> [Key: RuleRow] {
        var found: [Key: RuleRow] = [:]
        for row in rows {
            guard found.updateValue(row, forKey: try key(row)) == nil else { throw RuleTableError(row.place, .twice) }
        }
        return found
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}
