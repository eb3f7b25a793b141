import Access
import Records
import Storage

/// What the desk must answer, computed apart from it: from the declared table and the access matrix alone.
struct Predictor<R: Record> {
    let record: R
    let state: R.State
    let opened: Past
    let facts: R.Facts
    let viewer: Viewer
    let now: Int
    var isHidden = false

    /// The answer to an action without edits, with a reason.
    enum Answer: Equatable {
        case done(String)
        case refused(DeskError)
    }

    private func permits(_ operation: Access.Operation, _ approvals: Approvals = .none) -> Bool {
        let terms = record.terms(in: state, opened: opened)
        let standing = viewer.standing
        var names: [Principal] = [.account(standing.account), .organisation(standing.organisation)]
        names += standing.unit.isEmpty ? [] : [.unit(standing.unit)]
        func isAmong(_ others: [Principal]) -> Bool { others.contains { names.contains($0) } }
        let context = Context(
            isAssigned: isAmong(terms.assigned), isOwn: isAmong(terms.owners), consent: terms.consent,
            approvals: approvals, isReleased: terms.released?.contains(now) ?? false,
            isUnderOrder: (terms.orderUntil ?? 0) > now, isExcluded: isHidden || isAmong(terms.excluded),
            isPostingCurrent: standing.isPostingCurrent)
        return decide(as: standing.role, operation, record.kind, context).isPermitted
    }

    var isReadable: Bool { permits(.read) }

    func isReadable(with approvals: Approvals) -> Bool { permits(.read, approvals) }

    private func transition(_ action: R.Action) -> Transition<R>? {
        R.lifecycle.all.filter { $0.action == action && $0.from.contains(state) }.first
    }

    func answer(to action: R.Action) -> Answer {
        let name = action.rawValue
        func unlessHidden(_ error: DeskError) -> Answer { .refused(isReadable ? error : .notFound) }
        guard let transition = transition(action) else {
            return unlessHidden(.wrongState(action: name, state: state.rawValue))
        }
        guard permits(transition.operation) else {
            if permits(transition.operation, .twoDifferent) { return .refused(.approvalNeeded) }
            return unlessHidden(.notAllowed(action: name))
        }
        guard transition.by.contains(viewer.standing.role) else { return unlessHidden(.notAllowed(action: name)) }
        let seen = Case<R>(
            before: record, record: record, state: state, facts: facts, viewer: viewer, past: [opened],
            reason: "because", now: now)
        for rule in transition.guards where !rule.holds(seen) {
            return .refused(.refused(guard: rule.key, requirement: rule.requirement))
        }
        return .done((transition.to ?? state).rawValue)
    }

    /// The actions on offer.
    var offers: [String] {
        R.lifecycle.all.filter { transition in
            transition.from.contains(state) && transition.by.contains(viewer.standing.role)
                && (permits(transition.operation) || permits(transition.operation, .twoDifferent))
        }.map(\.action.rawValue)
    }
}
