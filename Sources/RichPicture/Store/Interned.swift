import Access
import Storage

/// Grades and labels are few: each stands once in its table, and rows carry its number.
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

    static func label(_ label: Label, _ connection: any Writing) throws -> LabelID {
        let (release, excluded) = (listed(label.release), listed(label.excluded))
        let find: SQL = """
            SELECT id FROM label WHERE compartment = \(label.compartment) AND organisation = \(label.organisation)
            AND team = \(label.team) AND handling = \(label.handling) AND release = \(release)
            AND excluded = \(excluded)
            """
        return try findOrInsert(find, "label", connection) { id in
            """
            INSERT INTO label (id, compartment, organisation, team, handling, release, excluded) VALUES (\(id),
                \(label.compartment), \(label.organisation), \(label.team), \(label.handling), \(release),
                \(excluded))
            """
        }
    }

    /// All labels with their numbers, from which a clearance is made.
    static func labels(_ connection: any Reading) throws -> [(id: LabelID, label: Label)] {
        let rows = try connection.rows(
            "SELECT id, compartment, organisation, team, handling, release, excluded FROM label ORDER BY id")
        return rows.map { row in
            let label = Label(
                compartment: row.text(1), organisation: row.text(2), team: row.text(3), handling: row.text(4),
                release: names(row.text(5)), excluded: names(row.text(6)))
            return (row.int(0), label)
        }
    }

    // Names of principals are stored sorted, one a line.
    private static func listed(_ names: Set<String>) -> String { names.sorted().joined(separator: "\n") }
    private static func names(_ text: String) -> Set<String> { Set(text.split(separator: "\n").map(String.init)) }

    private static func findOrInsert(
        _ find: SQL, _ table: String, _ connection: any Writing, insert: (Int) -> SQL
    ) throws -> Int {
        if let row = try connection.row(find) { return row.int(0) }
        let id = try connection.row("SELECT COALESCE(MAX(id), 0) + 1 FROM \(raw: table)")?.int(0) ?? 1
        try connection.execute(insert(id))
        return id
    }
}
