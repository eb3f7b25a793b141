public import Access
import Storage

/// Something that somebody has to know, by the key of its words. It never says more than that there is something to look
/// at: what it is about stands in the record, for those who may see it (RL-38).
public struct Notice: Sendable, Hashable {
    static let conflict = "records.notice.conflict"
    static let approval = "records.notice.approval"
    static let brokenGlass = "records.notice.broken-glass"
    static let overdue = "records.notice.overdue"

    /// Its public id; empty for one that is a view and goes away by itself: a deadline that has turned red.
    public var id: String
    /// The catalogue's key of what it says.
    public var phrase: String
    /// What it is about, and the type of that; for an approval and a broken glass, which are no records, their names.
    public var type: String
    /// The public id of what it is about.
    public var record: RecordID
    /// When it was sent, in milliseconds since 1970 UTC.
    public var at: Int

    fileprivate static let types = [conflict: "conflict", approval: "approval", brokenGlass: "break-glass"]
}

extension Desk {
    /// Tells somebody, in the transaction of what there is to be told.
    func tell(_ principal: Principal, _ phrase: String, about record: RecordID, _ connection: any Writing) throws {
        try connection.lock("notice")
        let number = try connection.nextNumber(in: "notice")
        try connection.execute(
            """
            INSERT INTO notice (id, pid, principal, phrase, record, at)
            VALUES (\(number), \(newID()), \(principal.text), \(phrase), \(record), \(now()))
            """)
    }

    /// What the viewer has been told and has not put away, the newest first; before it, the deadlines that have turned red.
    public func notices(as viewer: Viewer, limit: Int = 50) async throws -> [Notice] {
        let names = viewer.noticeNames
        let visible = Self.notHidden(Self.subject, from: viewer)
        let overdue = try await due(.mine, within: 0, limit: limit, as: viewer).map { deadline in
            Notice(id: "", phrase: Notice.overdue, type: deadline.type, record: deadline.record, at: deadline.due)
        }
        return try await database.read { connection in
            try overdue
                + connection.rows(
                    """
                    SELECT pid, phrase, record, at FROM notice WHERE principal IN \(names) AND seen_at IS NULL
                    AND \(visible) ORDER BY at DESC, id DESC LIMIT \(limit)
                    """
                ).map { row in
                    let phrase = row.text(1)
                    return Notice(
                        id: row.text(0), phrase: phrase, type: Notice.types[phrase] ?? "", record: row.text(2),
                        at: row.int(3))
                }
        }
    }

    // What a notice is about, or what a request or a broken glass is about: a notice of what is hidden would tell that it is
    // there (F1).
    private static let subject: SQL = """
        COALESCE((SELECT q.record FROM approval_request q WHERE q.pid = notice.record),
            (SELECT g.record FROM break_glass g WHERE g.pid = notice.record), notice.record)
        """

    /// Puts a notice away; `false` when there is none of this id for the viewer.
    @discardableResult
    public func putAway(_ notice: String, key: String? = nil, as viewer: Viewer) async throws -> Bool {
        let (names, now) = (viewer.noticeNames, now())
        let visible = Self.notHidden(Self.subject, from: viewer)
        let theirs: SQL = "notice.pid = \(notice) AND notice.principal IN \(names) AND \(visible)"
        let wish = Asking().digest("notice", "put-away", notice)
        do {
            let seen: SQL = "EXISTS (SELECT 1 FROM notice WHERE \(theirs))"
            _ = try await once(wish, under: key, where: seen, as: viewer) { connection in
                try connection.execute("UPDATE notice SET seen_at = \(now) WHERE \(theirs) AND seen_at IS NULL")
                return Receipt(id: notice, version: 0, state: "", ledgerIndex: 0)
            }
            return true
        } catch DeskError.notFound {
            return false
        }
    }
}

extension Viewer {
    /// Notices go to persons, units, organisations, and to those who hold a role.
    fileprivate var noticeNames: [String] { principals.map(\.text) + ["team:role/\(standing.role.rawValue)"] }
}
