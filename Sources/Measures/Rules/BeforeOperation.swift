import Values

/// M01-M06: from the report to the decision.
public enum BeforeOperation {
    /// A site, from its first report to its first decision.
    public struct Site: Hashable, Sendable {
        /// When the first report came, by any channel.
        public var reportedAt: Int
        /// When something was first decided, "no entry" included.
        public var decidedAt: Int?
        /// It was resolved by something else than an entry.
        public var byAlternative: Bool?
        /// It was found clean twelve months later.
        public var isClean: Bool

        /// A site.
        public init(reportedAt: Int, decidedAt: Int?, byAlternative: Bool? = nil, isClean: Bool = false) {
            self.reportedAt = reportedAt
            self.decidedAt = decidedAt
            self.byAlternative = byAlternative
            self.isClean = isClean
        }
    }

    /// M01: how long from the first report to the first decision; those that wait count too.
    public static func reportToDecision(_ sites: [Site], now: Int) -> Survival {
        Survival(sites.map { Survival.Time(from: $0.reportedAt, to: $0.decidedAt, now: now) })
    }

    /// M03, R030: sites resolved by an alternative and clean after a year, of all resolved.
    public static func withoutEntry(_ sites: [Site]) -> Proportion? {
        let resolved = sites.filter { $0.byAlternative != nil }
        return Proportion(resolved.count { $0.byAlternative == true && $0.isClean }, of: resolved.count)
    }

    /// M02: decisions with a risk assessment and two alternatives recorded before them.
    public static func decisionQuality(_ decisions: [(assessedBefore: Bool, alternativesBefore: Int)]) -> Proportion? {
        Proportion(decisions.count { $0.assessedBefore && $0.alternativesBefore >= 2 }, of: decisions.count)
    }

    /// M04, R061: how an investigation began.
    public enum Origin: String, CaseIterable, Sendable, Codable { case reactivePerson, reactiveThird, proactive }

    /// M04: investigations opened from analysed intelligence, of all.
    public static func proactiveShare(_ origins: [Origin]) -> Proportion? {
        Proportion(origins.count { $0 == .proactive }, of: origins.count)
    }

    /// M05: how long until the competent agency had it, and how many were sent on twice or more.
    public static func routing(_ transfers: [(hours: Int, rerouted: Int)]) -> (time: Median?, wandering: Proportion?) {
        (Median(transfers.map(\.hours)), Proportion(transfers.count { $0.rerouted >= 2 }, of: transfers.count))
    }

    /// M06, R059, R047: cases with something from an NGO, and NGO items that were answered within thirty days.
    public static func contribution(
        casesWithItem: Int, cases: Int, answeredAfterDays: [Int?]
    ) -> (cases: Proportion?, answered: Proportion?) {
        let answered = answeredAfterDays.count { $0.map { $0 <= 30 } ?? false }
        return (Proportion(casesWithItem, of: cases), Proportion(answered, of: answeredAfterDays.count))
    }
}
