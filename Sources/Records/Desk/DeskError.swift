public import Words

/// Why the desk does not do what it was asked.
public enum DeskError: Explained, Equatable {
    /// There is no such thing for this viewer: unknown and forbidden are one answer.
    case notFound
    /// The thing may be seen, but this may not be done to it by this role.
    case notAllowed(action: String)
    /// It cannot be done in the state in which the record is.
    case wrongState(action: String, state: String)
    /// A guard does not hold: which, and the requirement that it enforces.
    case refused(guard: String, requirement: String, arguments: [String: String] = [:])
    /// The action cannot set this field.
    case cannotSet(field: String, action: String)
    /// A value does not fit its field.
    case badValue(field: String)
    /// Somebody else has changed the same fields meanwhile: both stand in a conflict, for a person to decide.
    case conflict(RecordID)
    /// The same key was used for another request.
    case keyReused
    /// A reason is asked for.
    case reasonNeeded
    /// Two people of two different organisations have to approve first.
    case approvalNeeded
    /// Nobody approves, grants to or reviews himself (F13).
    case ownRequest
    /// What was done cannot be taken back (any more).
    case cannotUndo
    /// The vault is sealed, and this record has sealed fields.
    case vaultSealed
    /// The type is not known here.
    case unknownType(String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .notFound: Phrase("records.not-found")
        case .notAllowed(let action): Phrase("records.not-allowed", ["action": action])
        case .wrongState(let action, let state): Phrase("records.wrong-state", ["action": action, "state": state])
        case .refused(let key, let requirement, let arguments):
            Phrase("records.refused", ["requirement": requirement], around: Phrase(key, arguments))
        case .cannotSet(let field, let action): Phrase("records.cannot-set", ["field": field, "action": action])
        case .badValue(let field): Phrase("records.bad-value", ["field": field])
        case .conflict(let id): Phrase("records.conflict", ["id": id])
        case .keyReused: Phrase("records.key-reused")
        case .reasonNeeded: Phrase("records.reason-needed")
        case .approvalNeeded: Phrase("records.approval-needed")
        case .ownRequest: Phrase("records.own-request")
        case .cannotUndo: Phrase("records.cannot-undo")
        case .vaultSealed: Phrase("records.vault-sealed")
        case .unknownType(let name): Phrase("records.unknown-type", ["name": name])
        }
    }
}
