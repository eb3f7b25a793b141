public import Access
import Formats
import Storage

extension RichPicture {
    /// Events, oldest first: of one entity, or, without one, of the whole picture.
    ///
    /// `nil` when the entity does not exist or the viewer may not see it.
    public func timeline(
        of id: String?, filter: PictureFilter, offset: Int, limit: Int, as viewer: Viewer
    ) async throws -> Timeline? {
        try await noted("timeline", [id ?? ""], as: viewer) {
            try await readTimeline(of: id, filter: filter, offset: offset, limit: limit, as: viewer)
        }
    }

    private func readTimeline(
        of id: String?, filter: PictureFilter, offset: Int, limit: Int, as viewer: Viewer
    ) async throws -> Timeline? {
        let users = try await users(of: id, as: viewer)
        return try await database.read { connection in
            var condition = EventCondition.sql(filter, as: viewer)
            if let id {
                guard let found = try find(id, as: viewer, connection) else { return nil }
                condition = condition + " AND \(EventCondition.of(found, users: users))"
            }
            let query = TimelineQuery(
                condition: condition, viewer: viewer, canon: try canon(as: viewer, connection), connection: connection)
            return try query.timeline(offset: max(0, offset), limit: max(0, limit))
        }
    }

    /// The numbers that a handset or SIM was used with. The snapshot knows them, so that its events are found by the
    /// index of those numbers, and a million calls need no further index that every import would pay for.
    func users(of id: String?, as viewer: Viewer) async throws -> [Int] {
        guard let id, let found = try await database.read({ try find(id, as: viewer, $0) }),
            found.kind == .handset || found.kind == .sim
        else { return [] }
        let snapshot = try await snapshots.current()
        let node = UInt32(found.number)
        let ties = snapshot.edges(of: node).map(Int.init).filter { snapshot.edges.to[$0] == node }
        return Set(ties.map { Int(snapshot.edges.from[$0]) }).sorted()
    }
}

/// The conditions under which an event `e` of a source `s` with a grade `g` is shown.
enum EventCondition {
    static func sql(_ filter: PictureFilter, as viewer: Viewer) -> SQL {
        var conditions: [SQL] = ["s.state = 'committed'", viewer.sees("e.label")]
        if let from = filter.from { conditions.append("e.start >= \(from)") }
        if let until = filter.until { conditions.append("e.start < \(until)") }
        if filter.confidence > 0 { conditions.append("g.confidence >= \(filter.confidence)") }
        if let legs = filter.legs.condition { conditions.append(legs) }
        if !filter.streams.isEmpty { conditions.append("s.stream IN \(filter.streams.map(\.rawValue).sorted())") }
        let kinds = EventKind.allCases.filter { filter.kinds.contains($0.name) }.map(\.rawValue)
        if !kinds.isEmpty { conditions.append("e.kind IN \(kinds)") }
        return SQL.all(conditions)
    }

    /// An entity on either side of the event, or its place, handset or SIM. Written as a union so that each part uses
    /// its index; a handset or SIM by the numbers that used it.
    static func of(_ found: RichPicture.Found, users: [Int]) -> SQL {
        switch found.kind {
        case .handset: "e.a IN \(users) AND e.handset = \(found.number)"
        case .sim: "e.a IN \(users) AND e.sim = \(found.number)"
        default: side(found.members)
        }
    }

    private static func side(_ entities: [Int]) -> SQL {
        """
        e.id IN (SELECT id FROM event WHERE a IN \(entities) UNION SELECT id FROM event WHERE b IN \(entities)
            UNION SELECT id FROM event WHERE place IN \(entities))
        """
    }
}

private struct TimelineQuery {
    let condition: SQL
    let viewer: Viewer
    let canon: Canon
    let connection: any Reading

    private var tables: SQL {
        "FROM event e JOIN source s ON s.id = e.source JOIN grade g ON g.id = e.grade WHERE \(condition)"
    }

    func timeline(offset: Int, limit: Int) throws -> Timeline {
        let range = try connection.row("SELECT COUNT(*), MIN(e.start), MAX(e.start) \(tables)")
        let total = range?.int(0) ?? 0
        let (first, last) = (range?.optionalInt(1) ?? 0, range?.optionalInt(2) ?? 0)
        let bucket = Self.bucket(for: last - first)
        return Timeline(
            events: total == 0 ? [] : try events(offset: offset, limit: limit), total: total,
            histogram: total == 0 ? [] : try histogram(first: first, bucket: bucket), bucket: bucket)
    }

    // The narrowest round width that gives no more than 120 bars.
    private static func bucket(for span: Int) -> Int {
        let hour = 3_600_000
        let widths = [hour, 3 * hour, 6 * hour, 24 * hour, 7 * 24 * hour, 30 * 24 * hour, 365 * 24 * hour]
        return widths.first { span / $0 < 120 } ?? 3_650 * 24 * hour
    }

    private func histogram(first: Int, bucket: Int) throws -> [(start: Int, count: Int)] {
        let origin = first.flooringDivision(by: bucket).quotient * bucket
        let sql: SQL = """
            SELECT (e.start - \(origin)) / \(bucket) AS bar, COUNT(*) \(tables) GROUP BY bar ORDER BY bar
            """
        return try connection.rows(sql).map { (start: origin + $0.int(0) * bucket, count: $0.int(1)) }
    }

    private func events(offset: Int, limit: Int) throws -> [EventLine] {
        let sql: SQL = """
            SELECT s.pid, s.name, s.stream, s.owner, g.scheme, g.source, g.information, g.handling, e.line, e.kind,
                e.start, e.precision, e.zone, e.duration, e.a, e.b, e.place, e.handset, e.sim, e.amount, e.digits,
                e.currency, e.note \(tables) ORDER BY e.start, e.id LIMIT \(limit) OFFSET \(offset)
            """
        let rows = try connection.rows(sql)
        let numbers = rows.flatMap { row in (14...18).compactMap { row.optionalInt($0) } }
        let lines = try Captions(as: viewer, canon).lines(numbers, from: connection)
        return rows.compactMap { EventLine($0, lines) }
    }
}

extension EventLine {
    fileprivate init?(_ row: Row, _ lines: [Int: EntityLine]) {
        guard let kind = EventKind(rawValue: row.int(9)), let from = lines[row.int(14)] else { return nil }
        func line(_ position: Int) -> EntityLine? { row.optionalInt(position).flatMap { lines[$0] } }
        let money = row.optionalInt(19).map {
            Money(units: $0, decimals: row.int(20), currency: row.text(21))
        }
        self.init(
            kind: kind,
            start: Moment(
                milliseconds: row.int(10), precision: Moment.Precision(rawValue: row.int(11)) ?? .second,
                offset: row.int(12)),
            duration: row.optionalInt(13), from: from, to: line(15), place: line(16), handset: line(17), sim: line(18),
            money: money, note: row.optionalText(22), citation: Citation(row, line: row.int(8)))
    }
}
