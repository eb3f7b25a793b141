/// The access matrix: cells, forbids and what break-glass opens.
///
/// The page's own is `Matrix.page`; tests make others, to see that every change of it is noticed.
struct Matrix: Hashable, Sendable {
    /// What the cells permit, under which qualifiers; a right that is not here is not given.
    var rights: [Right: Qualifiers]
    /// Evaluated first; nothing overrides one.
    var forbids: [Forbid]
    /// The pairs that break-glass opens for reading.
    var breakGlass: [Role: Choice<Kind>]

    /// The matrix as it stands in `access-matrix.md`.
    static let page: Matrix = {
        do throws(MatrixProblem) {
            let rights = try parse(table, of: Kind.ofPage).merging(try parse(rooms, of: Kind.ofRooms)) { page, _ in page
            }
            return Matrix(rights: rights, forbids: pageForbids, breakGlass: pageBreakGlass)
        } catch {
            fatalError("Matrix.table or Matrix.rooms is not a table: \(error)")
        }
    }()

    /// Whether a role may do something with a kind in a context, and why.
    func decide(_ role: Role, _ operation: Operation, _ kind: Kind, _ context: Context) -> Decision {
        if let forbid = forbids.first(where: { $0.applies(role, operation, kind, context) }) {
            return .deny(.forbidden(forbid.number))
        }
        guard let asked = rights[Right(kind, role, operation)] else { return .deny(.notGiven) }
        let conditions = asked.subtracting(.markers)
        let unmet = conditions.subtracting(context.met)
        let opens = context.isBreakGlass && breakGlassOpens(role, operation, kind)
        let waived = opens ? unmet.intersection(.waivable) : []
        guard unmet == waived else { return .deny(.unmet(unmet.subtracting(waived))) }
        return .permit(
            Grant(
                satisfied: conditions.subtracting(unmet), waived: waived,
                isRedacted: asked.contains(.redacted), isWriteOnly: asked.contains(.writeOnly)))
    }

    func breakGlassOpens(_ role: Role, _ operation: Operation, _ kind: Kind) -> Bool {
        operation == .read && breakGlass[role]?.contains(kind) == true
    }
}

/// One operation of one cell.
struct Right: Hashable, Sendable {
    var kind: Kind
    var role: Role
    var operation: Operation

    init(_ kind: Kind, _ role: Role, _ operation: Operation) {
        self.kind = kind
        self.role = role
        self.operation = operation
    }
}
