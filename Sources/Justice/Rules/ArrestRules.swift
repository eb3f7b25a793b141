public import Values
import Words

/// Somebody about to be arrested or charged (R131, RL-01, RL-18; SM8).
public struct Arrest: Sendable {
    /// Who it is, as far as the case knows.
    public enum Whom: Hashable, Sendable {
        case subject(profile: String)
        case unknownSubject
        case personAtRisk
    }

    /// RL-18: a prosecutor's look at whether what somebody did was because they were exploited.
    public struct NonPunishmentReview: Hashable, Sendable {
        /// Who reviewed it.
        public var prosecutor: String
        /// Whether the act was because of the exploitation.
        public var isBecauseOfExploitation: Bool
        /// Why.
        public var reason: String

        /// A review.
        public init(by prosecutor: String, isBecauseOfExploitation: Bool, reason: String) {
            self.prosecutor = prosecutor
            self.isBecauseOfExploitation = isBecauseOfExploitation
            self.reason = reason
        }
    }

    /// What follows.
    public enum Answer: Hashable, Sendable {
        case allowed
        case refused([Reason])
        /// Refused, and somebody must know at once that it was tried.
        case alarm([Reason])
    }

    /// Who it is.
    public var whom: Whom
    /// The code of the offence.
    public var offence: String
    /// The review, for a person at risk.
    public var review: NonPunishmentReview?
    /// When a prosecutor was first engaged, and when the arrest is (R141).
    public var prosecutorEngagedAt: Int?
    /// When.
    public var at: Int

    /// An arrest or a charge.
    public init(
        _ whom: Whom, for offence: String, review: NonPunishmentReview? = nil, prosecutorEngagedAt: Int?, at: Int
    ) {
        self.whom = whom
        self.offence = offence
        self.review = review
        self.prosecutorEngagedAt = prosecutorEngagedAt
        self.at = at
    }

    /// Whether it may be.
    public func answer(_ offences: OffenceCatalogue) -> Answer {
        guard offences[offence] != nil else {
            let reasons = [Reason("RL-01", Phrase("justice.no-such-offence", ["offence": offence]))]
            return whom == .personAtRisk ? .alarm(reasons) : .refused(reasons)
        }
        guard whom == .personAtRisk else { return .allowed }
        guard let review, !review.reason.isEmpty, !review.prosecutor.isEmpty else {
            return .refused([Reason("RL-18", Phrase("justice.no-review"))])
        }
        return review.isBecauseOfExploitation
            ? .refused([Reason("RL-18", Phrase("justice.not-punished"))]) : .allowed
    }

    /// R131: what a planned arrest should have. Flags, no bars: the street does not wait.
    public var flags: [Reason] {
        var reasons: [Reason] = []
        reasons.require(whom != .unknownSubject, "R131", Phrase("justice.no-profile"))
        reasons.require(
            prosecutorEngagedAt.map { $0 <= at } ?? false, "R141", Phrase("justice.prosecutor-late"))
        return reasons
    }
}
