import Values

/// R112: what falls due by itself after an entry on the minimum gates.
public enum EmergencyReview: String, CaseIterable, Sendable, Codable {
    case riskAssessment, independentReview

    /// When it is due.
    public func due(authorisedAt: Int, _ framework: Framework) -> Int {
        switch self {
        case .riskAssessment: authorisedAt + framework[.backfillHours].hours
        case .independentReview: authorisedAt + framework[.reviewHours].hours
        }
    }

    /// The reviews that are missing after their time: each is a breach.
    public static func breaches(
        authorisedAt: Int, done: [EmergencyReview: Int], now: Int, _ framework: Framework
    ) -> [EmergencyReview] {
        allCases.filter { (done[$0] ?? now) > $0.due(authorisedAt: authorisedAt, framework) }
    }
}
