public import Values

/// The middle of some numbers, and the worst (M10, M13).
public struct Median: Hashable, Sendable {
    /// The middle; between two, their mean.
    public let middle: Ratio
    /// The greatest.
    public let worst: Int

    /// The median; nil of nothing.
    public init?(_ numbers: [Int]) {
        let sorted = numbers.sorted()
        guard let last = sorted.last else { return nil }
        let half = sorted.count / 2
        let (low, high) = (sorted[sorted.count.isMultiple(of: 2) ? half - 1 : half], sorted[half])
        guard let middle = try? Ratio(low).plus(Ratio(high)).times(Ratio(1, of: 2) ?? .zero) else { return nil }
        self.middle = middle
        worst = last
    }
}
