import Storage

/// Grades are few: each stands once in its table, and rows carry its number.
enum Interned {
    static func grade(_ grade: Grade, _ connection: any Writing) throws -> Int {
        let find: SQL = """
            SELECT id FROM grade WHERE scheme = \(grade.scheme.rawValue) AND source = \(grade.source)
            AND information = \(grade.information) AND handling = \(grade.handling)
            """
        return try findOrInsert(find, "grade", connection) { id in
            """
            INSERT INTO grade (id, scheme, source, information, handling, confidence) VALUES (\(id),
                \(grade.scheme.rawValue), \(grade.source), \(grade.information), \(grade.handling), \(grade.confidence))
            """
        }
    }

    private static func findOrInsert(
        _ find: SQL, _ table: String, _ connection: any Writing, insert: (Int) -> SQL
    ) throws -> Int {
        if let row = try connection.row(find) { return row.int(0) }
        let id = try connection.nextNumber(in: table)
        try connection.execute(insert(id))
        return id
    }
}
