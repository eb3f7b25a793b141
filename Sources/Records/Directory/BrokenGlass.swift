public import Access
import Ledger
import Storage

/// That somebody saw what was not theirs to see because a life was in danger, for at most four hours; and what came of it.
public struct BrokenGlass: Sendable, Hashable {
    /// Until when somebody else must have reviewed it.
    static let reviewWithin = 72 * Int.hours

    public var id: String
    public var account: String
    public var organisation: String
    public var record: RecordID
    public var reason: String
    public var at: Int
    public var until: Int
    public var reviewDue: Int
    public var reviewedBy: String?
    public var outcome: String?

    static func load(_ condition: SQL, _ connection: any Reading) throws -> [BrokenGlass] {
        try connection.rows(
            """
            SELECT pid, account, organisation, record, reason, at, until, review_due, reviewed_by, outcome
            FROM break_glass WHERE \(condition) ORDER BY at, id
            """
        ).map { row in
            BrokenGlass(
                id: row.text(0), account: row.text(1), organisation: row.text(2), record: row.text(3),
                reason: row.text(4), at: row.int(5), until: row.int(6), reviewDue: row.int(7),
                reviewedBy: row.optionalText(8), outcome: row.optionalText(9))
        }
    }
}

extension Desk {
    /// Opens one record for reading, for four hours, in an immediate danger (RL-34). Oversight, auditors and the organisation
    /// whose record it is are told at once; somebody else reviews it within 72 hours, or the account is suspended.
    ///
    /// - Parameter isFresh: whether a second factor was shown just now.
    /// - Throws: `notFound` where break-glass opens nothing to this role; `reasonNeeded`.
    public func breakGlass<R: Record>(
        _ id: RecordID, of type: R.Type, because reason: String, isFresh: Bool, as viewer: Viewer
    ) async throws -> BrokenGlass {
        guard isFresh else { throw DeskError.refused(guard: "records.guard.fresh-factor", requirement: "RL-34") }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw DeskError.reasonNeeded }
        let (standing, now) = (viewer.standing, now())
        let glass = BrokenGlass(
            id: newID(), account: standing.account, organisation: standing.organisation, record: id, reason: reason,
            at: now, until: now + BreakGlass.longest, reviewDue: now + BrokenGlass.reviewWithin)
        try await database.write { connection in
            try connection.lock("break-glass")
            guard let row = try RecordRow.load(id, type: R.type.name, connection),
                try opens(row, R.self, to: standing, connection)
            else { throw DeskError.notFound }
            let number = try connection.row("SELECT COALESCE(MAX(id), 0) + 1 FROM break_glass")?.int(0) ?? 1
            try connection.execute(
                """
                INSERT INTO break_glass (id, pid, account, organisation, record, reason, at, until, review_due)
                VALUES (\(number), \(glass.id), \(glass.account), \(glass.organisation), \(id), \(reason.storable), \(now),
                    \(glass.until), \(glass.reviewDue))
                """)
            for role in [FineRole.integrityOfficer, .auditor, .dataProtectionOfficer] {
                try tell(.team("role/\(role.rawValue)"), Notice.brokenGlass, about: glass.id, connection)
            }
            try tell(.organisation(row.organisation), Notice.brokenGlass, about: glass.id, connection)
            try Directory.change(connection)
            try Ledger.append([glassEntry("break-glass", R.type.name, glass, standing, now)], to: connection)
        }
        return glass
    }

    // Whether the matrix lets this role in with a broken glass: whatever it shows of the record.
    private func opens<R: Record>(
        _ row: RecordRow, _ type: R.Type, to standing: Standing, _ connection: any Reading
    ) throws -> Bool {
        let kinds = Set([row.kind] + R.fields.compactMap(\.kind))
        let context = Context(isPostingCurrent: standing.isPostingCurrent, isBreakGlass: true)
        return kinds.contains { decide(as: standing.role, .read, $0, context).isPermitted }
    }

    /// The broken glasses that wait for a review, for those who may: oversight and auditors.
    public func brokenGlasses(as viewer: Viewer) async throws -> [BrokenGlass] {
        guard Self.glassReviewers.contains(viewer.standing.role), viewer.standing.isPostingCurrent else { return [] }
        let visible = Self.notHidden("break_glass.record", from: viewer)
        return try await database.read { try BrokenGlass.load("reviewed_at IS NULL AND \(visible)", $0) }
    }

    static let glassReviewers: Set<FineRole> = [.integrityOfficer, .auditor, .dataProtectionOfficer]

    /// Reviews a broken glass, as somebody other than who broke it.
    public func review(_ glass: String, outcome: String, as viewer: Viewer) async throws {
        let (standing, now) = (viewer.standing, now())
        guard outcome.contains(where: { !$0.isWhitespace }) else { throw DeskError.reasonNeeded }
        guard Self.glassReviewers.contains(standing.role), standing.isPostingCurrent else { throw DeskError.notFound }
        let visible = Self.notHidden("break_glass.record", from: viewer)
        try await database.write { connection in
            let waits: SQL = "pid = \(glass) AND reviewed_at IS NULL AND \(visible)"
            guard let broken = try BrokenGlass.load(waits, connection).first else { throw DeskError.notFound }
            guard broken.account != standing.account else { throw DeskError.ownRequest }
            try connection.execute(
                """
                UPDATE break_glass SET reviewed_at = \(now), reviewed_by = \(standing.account),
                    outcome = \(outcome.storable) WHERE pid = \(glass)
                """)
            try Directory.change(connection)
            try Ledger.append([glassEntry("review-break-glass", "", broken, standing, now)], to: connection)
        }
    }

    private func glassEntry(
        _ action: String, _ type: String, _ glass: BrokenGlass, _ standing: Standing, _ now: Int
    ) -> Ledger.Entry {
        Ledger.Entry(
            at: now, actor: standing.account, organisation: standing.organisation, act: .grant, kind: type,
            subject: glass.record, action: action, detail: glass.id)
    }
}
