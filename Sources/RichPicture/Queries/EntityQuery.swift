public import Access
import Storage

extension RichPicture {
    /// Everything that the viewer may know of an entity; `nil` when there is none such, or none that they may see.
    public func entity(_ id: String, as viewer: Viewer) async throws -> EntityView? {
        try await noted("entity", [id], as: viewer) {
            try await database.read { connection in
                guard let found = try find(id, as: viewer, connection) else { return nil }
                let canon = try canon(as: viewer, connection)
                return try EntityQuery(found: found, viewer: viewer, canon: canon, connection: connection).view()
            }
        }
    }
}

/// The reads behind one entity's page.
private struct EntityQuery {
    let found: RichPicture.Found
    let viewer: Viewer
    let canon: Canon
    let connection: any Reading

    private var number: Int { found.number }

    private static let citation: SQL =
        "s.pid, s.name, s.stream, s.owner, g.scheme, g.source, g.information, g.handling"

    func view() throws -> EntityView? {
        let appearances = try self.appearances()
        let stated = try statements(where: "t.entity IN \(found.members)", other: "t.object")
        let inverse = try statements(where: "t.object IN \(found.members)", other: "t.entity")
        let linked = try Captions(as: viewer, canon).lines(
            [number] + stated.compactMap(\.other) + inverse.compactMap(\.other), from: connection)
        guard let entity = linked[number] else { return nil }
        let values = stated.map { $0.value(linked) }
        let stop = try connection.row(
            "SELECT s.reason FROM stop s JOIN entity e ON e.kind = s.kind AND e.key = s.key WHERE e.id = \(number)")
        return EntityView(
            entity: entity, values: values, inverse: inverse.map { $0.value(linked) }, places: try places(),
            appearances: appearances, contradictions: Self.contradictions(values), stopped: stop?.text(0),
            eventCount: appearances.reduce(0) { $0 + $1.events })
    }

    private func appearances() throws -> [Appearance] {
        let sql: SQL = """
            SELECT \(Self.citation), p.line, p.events, p.first_at, p.last_at FROM appearance p
            JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
            WHERE p.entity IN \(found.members) AND s.state = 'committed' AND \(viewer.sees("p.label")) ORDER BY s.id
            """
        return try connection.rows(sql).map { row in
            Appearance(
                citation: Citation(row, line: row.int(8)), events: row.int(9), first: row.optionalInt(10),
                last: row.optionalInt(11))
        }
    }

    private struct Stated {
        var property: Property
        var text: String
        var raw: String?
        var other: Int?
        var citation: Citation

        func value(_ linked: [Int: EntityLine]) -> EntityView.Value {
            let link = other.flatMap { linked[$0] }
            return EntityView.Value(
                property: property, text: link?.caption ?? text, raw: raw, link: link, citation: citation)
        }
    }

    // What a source repeats on many lines stands once, at the first of them.
    private func statements(where condition: SQL, other: String) throws -> [Stated] {
        let sql: SQL = """
            SELECT \(Self.citation), MIN(t.line), t.property, t.value, t.raw, \(raw: other) FROM statement t
            JOIN source s ON s.id = t.source JOIN grade g ON g.id = t.grade
            WHERE \(condition) AND s.state = 'committed' AND \(viewer.sees("t.label"))
            GROUP BY s.id, g.id, t.property, t.value, t.raw, \(raw: other)
            ORDER BY t.property, g.confidence DESC, MIN(t.id) LIMIT 500
            """
        return try connection.rows(sql).compactMap { row in
            guard let property = Property(rawValue: row.int(9)) else { return nil }
            return Stated(
                property: property, text: row.text(10), raw: row.optionalText(11), other: row.optionalInt(12),
                citation: Citation(row, line: row.int(8)))
        }
    }

    private func places() throws -> [EntityView.Place] {
        let sql: SQL = """
            SELECT \(Self.citation), MIN(l.line), l.latitude, l.longitude, l.azimuth, l.beam, l.radius FROM location l
            JOIN source s ON s.id = l.source JOIN grade g ON g.id = l.grade
            WHERE l.entity IN \(found.members) AND s.state = 'committed' AND \(viewer.sees("l.label"))
            GROUP BY s.id, g.id, l.latitude, l.longitude, l.azimuth, l.beam, l.radius
            ORDER BY g.confidence DESC, s.id, MIN(l.line) LIMIT 100
            """
        return try connection.rows(sql).map { EntityView.Place($0, at: 9, citation: Citation($0, line: $0.int(8))) }
    }

    // Properties of which one person or thing has one value; two different ones cannot both be true.
    private static func contradictions(_ values: [EntityView.Value]) -> [Property] {
        [Property.birthDate, .sex, .nationality, .registeredOn, .country].filter { property in
            Set(values.filter { $0.property == property }.map(\.text)).count > 1
        }
    }
}

extension Citation {
    /// Reads the columns `pid, name, stream, owner, scheme, source, information, handling` at the row's beginning.
    init(_ row: Row, line: Int) {
        self.init(
            source: row.text(0), sourceName: row.text(1), stream: StreamKind(rawValue: row.text(2)) ?? .partner,
            owner: row.text(3), grade: Grade(row, at: 4), line: line)
    }
}

extension EntityView.Place {
    /// Reads `latitude, longitude, azimuth, beam, radius` at a position.
    init(_ row: Row, at position: Int, citation: Citation) {
        self.init(
            latitude: row.optionalReal(position) ?? 0, longitude: row.optionalReal(position + 1) ?? 0,
            azimuth: row.optionalReal(position + 2), beam: row.optionalReal(position + 3),
            radius: row.optionalReal(position + 4), citation: citation)
    }
}
