public import Access
import Records
import Storage

extension RichPicture {
    /// What came in, what is new, what waits.
    public func home(as viewer: Viewer) async throws -> Home {
        try await database.read { connection in
            let sources = try SourceRow.load(viewer.sees("s.label"), from: connection).map { $0.source(for: viewer) }
            let committed = sources.filter { $0.state == .committed }
            return Home(
                entities: try Self.entityCounts(as: viewer, canon(as: viewer, connection), connection),
                streams: Self.streams(committed),
                recent: Array(committed.prefix(8)),
                waiting: sources.filter { $0.state == .staged || $0.state == .unusable })
        }
    }

    /// All sources that the viewer may see, newest first.
    public func sources(as viewer: Viewer) async throws -> [Source] {
        try await database.read { connection in
            try SourceRow.load(viewer.sees("s.label"), from: connection).map { $0.source(for: viewer) }
        }
    }

    // Distinct entities, those that are one counted once, with at least one appearance that the viewer may see.
    private static func entityCounts(
        as viewer: Viewer, _ canon: Canon, _ connection: any Reading
    ) throws -> [(kind: EntityKind, count: Int)] {
        let sql: SQL = """
            SELECT p.kind, COUNT(DISTINCT \(canon.number("p.entity", "c"))) FROM appearance p
            JOIN source s ON s.id = p.source\(canon.join("p.entity", as: "c")) WHERE s.state = 'committed' AND \(viewer.sees("p.label")) GROUP BY p.kind ORDER BY p.kind
            """
        return try connection.rows(sql).compactMap { row in
            EntityKind(rawValue: row.int(0)).map { (kind: $0, count: row.int(1)) }
        }
    }

    private static func streams(_ sources: [Source]) -> [Home.StreamLine] {
        StreamKind.allCases.compactMap { stream in
            let own = sources.filter { $0.stream == stream }
            guard !own.isEmpty else { return nil }
            return Home.StreamLine(
                stream: stream, sources: own.count,
                events: own.reduce(0) { $0 + $1.counts.events.values.reduce(0, +) },
                statements: own.reduce(0) { $0 + $1.counts.statements }, latest: own.compactMap(\.counts.last).max())
        }
    }
}

extension RichPicture {
    /// The same viewer with the labels that have come since: an import can make some. For whoever goes on after one; every
    /// request begins with a viewer of its own.
    public func renewed(_ viewer: Viewer) async throws -> Viewer {
        guard viewer.clearance != .everything else { return viewer }
        let labels = try await database.read { try Labels.all($0) }
        return Viewer(name: viewer.name, standing: viewer.standing, labels: labels)
    }
}
