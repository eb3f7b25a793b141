import Values

/// R092: a place where NGOs lead because the state cannot or will not yet. Second best, and not for ever.
public struct Hotspot: Hashable, Sendable {
    /// What must suffice for a hand-over, each rated 0 to 4.
    public enum Measure: String, CaseIterable, Sendable, Codable { case capacity, confidence, politicalWill }

    /// The ratings.
    public var ratings: [Measure: Int]

    /// From its parts.
    public init(_ ratings: [Measure: Int]) { self.ratings = ratings }

    /// Whether to suggest handing over: all three suffice, not their mean.
    public func suggestsHandOver(_ framework: Framework) -> Bool {
        Measure.allCases.allSatisfy { (ratings[$0] ?? 0) >= framework[.handOverRating] }
    }
}
