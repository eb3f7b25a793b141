import Access
import Storage

/// Which rows an export writes, as conditions on a row's table joined with its source `s` and grade `g`.
struct ExportScope {
    let filter: PictureFilter
    let viewer: Viewer
    /// Who is one with whom: what is written is what they are together.
    let canon: Canon
    /// The numbers of the entities that the export holds; `nil` for all but people.
    private let members: SQL?

    /// All but people (RL-20).
    init(filter: PictureFilter, viewer: Viewer, canon: Canon) {
        (self.filter, self.viewer, self.canon, members) = (filter, viewer, canon, nil)
    }

    /// These entities, and the places, handsets and SIMs of the events between them.
    init(
        filter: PictureFilter, viewer: Viewer, canon: Canon, around ids: [String], _ connection: any Reading
    ) throws {
        (self.filter, self.viewer, self.canon) = (filter, viewer, canon)
        let numbers = try connection.rows("SELECT id FROM entity WHERE pid IN \(ids)").flatMap { row in
            canon.members(of: row.int(0))
        }
        let inside = Self.list(numbers)
        var all = Set(numbers)
        let sql: SQL = """
            SELECT DISTINCT e.place, e.handset, e.sim FROM event e JOIN source s ON s.id = e.source
            WHERE e.a IN \(inside) AND (e.b IS NULL OR e.b IN \(inside)) AND s.state = 'committed'
            AND \(viewer.sees("e.label"))
            """
        try connection.each(sql) { row in all.formUnion((0..<3).compactMap { row.optionalInt($0) }) }
        members = Self.list(all.sorted())
    }

    private static func list(_ numbers: [Int]) -> SQL {
        numbers.isEmpty ? "(NULL)" : "(\(raw: numbers.map(String.init).joined(separator: ",")))"
    }

    /// The condition that a column names an entity of the export.
    private func holds(_ column: String) -> SQL {
        if let members { return "\(raw: column) IN \(members)" }
        return "\(raw: column) NOT IN (SELECT id FROM entity WHERE kind IN \(EntityKind.personal.map(\.rawValue)))"
    }

    private func holdsIfAny(_ column: String) -> SQL { "(\(raw: column) IS NULL OR \(holds(column)))" }

    /// People whom the viewer may see and who are not written.
    func peopleLeftOut(_ connection: any Reading) throws -> Int {
        let people = EntityKind.personal.map(\.rawValue)
        let sql: SQL = """
            SELECT COUNT(DISTINCT \(canon.number("p.entity", "c"))) FROM appearance p JOIN source s ON s.id = p.source
            JOIN grade g ON g.id = s.grade\(canon.join("p.entity", as: "c")) WHERE p.kind IN \(people) AND \(appearances)
            """
        return try connection.row(sql)?.int(0) ?? 0
    }

    /// Conditions on the source of any row.
    private var source: SQL {
        var conditions: [SQL] = ["s.state = 'committed'"]
        if filter.confidence > 0 { conditions.append("g.confidence >= \(filter.confidence)") }
        if let legs = filter.legs.condition { conditions.append(legs) }
        if !filter.streams.isEmpty { conditions.append("s.stream IN \(filter.streams.map(\.rawValue).sorted())") }
        return SQL.all(conditions)
    }

    /// Events `e`. When kinds are asked for and none is an event's, there are none.
    var events: SQL {
        guard !filter.kinds.isEmpty else { return eventsOfAnyKind }
        let kinds = EventKind.allCases.filter { filter.kinds.contains($0.name) }.map(\.rawValue)
        return "\(eventsOfAnyKind) AND e.kind IN \(kinds)"
    }

    /// Events `e` of which handset and SIM are asked for, whatever their own kind.
    var eventsOfAnyKind: SQL {
        var conditions = [source, viewer.sees("e.label"), holds("e.a"), holdsIfAny("e.b"), holdsIfAny("e.place")]
        if let from = filter.from { conditions.append("e.start >= \(from)") }
        if let until = filter.until { conditions.append("e.start < \(until)") }
        return SQL.all(conditions)
    }

    /// Statements `t` that give an entity a value.
    var values: SQL { SQL.all([source, viewer.sees("t.label"), "t.object IS NULL", holds("t.entity")]) }

    /// Statements `t` that join two entities.
    var links: SQL {
        var conditions = [source, viewer.sees("t.label"), holds("t.entity"), holds("t.object")]
        conditions.append("t.object IS NOT NULL")
        if !filter.kinds.isEmpty {
            conditions.append(
                "t.property IN \(Property.allCases.filter { filter.kinds.contains($0.name) }.map(\.rawValue))")
        }
        return SQL.all(conditions)
    }

    /// Locations `l`.
    var locations: SQL { SQL.all([source, viewer.sees("l.label"), holds("l.entity")]) }

    /// Appearances `p`; `g` is the source's grade.
    var appearances: SQL { SQL.all([source, viewer.sees("p.label")]) }

    /// Whether a link property is written.
    func admits(_ property: Property) -> Bool { filter.kinds.isEmpty || filter.kinds.contains(property.name) }

    /// Entities `e`: those that a visible source mentions; under times or kinds those on a written event or link.
    var entities: SQL {
        let seen: SQL = """
            \(holds("e.id")) AND EXISTS (SELECT 1 FROM appearance p JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
                WHERE p.entity = e.id AND \(appearances))
            """
        guard filter.from != nil || filter.until != nil || !filter.kinds.isEmpty else { return seen }
        var ends: SQL = "SELECT t.entity FROM \(Self.statementTables) WHERE \(links)"
        ends = ends + " UNION SELECT t.object FROM \(Self.statementTables) WHERE \(links)"
        for column in ["a", "b", "place"] { ends = ends + " UNION " + side(column, where: events) }
        for property in [Property.handset, .sim] where admits(property) {
            ends = ends + " UNION " + side(property.name, where: eventsOfAnyKind)
            ends = ends + " UNION " + side("a", where: eventsOfAnyKind, and: property.name)
        }
        return "\(seen) AND e.id IN (\(ends))"
    }

    // One column of the events, where it (and another) is there.
    private func side(_ column: String, where condition: SQL, and other: String? = nil) -> SQL {
        let needed = other ?? column
        return "SELECT e.\(raw: column) FROM \(Self.eventTables) WHERE \(condition) AND e.\(raw: needed) IS NOT NULL"
    }

    static let eventTables: SQL = "event e JOIN source s ON s.id = e.source JOIN grade g ON g.id = e.grade"
    static let statementTables: SQL = "statement t JOIN source s ON s.id = t.source JOIN grade g ON g.id = t.grade"
    static let locationTables: SQL = "location l JOIN source s ON s.id = l.source JOIN grade g ON g.id = l.grade"
}
