public import Values
import Words

/// One option, considered for this site: what it promises, what it costs, whom it harms (R018, R020, R079).
public struct OptionAssessment: Hashable, Sendable {
    /// What was done with it before.
    public enum Attempt: Hashable, Sendable {
        case notTried
        case failed(reason: String)
        case worked
    }

    /// The code.
    public var code: String
    /// Whether it can be done.
    public var isFeasible: Bool
    /// Why it is not feasible, or what it promises.
    public var reason: String
    /// What it would achieve for the people there, 0 to 4.
    public var effect: Int
    /// What it would do to each group, 0 to 4.
    public var harm: [RiskGroup: Int]
    /// What was done with it before.
    public var attempt: Attempt
    /// Resources (R079).
    public var staffHours: Int
    /// What it costs.
    public var cost: Amount?
    /// Days that it takes.
    public var workDays: Int

    /// From its parts.
    public init(
        _ code: String, isFeasible: Bool = true, reason: String, effect: Int, harm: [RiskGroup: Int] = [:],
        attempt: Attempt = .notTried, staffHours: Int = 0, cost: Amount? = nil, workDays: Int = 0
    ) {
        self.code = code
        self.isFeasible = isFeasible
        self.reason = reason
        self.effect = effect
        self.harm = harm
        self.attempt = attempt
        self.staffHours = staffHours
        self.cost = cost
        self.workDays = workDays
    }

    /// Whether it could still do what is needed.
    func isEnough(_ framework: Framework) -> Bool {
        if case .failed(let reason) = attempt, !reason.isEmpty { return false }
        return isFeasible && effect >= framework[.minimumEffect]
    }
}

/// R018: softer interventions first. Every one that applies is assessed, with a reason, before an entry may be chosen.
public struct Alternatives: Sendable {
    /// What fits and exists.
    public var applicable: [Applicability]
    /// What was considered.
    public var assessed: [OptionAssessment]

    /// From its parts.
    public init(applicable: [Applicability], assessed: [OptionAssessment]) {
        self.applicable = applicable
        self.assessed = assessed
    }

    /// Which options still lack an assessment or its reason.
    public var shortcomings: [Reason] {
        lessIntrusive.compactMap { option in
            let code = option.intervention.code
            let found = assessed.first { $0.code == code }
            if let found, !found.reason.isEmpty { return nil }
            return Reason("R018", Phrase("planning.alternative-without-reason", ["option": code]))
        }
    }

    /// R025: the necessity test. No less intrusive option that is feasible would be enough.
    public func isNecessary(_ framework: Framework) -> Bool {
        shortcomings.isEmpty && enough(framework).isEmpty
    }

    /// The less intrusive options that would be enough, the least harmful to persons at risk first.
    public func enough(_ framework: Framework) -> [OptionAssessment] {
        let codes = Set(lessIntrusive.map(\.intervention.code))
        return assessed.filter { codes.contains($0.code) && $0.isEnough(framework) }.sorted { left, right in
            let (first, second) = (left.harm[.exploitedPersons] ?? 0, right.harm[.exploitedPersons] ?? 0)
            return (first, right.effect, left.code) < (second, left.effect, right.code)
        }
    }

    private var lessIntrusive: [Applicability] {
        let limit = applicable.first { $0.intervention.isOperation }?.intervention.intrusiveness ?? 4
        return applicable.filter { !$0.intervention.isOperation && $0.intervention.intrusiveness < limit }
    }
}
