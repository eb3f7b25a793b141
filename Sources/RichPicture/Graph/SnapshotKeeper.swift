import Storage

/// Keeps the latest snapshot, and makes the next one by reading what has been added since, by sequence number.
actor SnapshotKeeper {
    private let database: any Database
    private var latest: Snapshot?
    private var asked = 0
    private var answered = 0

    init(database: any Database) { self.database = database }

    /// The latest snapshot; read from the tables at first use, and when another node has added rows.
    func current() async throws -> Snapshot {
        if let latest, try await isCurrent(latest) { return latest }
        return try await update()
    }

    /// Brings the snapshot up to date after a change, if there is one to bring up to date.
    func follow() async throws {
        if latest != nil { _ = try await update() }
    }

    private func isCurrent(_ snapshot: Snapshot) async throws -> Bool {
        let last = try await database.read { connection in
            let row = try connection.row(
                "SELECT (SELECT COALESCE(MAX(id), 0) FROM event), (SELECT COALESCE(MAX(id), 0) FROM statement)")
            return [row?.int(0), row?.int(1), try PictureChanges.count(connection)]
        }
        return last == [Int(snapshot.lastEvent), Int(snapshot.lastStatement), snapshot.changes]
    }

    private func update() async throws -> Snapshot {
        let old = latest ?? Snapshot()
        asked += 1
        let ticket = asked
        let new = try await database.read { connection in try SnapshotReader.next(after: old, from: connection) }
        // Another update may have begun later and ended sooner; what it read is newer.
        if ticket > answered { (latest, answered) = (new, ticket) }
        return new
    }
}

/// Counts what changes a walk without adding rows: sources withdrawn and restored, the stop-list. Another node, or the
/// command line beside a running server, sees by it that its snapshot is old.
enum PictureChanges {
    private static let name = "picture-changes"

    static func count(_ connection: any Reading) throws -> Int {
        Int(try connection.row("SELECT value FROM setting WHERE name = \(name)")?.text(0) ?? "") ?? 0
    }

    /// Takes the lock that `note` takes: for whoever has the desk do something before they note it.
    static func lock(_ connection: any Writing) throws { try connection.lock(name) }

    static func note(_ connection: any Writing) throws {
        try lock(connection)
        let next = String(try count(connection) + 1)
        if try connection.execute("UPDATE setting SET value = \(next) WHERE name = \(name)") == 0 {
            try connection.execute("INSERT INTO setting (name, value) VALUES (\(name), \(next))")
        }
    }
}

/// Reads the rows that a snapshot does not have yet.
enum SnapshotReader {
    static func next(after old: Snapshot, from connection: any Reading) throws -> Snapshot {
        var edges = old.edges
        let sources = try sources(connection)
        let lastEvent = try appendEvents(after: old.lastEvent, sources, to: &edges, connection)
        let lastStatement = try appendLinks(after: old.lastStatement, sources, to: &edges, connection)
        return Snapshot(
            edges: edges, sources: sources, stopped: try StopList.stopped(connection),
            lastEvent: lastEvent, lastStatement: lastStatement, changes: try PictureChanges.count(connection))
    }

    // A call joins two numbers, a sighting a plate and a checkpoint. A number and its handset or SIM are joined once a
    // source, however many calls say so.
    private static func appendEvents(
        after last: Int64, _ sources: [Snapshot.SourceFacts], to edges: inout Snapshot.Edges,
        _ connection: any Reading
    ) throws -> Int64 {
        var last = last
        var ties: Set<Tie> = []
        let sql: SQL = """
            SELECT id, kind, a, b, place, handset, sim, start, amount, source, label FROM event
            WHERE id > \(Int(last)) ORDER BY id
            """
        try connection.scan(sql) { row in
            last = row[0]
            let (a, time, source) = (row[2], row[7], row[9])
            let namesSomebody = row[10] == sources[Int(source)].identity
            let kind = UInt8(row[1])
            let isPlaced = kind == UInt8(EventKind.sighting.rawValue) || kind == UInt8(EventKind.stay.rawValue)
            let other = isPlaced ? row[4] : row[3]
            if other != .min {
                edges.append(a, other, kind, time: time, amount: row[8], source: source, namesSomebody: namesSomebody)
            }
            for (column, property) in [(5, Property.handset), (6, Property.sim)] where row[column] != .min {
                let tie = Tie(from: a, to: row[column], source: source)
                guard ties.insert(tie).inserted else { continue }
                let code = UInt8(property.rawValue)
                edges.append(
                    a, row[column], code, time: time, amount: .min, source: source, namesSomebody: namesSomebody)
            }
        }
        return last
    }

    private struct Tie: Hashable {
        var from, to, source: Int64
    }

    private static func appendLinks(
        after last: Int64, _ sources: [Snapshot.SourceFacts], to edges: inout Snapshot.Edges,
        _ connection: any Reading
    ) throws -> Int64 {
        let sql: SQL = """
            SELECT id, entity, object, property, source, label FROM statement
            WHERE id > \(Int(last)) AND object IS NOT NULL ORDER BY id
            """
        try connection.scan(sql) { row in
            edges.append(
                row[1], row[2], UInt8(row[3]), time: .min, amount: .min, source: row[4],
                namesSomebody: row[5] == sources[Int(row[4])].identity)
        }
        let newest = try connection.row("SELECT COALESCE(MAX(id), 0) FROM statement")
        return Int64(newest?.int(0) ?? 0)
    }

    private static func sources(_ connection: any Reading) throws -> [Snapshot.SourceFacts] {
        var sources: [Snapshot.SourceFacts] = []
        try connection.each(
            """
            SELECT s.id, s.state, s.stream, g.confidence, s.label, s.identity, s.leg
            FROM source s JOIN grade g ON g.id = s.grade
            """
        ) { row in
            while sources.count <= row.int(0) { sources.append(Snapshot.SourceFacts()) }
            sources[row.int(0)] = Snapshot.SourceFacts(
                isCommitted: row.text(1) == Source.State.committed.rawValue,
                stream: StreamKind(rawValue: row.text(2)) ?? .partner, confidence: row.int(3), label: row.int(4),
                identity: row.int(5), leg: row.optionalText(6).flatMap(Leg.init(rawValue:)))
        }
        return sources
    }
}
