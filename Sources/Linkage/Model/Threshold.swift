/// The score from which pairs are joined, chosen from what the model itself expects: no labels are needed.
public struct Threshold: Sendable, Hashable, Codable {
    /// The score, in bits.
    public var score: Double
    /// Which share of the pairs at or above it is expected to be right.
    public var precision: Double
    /// Which share of all pairs of one person is expected to be found at or above it, of those that were compared.
    public var recall: Double
    /// The precision if the model's prior were two times too high, or too low: how sure the estimate is.
    public var range: ClosedRange<Double>

    /// The lowest score at which the expected precision reaches the target, but not below even odds minus two bits.
    ///
    /// `scores` are those of all compared pairs that are worth a look.
    static func choose(_ scores: [Double], precision target: Double) -> Threshold {
        let sorted = scores.sorted(by: >)
        var (sum, all) = (0.0, sorted.reduce(0) { $0 + chance($1) })
        all = max(all, 1e-9)
        var best: (score: Double, precision: Double, recall: Double, count: Int)?
        for (index, score) in sorted.enumerated() {
            guard score >= Self.lowest else { break }
            sum += chance(score)
            let precision = sum / Double(index + 1)
            if precision >= target { best = (score, precision, sum / all, index + 1) }
        }
        guard let best else {
            return Threshold(score: max(sorted.first ?? 0, 0), precision: 0, recall: 0, range: 0...0)
        }
        let taken = sorted.prefix(best.count)
        let low = taken.reduce(0) { $0 + chance($1 - 1) } / Double(best.count)
        let high = taken.reduce(0) { $0 + chance($1 + 1) } / Double(best.count)
        return Threshold(score: best.score, precision: best.precision, recall: best.recall, range: low...max(low, high))
    }

    /// Below this, more pairs are wrong than a precision over all could excuse.
    static let lowest = -1.0

    private static func chance(_ bits: Double) -> Double { 1 / (1 + Double.exp2(-bits)) }
}
