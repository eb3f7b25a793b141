public import Access
public import Values
import Words

/// The life of a record as data: how it begins, and what may be done with it in each state.
///
///     static let lifecycle = Lifecycle<Exclusion>(
///         opening: Transition(.exclude, to: .active, by: .ngoManager, sets: "principal", "reason"),
///         Transition(.lift, from: .active, to: .lifted, by: .ngoManager) {
///             Guard("records.guard.lifted-by-another", "RL-12") { $0.viewer.account != $0.opened?.account }
///         })
public struct Lifecycle<R: Record>: Sendable {
    /// How a record comes to be: the one transition that starts from nothing.
    public let opening: Transition<R>
    /// What may be done afterwards.
    public let transitions: [Transition<R>]

    /// Makes a life. Two transitions of one action never start from the same state.
    public init(opening: Transition<R>, _ transitions: Transition<R>...) {
        self.opening = opening
        self.transitions = transitions
    }

    /// All transitions, the opening first.
    public var all: [Transition<R>] { [opening] + transitions }

    /// The transition of an action in a state; `nil` for a record that is not there yet.
    public func transition(_ action: R.Action, in state: R.State?) -> Transition<R>? {
        guard let state else { return opening.action == action ? opening : nil }
        return transitions.first { $0.action == action && $0.from.contains(state) }
    }

    /// What may be done in a state, whoever does it.
    public func transitions(from state: R.State) -> [Transition<R>] { transitions.filter { $0.from.contains(state) } }

    /// What is wrong with the declaration: ambiguous actions, states that cannot be reached, fields that do not exist.
    public var faults: [String] {
        var faults: [String] = []
        for state in R.State.allCases {
            let actions = transitions(from: state).map(\.action)
            for action in Set(actions) where actions.count(where: { $0 == action }) > 1 {
                faults.append("\(R.type.name): \(action.rawValue) is ambiguous in \(state.rawValue)")
            }
        }
        var reached: Set = [opening.to].compactMap(\.self).reduce(into: Set<R.State>()) { $0.insert($1) }
        while let more = transitions.first(where: { !$0.from.isDisjoint(with: reached) && $0.adds(to: reached) }) {
            if let to = more.to { reached.insert(to) }
        }
        for state in R.State.allCases where !reached.contains(state) {
            faults.append("\(R.type.name): nothing leads to \(state.rawValue)")
        }
        let names = Set(R.fields.map(\.name))
        for transition in all {
            for field in transition.sets where !names.contains(field) {
                faults.append("\(R.type.name): \(transition.action.rawValue) sets \(field), which is no field")
            }
        }
        let opened = Set(all.flatMap(\.deadlines).filter(\.isOpening).map(\.name))
        for transition in all {
            if let deadline = transition.whenDue, !opened.contains(deadline) {
                faults.append(
                    "\(R.type.name): \(transition.action.rawValue) waits for \(deadline), which nothing opens")
            }
            for case .opens(let rule) in transition.deadlines {
                for field in rule.fields where !names.contains(field) {
                    faults.append("\(R.type.name): \(rule.name) looks at \(field), which is no field")
                }
            }
            for guarded in transition.guards.compactMap(\.field) where !names.contains(guarded) {
                faults.append("\(R.type.name): a guard of \(transition.action.rawValue) is at \(guarded), no field")
            }
        }
        for action in R.Action.allCases where Self.reserved.contains(action.rawValue) {
            faults.append("\(R.type.name): an address ends in \(action.rawValue) already")
        }
        for action in R.Action.allCases where !all.contains(where: { $0.action == action }) {
            faults.append("\(R.type.name): nothing is declared for \(action.rawValue)")
        }
        return faults
    }

    // What stands behind a record's address besides its actions.
    private static var reserved: Set<String> { ["undo", "history", "readers", "new"] }
}

/// One thing that may be done: from which states, to which, by whom, and what must hold.
public struct Transition<R: Record>: Sendable {
    /// What is done.
    public let action: R.Action
    /// Where it may be done; empty for the opening.
    public let from: Set<R.State>
    /// Where it leads; `nil` when the state stays.
    public let to: R.State?
    /// Who may do it.
    public let by: Set<FineRole>
    /// What it is in the access matrix.
    public let operation: Operation
    /// The fields that it may set; all others stay as they are.
    public let sets: [String]
    /// The deadlines that it opens and those that it meets.
    public let deadlines: [DeadlineChange]
    /// Whether it has to be said why.
    public let needsReason: Bool
    /// Whether it may be taken back by whoever did it, as long as nothing else has followed.
    public let isUndoable: Bool
    /// The deadline that brings it about by passing; `nil` for what people do.
    public let whenDue: String?
    /// What must hold.
    public let guards: [Guard<R>]

