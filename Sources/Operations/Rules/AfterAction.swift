public import Planning
public import Values
import Words

/// What must be written before an operation counts as reviewed (R010, R037, R039, R127, R129; SM6).
public struct AfterAction: Sendable {
    /// How far an objective was reached.
    public enum Rating: String, CaseIterable, Sendable, Codable { case met, partlyMet, notMet }

    /// R037: what the report found operations to fail on.
    public enum FailureFactor: String, CaseIterable, Sendable, Codable {
        case riskAssessmentAndPlanning, corruption, mistreatment, capacity, politicalWill
    }

    /// R010, R127: who is asked after.
    public enum People: String, CaseIterable, Sendable, Codable { case identified, notIdentified, notExtracted }

    /// R039: what was good, and what was not, for some people. "none known" is an answer, nothing is not.
    public struct Effects: Hashable, Sendable {
        /// What was good.
        public var positive: String
        /// What was not.
        public var negative: String

        /// Both.
        public init(positive: String, negative: String) {
            self.positive = positive
            self.negative = negative
        }
    }

    /// Signs that the operation was betrayed (domain.md 2.14): each asked, yes or no.
    public enum LeakSign: String, CaseIterable, Sendable, Codable {
        case emptySite, wipedDevices, absentSubjects, callsBeforeEntry, copyReadByOutsider, lateAccess, repeatedFailure
        case workersWarned, earlierVisit, oddHours
    }

    /// The ratings of the objectives.
    public var objectives: [Objective: Rating] = [:]
    /// Ratings of the failure factors, 0 none to 4.
    public var factors: [FailureFactor: Int] = [:]
    /// What it meant for people.
    public var effects: [People: Effects] = [:]
    /// How many remained or lost their work, counted without names; nil while nobody has asked.
    public var notExtracted: Int?
    /// Answers about signs of a leak.
    public var leaks: [LeakSign: Bool] = [:]
    /// R027: benefits that were predicted, each checked.
    public var benefits: [Benefit: Bool] = [:]
    /// R129: the learning review that an unmet objective demands.
    public var hasLearningReview = false

    /// An empty review.
    public init() {}

    /// Whether an objective was not met.
    public var hasUnmetObjective: Bool { objectives.values.contains(.notMet) }

    /// Why it does not count as reviewed.
    public func shortcomings(predicted: Set<Benefit>) -> [Reason] {
        var reasons: [Reason] = []
        for objective in Objective.allCases where objectives[objective] == nil {
            reasons.append(Reason("R129", Phrase("operations.not-rated", ["what": objective.rawValue])))
        }
        for factor in FailureFactor.allCases where factors[factor] == nil {
            reasons.append(Reason("R037", Phrase("operations.not-rated", ["what": factor.rawValue])))
        }
        for people in People.allCases {
            let effects = effects[people]
            reasons.require(
                effects?.positive.isEmpty == false && effects?.negative.isEmpty == false,
                people == .notExtracted ? "R010" : "R127", Phrase("operations.no-effects", ["people": people.rawValue]))
        }
        reasons.require(notExtracted != nil, "R010", Phrase("operations.not-extracted"))
        for sign in LeakSign.allCases where leaks[sign] == nil {
            reasons.append(Reason("R109", Phrase("operations.leak-unanswered", ["sign": sign.rawValue])))
        }
        for benefit in Benefit.allCases where predicted.contains(benefit) && benefits[benefit] == nil {
            reasons.append(Reason("R027", Phrase("operations.benefit-unchecked", ["benefit": benefit.rawValue])))
        }
        reasons.require(!hasUnmetObjective || hasLearningReview, "R129", Phrase("operations.no-learning-review"))
        return reasons
    }
}
