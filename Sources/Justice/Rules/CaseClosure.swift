public import Values
import Words

/// What must be known before a case is closed (R156, R162, R164).
public struct CaseClosure: Sendable {
    /// How the question of brokers ended.
    public enum BrokerQuestion: Hashable, Sendable {
        case open
        /// The linkage was investigated, with a result.
        case investigated(result: String)
        /// R162: one site, and an analyst's statement that no broker links it to others.
        case singleSite(analyst: String, statement: String)
    }

    /// How it ended.
    public var brokers: BrokerQuestion
    /// Charges that a prosecutor declined, with the reason and whether the person was told of the right to a review.
    public var declined: [Declined]
    /// Sentences in which compensation and confiscation were not asked for or answered.
    public var sentencesWithoutQuestion: Int

    /// A charge that was not brought.
    public struct Declined: Hashable, Sendable {
        /// Why.
        public var reason: String
        /// The person was told, and told of the right to have it reviewed.
        public var isPersonTold: Bool

        /// A charge that was not brought.
        public init(reason: String, isPersonTold: Bool) {
            self.reason = reason
            self.isPersonTold = isPersonTold
        }
    }

    /// A case at its end.
    public init(brokers: BrokerQuestion, declined: [Declined] = [], sentencesWithoutQuestion: Int = 0) {
        self.brokers = brokers
        self.declined = declined
        self.sentencesWithoutQuestion = sentencesWithoutQuestion
    }

    /// Why it cannot be closed.
    public var refusals: [Reason] {
        var reasons: [Reason] = []
        switch brokers {
        case .open: reasons.append(Reason("R164", Phrase("justice.brokers-open")))
        case .investigated(let result):
            reasons.require(!result.isEmpty, "R164", Phrase("justice.brokers-open"))
        case .singleSite(let analyst, let statement):
            reasons.require(!analyst.isEmpty && !statement.isEmpty, "R162", Phrase("justice.no-statement"))
        }
        for decline in declined {
            reasons.require(!decline.reason.isEmpty, "R156", Phrase("justice.declined-without-reason"))
            reasons.require(decline.isPersonTold, "R156", Phrase("justice.declined-untold"))
        }
        reasons.require(sentencesWithoutQuestion == 0, "R168", Phrase("justice.compensation-unasked"))
        return reasons
    }
}
