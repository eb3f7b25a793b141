// Who may see and do what. One pure function answers it, from one table that is the page `access-matrix.md`:
//
//     Access.decide(.investigator, .read, .victimID, context)     // permit, or deny, and why
//
// `Clearance` says the same for whole sets of rows, by their labels.

/// Whether a role may do something with a kind in a context, and why. It is total: every question has an answer.
public func decide(_ role: Role, _ operation: Operation, _ kind: Kind, _ context: Context) -> Decision {
    Matrix.page.decide(role, operation, kind, context)
}

/// The same for one of the roles that people have, each of which is a column of the matrix or less.
public func decide(as role: FineRole, _ operation: Operation, _ kind: Kind, _ context: Context) -> Decision {
    let decision = decide(role.column, operation, kind, context)
    guard case .permit = decision, !role.keeps(operation, kind) else { return decision }
    return .deny(.narrower(role))
}

/// All 5,806,080 decisions, a bit each, 1 for permit.
///
/// In the order kinds (as in the table), roles (V T N S C I L A D O M E P W G K U Q X J), operations (R C U S X E P),
/// contexts (the last factor fastest), the first decision in the highest bit of the first byte; 725,760 bytes.
public func enumerate() -> [UInt8] { Matrix.page.enumerate() }
