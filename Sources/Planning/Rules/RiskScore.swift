/// Who bears a risk (R040). All four are always asked for.
public enum RiskGroup: String, CaseIterable, Sendable, Codable {
    case operators, exploitedPersons, displacedWorkers, overseers
}

/// What a risk is to (domain.md 5.2).
public enum RiskCategory: String, CaseIterable, Sendable, Codable {
    case life, psychological, liberty, livelihood, family, legalStatus, privacy, evidence
}

/// What an operation can meet besides (domain.md 5.2; the five failure factors of R037 are among them).
public enum OperationRisk: String, CaseIterable, Sendable, Codable {
    case leak, wrongPremises, mistakenIdentity, resistance, children, fire, crowd, corruption, political, diplomatic
}

/// A place on the matrix of five by five: likelihood 1 remote … 5 almost certain, impact 1 negligible … 5 catastrophic.
public struct RiskScore: Hashable, Comparable, Sendable {
    /// The colour of a place on the matrix.
    public enum Band: Int, CaseIterable, Comparable, Sendable {
        case low, medium, high, extreme

        /// By rank.
        public static func < (left: Band, right: Band) -> Bool { left.rawValue < right.rawValue }
    }

    /// How likely, 1 to 5.
    public let likelihood: Int
    /// How grave, 1 to 5.
    public let impact: Int

    /// A score; `nil` outside the matrix.
    public init?(likelihood: Int, impact: Int) {
        guard (1...5).contains(likelihood), (1...5).contains(impact) else { return nil }
        self.likelihood = likelihood
        self.impact = impact
    }

    /// Likelihood times impact.
    public var value: Int { likelihood * impact }

    /// The band of the score: 1-4, 5-9, 10-16, 20-25.
    public var band: Band {
        switch value {
        case ...4: .low
        case ...9: .medium
        case ...16: .high
        default: .extreme
        }
    }

    /// By rank.
    public static func < (left: RiskScore, right: RiskScore) -> Bool { left.value < right.value }
}
