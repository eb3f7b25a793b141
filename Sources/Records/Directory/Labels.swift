public import Access
public import Storage

/// Labels are few: each stands once in its table, and rows carry its number.
public enum Labels {
    /// All labels with their numbers.
    public static func all(_ connection: any Reading) throws -> [(id: LabelID, label: Label)] {
        try connection.rows(
            "SELECT id, compartment, organisation, team, handling, release, excluded FROM label ORDER BY id"
        ).map { row in
            (
                row.int(0),
                Label(
                    compartment: row.text(1), organisation: row.text(2), team: row.text(3), handling: row.text(4),
                    release: names(row.text(5)), excluded: names(row.text(6)))
            )
        }
    }

    /// The number of a label; `nil` when nobody has used it.
    public static func find(_ label: Label, _ connection: any Reading) throws -> LabelID? {
        try connection.row(
            """
            SELECT id FROM label WHERE compartment = \(label.compartment) AND organisation = \(label.organisation)
            AND team = \(label.team) AND handling = \(label.handling) AND release = \(text(label.release))
            AND excluded = \(text(label.excluded))
            """)?.int(0)
    }

    /// The number of a label, which is new if nobody has used it. A new label changes what clearances cover.
    public static func number(of label: Label, _ connection: any Writing) throws -> LabelID {
        if let found = try find(label, connection) { return found }
        let (release, excluded) = (text(label.release), text(label.excluded))
        let id = try connection.nextNumber(in: "label")
        try connection.execute(
            """
            INSERT INTO label (id, compartment, organisation, team, handling, release, excluded)
            VALUES (\(id), \(label.compartment), \(label.organisation), \(label.team), \(label.handling), \(release),
                \(excluded))
            """)
        try Directory.change(connection)
        return id
    }

    // Names stand sorted, one a line.
    private static func text(_ names: Set<String>) -> String { names.sorted().joined(separator: "\n") }
    private static func names(_ text: String) -> Set<String> { Set(text.split(separator: "\n").map(String.init)) }
}
