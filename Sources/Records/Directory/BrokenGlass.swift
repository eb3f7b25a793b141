public import Access
import Ledger
import Storage
import Vault
import Words

/// That somebody saw what was not theirs to see because a life was in danger, for at most four hours; and what came of it.
public struct BrokenGlass: Sendable, Hashable {
    /// Until when somebody else must have reviewed it.
    static let reviewWithin = 72 * Int.hours

    /// Its public id.
    public var id: String
    /// Who broke it.
    public var account: String
    /// For which organisation.
    public var organisation: String
    /// The record that was opened.
    public var record: RecordID
    /// What the danger was.
    public var reason: String
    /// When it was broken, in milliseconds since 1970 UTC.
    public var at: Int
    /// Until when the record is open.
    public var until: Int
    /// Until when somebody else must have reviewed it.
    public var reviewDue: Int
    /// Who reviewed it.
    public var reviewedBy: String?
    /// What the review found.
    public var outcome: String?
    /// Under whose key reason and outcome are sealed; `nil` where they are not.
    var subject: Subject?

    static func load(_ condition: SQL, _ connection: any Reading) throws -> [BrokenGlass] {
        try connection.rows(
            """
            SELECT pid, account, organisation, record, reason, at, until, review_due, reviewed_by, outcome, compartment,
                (SELECT r.organisation FROM record r WHERE r.pid = break_glass.record)
            FROM break_glass WHERE \(condition) ORDER BY at, id
            """
        ).map { row in
            BrokenGlass(
                id: row.text(0), account: row.text(1), organisation: row.text(2), record: row.text(3),
                reason: row.text(4), at: row.int(5), until: row.int(6), reviewDue: row.int(7),
                reviewedBy: row.optionalText(8), outcome: row.optionalText(9),
                subject: SealedText.subject(row.optionalText(11) ?? row.text(2), row.text(10), row.text(3)))
        }
    }
}

extension Desk {
    /// Opens one record for reading, for four hours, in an immediate danger (RL-34). Oversight, auditors and the organisation
    /// whose record it is are told at once; somebody else reviews it within 72 hours, or the account is suspended.
    ///
    /// - Parameters:
    ///   - isFresh: whether a second factor was shown just now.
    ///   - key: the same key for the same wish: a repetition opens nothing anew.
    /// - Throws: `notFound` where break-glass opens nothing to this role; `reasonNeeded`.
    public func breakGlass<R: Record>(
        _ id: RecordID, of type: R.Type, because reason: String, isFresh: Bool, key: String? = nil,
        as viewer: Viewer
    ) async throws -> BrokenGlass {
        guard isFresh else { throw DeskError.refused(guard: "records.guard.fresh-factor", requirement: "RL-34") }
        guard reason.says else { throw DeskError.reasonNeeded }
        let (standing, now) = (viewer.standing, now())
        // What is not there, and what no broken glass opens to this role, is one answer.
        let owner = try await database.read { connection in
            try row(id, of: R.self, for: viewer, connection) { Self.opens(R.self, to: $0) }?.organisation
        }
        guard let owner else {
            let code = DeskError.notFound.code ?? ""
            try await reads.begin(.refusal, R.type.name, id, action: "break-glass", detail: code, as: viewer).value
            throw DeskError.notFound
        }
        let sealing = try await sealing(R.self, id, owner)
        let glass = BrokenGlass(
            id: newID(), account: standing.account, organisation: standing.organisation, record: id, reason: reason,
            at: now, until: now + BreakGlass.longest, reviewDue: now + BrokenGlass.reviewWithin,
            subject: SealedText.subject(owner, sealing.compartment(of: R.type), id))
        let sealed = try SealedText.seal(reason, .brokenGlass, glass.id, sealing)
        let wish = try sealing.kept(Asking(reason: reason).digest(R.type.name, "break-glass", id))
        let receipt = try await once(wish, under: key, as: viewer) { connection in
            try connection.lock("break-glass")
            let number = try connection.nextNumber(in: "break_glass")
            try connection.execute(
                """
                INSERT INTO break_glass (id, pid, account, organisation, record, reason, compartment, at, until,
                    review_due)
                VALUES (\(number), \(glass.id), \(glass.account), \(glass.organisation), \(id), \(sealed),
                    \(sealing.compartment(of: R.type)), \(now), \(glass.until), \(glass.reviewDue))
                """)
            for role in Self.glassReviewers {
                try tell(.team("role/\(role.rawValue)"), Notice.brokenGlass, about: glass.id, connection)
            }
            try tell(.organisation(owner), Notice.brokenGlass, about: glass.id, connection)
            try Directory.change(connection)
            let index = try Ledger.append(
                [glassEntry("break-glass", R.type.name, glass, standing, now)], to: connection)
            return Receipt(id: glass.id, version: 0, state: "", ledgerIndex: index.lowerBound)
        }
        guard receipt.id != glass.id else { return glass }
        let broken = try await database.read { try BrokenGlass.load("pid = \(receipt.id)", $0).first }
        guard var broken else { throw DeskError.notFound }
        broken.reason = reason
        return broken
    }

