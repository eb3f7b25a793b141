import Access
import Storage

/// How a viewer stands to one record at one moment: the database is asked once, and whatever is then asked of the matrix is
/// computed from the answer.
struct Stance: Sendable {
    let viewer: Viewer
    let row: RecordRow
    /// Whether the record is hidden from the viewer, by its terms, an order, or all that is of its kind or owner (F1).
    let isExcluded: Bool
    private let relations: Set<String>
    private let approvals: [Access.Operation: Approvals]
    private let now: Int

    init(of viewer: Viewer, to row: RecordRow, at now: Int, _ connection: any Reading) throws {
        (self.viewer, self.row, self.now) = (viewer, row, now)
        let names = viewer.principals.map(\.text)
        relations = Set(
            try connection.rows(
                "SELECT DISTINCT relation FROM record_principal WHERE record = \(row.number) AND principal IN \(names)"
            ).map { $0.text(0) })
        let isNamed =
            !relations.isDisjoint(with: Hiding.relations)
            || viewer.standing.exclusions.contains { $0.hides(organisation: row.organisation, row.kind) }
        // What tells of another record, or rests on one, is hidden with it. It is asked whatever else hides it: what is not there
        // is asked about in the same statements.
        let hidden: SQL = "SELECT 1 FROM record r WHERE r.id = \(row.number) AND \(Desk.hidden(from: viewer))"
        isExcluded = try connection.row(hidden) != nil || isNamed
        approvals = try ApprovalRequest.standing(for: viewer.standing.account, row.id, at: now, connection)
    }

    /// What the matrix says to an operation of the viewer on the record.
    ///
    /// - Parameters:
    ///   - kind: another row of the matrix than the record's, for a field that is more closely held.
    ///   - approvals: other approvals than those that stand, for asking whether they would do.
    func decision(_ operation: Access.Operation, kind: Kind? = nil, approvals: Approvals? = nil) -> Decision {
        let standing = viewer.standing
        let context = Context(
            isAssigned: relations.contains("a"), isOwn: relations.contains("o"), consent: row.consent,
            approvals: approvals ?? self.approvals[operation] ?? .none, isReleased: row.released.contains(now),
            isUnderOrder: row.orderUntil > now, isExcluded: isExcluded, isPostingCurrent: standing.isPostingCurrent,
            isBreakGlass: standing.hasBrokenGlass(for: row.id, row.kind, at: now))
        return decide(as: standing.role, operation, kind ?? row.kind, context)
    }
}

extension Desk {
    /// How a viewer stands to a record now.
    func stance(of viewer: Viewer, to row: RecordRow, _ connection: any Reading) throws -> Stance {
        try Stance(of: viewer, to: row, at: now(), connection)
    }
}
