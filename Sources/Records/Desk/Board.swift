public import Access
import Storage

/// Whose deadlines a board shows.
public enum BoardScope: String, Sendable, CaseIterable {
    case mine, unit, organisation
}

extension Desk {
    /// What is due: the running deadlines of records that the viewer may see, the most urgent first. A view of records, not
    /// stored twice.
    public func due(_ scope: BoardScope, within horizon: Int = 30 * .days, limit: Int = 200, as viewer: Viewer)
        async throws -> [Deadline]
    {
        let now = now()
        let standing = viewer.standing
        let whose: SQL =
            switch scope {
            case .mine:
                """
                (d.owner = \(standing.account) OR (d.deputy = \(standing.account) AND d.due_at <= \(now)))
                """
            case .unit: "d.unit = \(standing.unit) AND d.organisation = \(standing.organisation)"
            case .organisation: "d.organisation = \(standing.organisation)"
            }
        let readable = Self.readable(by: viewer, kinds: Kind.allCases, at: now)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT r.pid, r.type, d.name, d.owner, d.deputy, d.unit, d.organisation, d.opened_at, d.amber_at, d.due_at
                FROM deadline d JOIN record r ON r.id = d.record
                WHERE d.state = 'open' AND d.due_at <= \(now + horizon) AND \(whose) AND \(readable)
                ORDER BY d.due_at, r.pid LIMIT \(limit)
                """
            ).map { row in
                Deadline(
                    record: row.text(0), type: row.text(1), name: row.text(2), owner: row.text(3), deputy: row.text(4),
                    unit: row.text(5), organisation: row.text(6), opened: row.int(7), amber: row.int(8),
                    due: row.int(9))
            }
        }
    }
}
