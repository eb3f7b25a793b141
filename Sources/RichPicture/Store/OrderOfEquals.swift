import Storage

/// In which order entities stand that are equal in everything else.
///
/// Not in that of their numbers: an identifier has the number of whoever knew it first, and that may be somebody whose
/// sources the viewer may not see. What only one source speaks of, such as a person on one line, has its number from
/// there, and stands in the order of its file.
enum OrderOfEquals {
    private static let identifiers = EntityKind.allCases.filter(\.isIdentifier)

    /// A text for each of some entities; they stand in the order of these.
    static func keys(_ numbers: [Int], _ connection: any Reading) throws -> [Int: String] {
        var keys = [Int: String](minimumCapacity: numbers.count)
        for start in stride(from: 0, to: numbers.count, by: 1_000) {
            let part = Array(numbers[start..<min(start + 1_000, numbers.count)])
            try connection.each("SELECT id, pid, kind FROM entity WHERE id IN \(part)") { row in
                let isIdentifier = EntityKind(rawValue: row.int(2))?.isIdentifier ?? true
                let number = String(row.int(0))
                keys[row.int(0)] =
                    isIdentifier
                    ? "0\(row.text(1))" : "1\(String(repeating: "0", count: max(0, 20 - number.count)))\(number)"
            }
        }
        return keys
    }

    /// The same order of entities `e`, for `ORDER BY`.
    static let sql: SQL = """
        CASE WHEN e.kind IN \(identifiers.map(\.rawValue)) THEN 0 ELSE 1 END,
            CASE WHEN e.kind IN \(identifiers.map(\.rawValue)) THEN e.pid ELSE '' END, e.id
        """
}
