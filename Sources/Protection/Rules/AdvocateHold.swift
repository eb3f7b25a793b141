public import Values
import Words

/// R193, RL-31: the best interest of a person comes before a conviction. An advocate's objection holds a step at once.
public struct AdvocateHold: Hashable, Sendable {
    /// Steps that can be held.
    public enum Step: String, CaseIterable, Sendable, Codable { case testimony, interview, returning }

    /// Who decides about an objection.
    public enum Reviewer: String, CaseIterable, Sendable, Codable {
        case independent, prosecutor, investigator, advocate
    }

    /// How an objection was decided.
    public struct Decision: Hashable, Sendable {
        /// The step does not happen.
        public var isUpheld: Bool
        /// Who decided.
        public var reviewer: Reviewer
        /// Why.
        public var reason: String

        /// A decision.
        public init(isUpheld: Bool, by reviewer: Reviewer, reason: String) {
            self.isUpheld = isUpheld
            self.reviewer = reviewer
            self.reason = reason
        }
    }

    /// The step that is objected to.
    public var step: Step
    /// How it was decided; nil as long as it was not.
    public var decision: Decision?

    /// An objection.
    public init(_ step: Step, decision: Decision? = nil) {
        self.step = step
        self.decision = decision
    }

    /// Why the step waits.
    public func hold(_ step: Step) -> Reason? {
        guard self.step == step else { return nil }
        guard let decision, decision.reviewer == .independent, !decision.reason.isEmpty else {
            return Reason("RL-31", Phrase("protection.objection-open"))
        }
        return decision.isUpheld ? Reason("RL-31", Phrase("protection.objection-upheld")) : nil
    }
}
