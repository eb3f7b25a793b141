/// The number of a forbid on the page. F10, F13 and F15 are rules of a workflow, and stand where the workflow is.
public enum ForbidNumber: String, CaseIterable, Sendable {
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f11 = "F11"
    case f12 = "F12"
    case f14 = "F14"
}

/// What no permit and no break-glass overrides.
struct Forbid: Hashable, Sendable {
    var number: ForbidNumber
    /// What it forbids.
    var scope: Scope
    /// What it leaves to the cells all the same.
    var exceptions: [Scope] = []

    func applies(_ role: Role, _ operation: Operation, _ kind: Kind, _ context: Context) -> Bool {
        scope.covers(role, operation, kind) && scope.condition.holds(in: context)
            && !exceptions.contains { $0.covers(role, operation, kind) && $0.condition.holds(in: context) }
    }
}

/// Whom, what and when a forbid, or an exception to it, speaks of.
struct Scope: Hashable, Sendable {
    /// All kinds but public statistics, which are outside every forbid.
    static let content = Choice<Kind>.all.without(.statsPub)

    var roles = Choice<Role>.all
    var kinds = Scope.content
    var operations = Choice<Operation>.all
    var condition = Condition.always

    func covers(_ role: Role, _ operation: Operation, _ kind: Kind) -> Bool {
        roles.contains(role) && kinds.contains(kind) && operations.contains(operation)
    }
}

/// What a forbid depends on.
enum Condition: CaseIterable, Sendable {
    case always, own, consentValid, consentWithdrawn, underOrder, excluded, postingEnded, withoutTwoApprovers

    func holds(in context: Context) -> Bool {
        switch self {
        case .always: true
        case .own: context.isOwn
        case .consentValid: context.consent == .valid
        case .consentWithdrawn: context.consent == .withdrawn
        case .underOrder: context.isUnderOrder
        case .excluded: context.isExcluded
        case .postingEnded: !context.isPostingCurrent
        case .withoutTwoApprovers: context.approvals != .twoDifferent
        }
    }
}
