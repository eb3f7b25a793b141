import Access
import Storage

/// How a viewer stands to one record at one moment: the database is asked once, and whatever is then asked of the matrix is
/// computed from the answer.
struct Stance: Sendable {
    let viewer: Viewer
    let row: RecordRow
    /// Whether the record is hidden from the viewer, by its terms, an order, or all that is of its kind or owner (F1).
    let isExcluded: Bool
    private let isAssigned: Bool
    private let isOwn: Bool
    private let approvals: [Access.Operation: Approvals]
    private let now: Int

    /// - Parameter isThere: whether there is such a record; to what merely stands for one nobody has a relation.
    init(
        of viewer: Viewer, to row: RecordRow, isThere: Bool = true, at now: Int, _ connection: any Reading
    ) throws {
        (self.viewer, self.row, self.now) = (viewer, row, now)
        let relations = try Self.relations(of: viewer.principals, to: row.number, connection)
        isAssigned = isThere && relations.int(0) == 1
        isOwn = isThere && relations.int(1) == 1
        let isNamed =
            relations.int(2) == 1
            || viewer.standing.exclusions.contains { $0.hides(organisation: row.organisation, row.kind) }
        // What tells of another record, or rests on one, is hidden with it. It is asked whatever else hides it: what is not there
        // is asked about in the same statements.
        let hidden: SQL = "SELECT 1 FROM record r WHERE r.id = \(row.number) AND \(Desk.hidden(from: viewer))"
        isExcluded = try connection.row(hidden) != nil || isNamed
        approvals = try ApprovalRequest.standing(for: viewer.standing.account, row.id, at: now, connection)
    }

    // One row, however many names the record has: assigned, own, hidden. `CASE` compares one after the other; for `IN` SQLite
    // would make a table each time.
    private static func relations(
        of principals: [Principal], to number: Int, _ connection: any Reading
    ) throws -> Row {
        let cases: ([String]) -> SQL = { $0.reduce("") { $0 + " WHEN \($1) THEN 1" } }
        let (names, hiding) = (cases(principals.map(\.text)), cases(Hiding.relations))
        let row = try connection.row(
            """
            SELECT MAX(CASE relation WHEN 'a' THEN 1 ELSE 0 END), MAX(CASE relation WHEN 'o' THEN 1 ELSE 0 END),
                MAX(CASE relation\(hiding) ELSE 0 END)
            FROM record_principal WHERE record = \(number) AND CASE principal\(names) ELSE 0 END = 1
            """)
        return row ?? Row([.null, .null, .null])
    }

    /// What the matrix says to an operation of the viewer on the record.
    ///
    /// - Parameters:
    ///   - kind: another row of the matrix than the record's, for a field that is more closely held.
    ///   - approvals: other approvals than those that stand, for asking whether they would do.
    func decision(_ operation: Access.Operation, kind: Kind? = nil, approvals: Approvals? = nil) -> Decision {
        let standing = viewer.standing
        let context = Context(
            isAssigned: isAssigned, isOwn: isOwn, consent: row.consent,
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