    /// Declares a transition between states.
    public init(
        _ action: R.Action, from: R.State..., to: R.State? = nil, by: Set<FineRole>, as operation: Operation = .update,
        sets: [String] = [], deadlines: [DeadlineChange] = [], needsReason: Bool = false, isUndoable: Bool = false,
        @GuardBuilder<R> guards: () -> [Guard<R>] = { [] }
    ) {
        self.action = action
        self.from = Set(from)
        self.to = to
        self.by = by
        self.operation = from.isEmpty ? .create : operation
        self.sets = sets
        self.deadlines = deadlines
        self.needsReason = needsReason
        self.isUndoable = isUndoable
        whenDue = nil
        self.guards = guards()
    }

    /// Declares what time alone does, once a deadline has passed: something lapses, goes stale or runs out. It decides
    /// nothing about anybody (RL-30), and nobody can do it by hand.
    public init(
        _ action: R.Action, from: R.State..., to: R.State, whenDue deadline: String, deadlines: [DeadlineChange] = []
    ) {
        self.action = action
        self.from = Set(from)
        self.to = to
        by = []
        operation = .update
        sets = []
        self.deadlines = deadlines
        needsReason = false
        isUndoable = false
        whenDue = deadline
        guards = []
    }

    fileprivate func adds(to reached: Set<R.State>) -> Bool { to.map { !reached.contains($0) } ?? false }
}

/// A condition for an action: pure, named, and citing the requirement that it enforces.
public struct Guard<R: Record>: Sendable {
    /// The catalogue's key of what is missing when it does not hold.
    public let key: String
    /// The requirement or red line: `R143`, `RL-12`.
    public let requirement: String
    /// The field that it asks for, so that a form can say it beside; `nil` for none or several.
    public let field: String?
    /// Why it does not hold: empty when it does.
    public let reasons: @Sendable (Case<R>) -> [Reason]

    /// Declares a guard.
    public init(
        _ key: String, _ requirement: String, at field: String? = nil, _ holds: @escaping @Sendable (Case<R>) -> Bool
    ) {
        self.key = key
        self.requirement = requirement
        self.field = field
        reasons = { holds($0) ? [] : [Reason(requirement, Phrase(key))] }
    }

    /// Declares a guard that a rule answers with all that is missing; the key says in general what it asks for.
    public init(each key: String, _ requirement: String, _ reasons: @escaping @Sendable (Case<R>) -> [Reason]) {
        self.key = key
        self.requirement = requirement
        field = nil
        self.reasons = reasons
    }

    /// Whether it holds.
    public func holds(_ seen: Case<R>) -> Bool { reasons(seen).isEmpty }
}

/// Collects guards written one below the other.
@resultBuilder public enum GuardBuilder<R: Record> {
    /// One guard.
    public static func buildExpression(_ one: Guard<R>) -> Guard<R> { one }
    /// All of them.
    public static func buildBlock(_ guards: Guard<R>...) -> [Guard<R>] { guards }
}

/// What a guard looks at: the record as it would be, what it was, and who is about to do what, when and why.
public struct Case<R: Record>: Sendable {
    /// The record as it was; `nil` at the opening.
    public let before: R?
    /// The record as it would be.
    public let record: R
    /// The state that it is in; `nil` at the opening.
    public let state: R.State?
    /// What other records say.
    public let facts: R.Facts
    /// Who acts.
    public let viewer: Viewer
    /// What has been done with it before, oldest first.
    public let past: [Past]
    /// Why.
    public let reason: String
    /// When, in milliseconds since 1970 UTC.
    public let now: Int

    /// Makes a case; tests of guards do so, and the desk.
    public init(
        before: R?, record: R, state: R.State?, facts: R.Facts, viewer: Viewer, past: [Past], reason: String, now: Int
    ) {
        self.before = before
        self.record = record
        self.state = state
        self.facts = facts
        self.viewer = viewer
        self.past = past
        self.reason = reason
        self.now = now
    }

    /// Who opened the record.
    public var opened: Past? { past.first }

    /// Whether this viewer has done any of these before (for the separation of duties, RL-12).
    public func viewerDid(_ actions: R.Action...) -> Bool {
        past.contains { step in
            step.account == viewer.standing.account && actions.contains { $0.rawValue == step.action }
        }
    }
}

/// Something that was done with a record.
public struct Past: Sendable, Hashable, Codable {
    /// The action's name.
    public var action: String
    /// Who did it.
    public var account: String
    /// For which organisation.
    public var organisation: String
    /// When, in milliseconds since 1970 UTC.
    public var at: Int

    /// Makes an entry.
    public init(action: String, account: String, organisation: String, at: Int) {
        self.action = action
        self.account = account
        self.organisation = organisation
        self.at = at
    }
}
