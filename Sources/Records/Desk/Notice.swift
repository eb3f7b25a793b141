public import Access
import Storage

/// Something that somebody has to know, by the key of its words. It never says more than that there is something to look
/// at: what it is about stands in the record, for those who may see it (RL-38).
public struct Notice: Sendable, Hashable {
    static let conflict = "records.notice.conflict"
    static let approval = "records.notice.approval"
    static let brokenGlass = "records.notice.broken-glass"

    /// Its public id.
    public var id: String
    /// The catalogue's key of what it says.
    public var phrase: String
    /// What it is about.
    public var record: RecordID
    /// When it was sent, in milliseconds since 1970 UTC.
    public var at: Int
}

extension Desk {
    /// Tells somebody, in the transaction of what there is to be told.
    func tell(_ principal: Principal, _ phrase: String, about record: RecordID, _ connection: any Writing) throws {
        try connection.lock("notice")
        let number = try connection.row("SELECT COALESCE(MAX(id), 0) + 1 FROM notice")?.int(0) ?? 1
        try connection.execute(
            """
            INSERT INTO notice (id, pid, principal, phrase, record, at)
            VALUES (\(number), \(newID()), \(principal.text), \(phrase), \(record), \(now()))
            """)
    }

    /// What the viewer has been told and has not put away, the newest first.
    public func notices(as viewer: Viewer, limit: Int = 50) async throws -> [Notice] {
        let names = viewer.noticeNames
        // What a request or a broken glass is about; a notice of what is hidden would tell that it is there (F1).
        let about: SQL = """
            COALESCE((SELECT q.record FROM approval_request q WHERE q.pid = notice.record),
                (SELECT g.record FROM break_glass g WHERE g.pid = notice.record), notice.record)
            """
        let visible = Self.notHidden(about, from: viewer)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT pid, phrase, record, at FROM notice WHERE principal IN \(names) AND seen_at IS NULL AND \(visible)
                ORDER BY at DESC, id DESC LIMIT \(limit)
                """
            ).map { Notice(id: $0.text(0), phrase: $0.text(1), record: $0.text(2), at: $0.int(3)) }
        }
    }

    /// Puts a notice away.
    public func putAway(_ notice: String, as viewer: Viewer) async throws {
        let (names, now) = (viewer.noticeNames, now())
        try await database.write { connection in
            try connection.execute(
                "UPDATE notice SET seen_at = \(now) WHERE pid = \(notice) AND principal IN \(names)")
        }
    }
}

extension Viewer {
    /// Notices go to persons, units, organisations, and to those who hold a role.
    fileprivate var noticeNames: [String] { principals.map(\.text) + ["team:role/\(standing.role.rawValue)"] }
}