    // Whether the matrix lets this role in with a broken glass: whatever it shows of the record. No glass opens what is
    // hidden from somebody (F1).
    private static func opens<R: Record>(_ type: R.Type, to stance: Stance) -> Bool {
        let standing = stance.viewer.standing
        let context = Context(
            isExcluded: stance.isExcluded, isPostingCurrent: standing.isPostingCurrent, isBreakGlass: true)
        let kinds = Set([stance.row.kind] + R.fields.compactMap(\.kind))
        return kinds.contains { decide(as: standing.role, .read, $0, context).isPermitted }
    }

    /// The broken glasses that wait for a review, for those who may: oversight and auditors.
    public func brokenGlasses(as viewer: Viewer) async throws -> [BrokenGlass] {
        guard Self.glassReviewers.contains(viewer.standing.role), viewer.standing.isPostingCurrent else { return [] }
        let visible = Self.notHidden("break_glass.record", from: viewer)
        var glasses = try await database.read { try BrokenGlass.load("reviewed_at IS NULL AND \(visible)", $0) }
        for (place, glass) in glasses.enumerated() {
            glasses[place].reason = await SealedText.open(glass.reason, .brokenGlass, glass.id, glass.subject, vault)
        }
        return glasses
    }

    static let glassReviewers: [FineRole] = [.integrityOfficer, .auditor, .dataProtectionOfficer]

    /// Reviews a broken glass, as somebody other than who broke it. The same key for the same outcome says it once.
    public func review(_ glass: String, outcome: String, key: String? = nil, as viewer: Viewer) async throws {
        let (standing, now) = (viewer.standing, now())
        guard outcome.says else { throw DeskError.reasonNeeded }
        guard Self.glassReviewers.contains(standing.role), standing.isPostingCurrent else { throw DeskError.notFound }
        let visible = Self.notHidden("break_glass.record", from: viewer)
        let seen: SQL = "pid = \(glass) AND \(visible)"
        let found = try await database.read { try BrokenGlass.load(seen, $0).first }
        let sealing = try await sealing(of: found?.subject)
        let words = try SealedText.seal(outcome, .review, glass, sealing)
        let wish = try sealing.kept(Asking(reason: outcome).digest("break-glass", "review", glass))
        let isThere: SQL = "EXISTS (SELECT 1 FROM break_glass WHERE \(seen))"
        _ = try await once(wish, under: key, where: isThere, as: viewer) { connection in
            let waits: SQL = "\(seen) AND reviewed_at IS NULL"
            guard let broken = try BrokenGlass.load(waits, connection).first else { throw DeskError.notFound }
            guard broken.account != standing.account else { throw DeskError.ownRequest }
            try connection.execute(
                """
                UPDATE break_glass SET reviewed_at = \(now), reviewed_by = \(standing.account),
                    outcome = \(words) WHERE pid = \(glass)
                """)
            try Directory.change(connection)
            let index = try Ledger.append(
                [glassEntry("review-break-glass", "", broken, standing, now)], to: connection)
            return Receipt(id: glass, version: 0, state: "", ledgerIndex: index.lowerBound)
        }
    }

    private func glassEntry(
        _ action: String, _ type: String, _ glass: BrokenGlass, _ standing: Standing, _ now: Int
    ) -> Ledger.Entry {
        Ledger.Entry(.grant, by: standing, at: now, of: type, glass.record, action: action, detail: glass.id)
    }
}
