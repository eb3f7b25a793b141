/// Times until something happens, of which some have not ended yet: the product-limit estimate of Kaplan and Meier.
///
/// A mean of those that have ended would be shorter than the truth; whoever still waits counts too.
public struct Survival: Hashable, Sendable {
    /// One time.
    public struct Time: Hashable, Sendable {
        /// How long so far.
        public var length: Int
        /// Whether it has ended, and did not just stop being watched.
        public var hasEnded: Bool

        /// A time.
        public init(_ length: Int, ended hasEnded: Bool = true) {
            self.length = length
            self.hasEnded = hasEnded
        }

        /// The time from one moment to another, or until now.
        public init(from start: Int, to end: Int?, now: Int) {
            self.init((end ?? now) - start, ended: end != nil)
        }
    }

    /// How many still wait after a length at which something ended.
    public struct Step: Hashable, Sendable {
        /// The length.
        public let length: Int
        /// The share that still waits.
        public let share: Double
    }

    /// The steps of the curve.
    public let steps: [Step]

    /// The estimate for some times.
    public init(_ times: [Time]) {
        var steps: [Step] = []
        var (share, atRisk) = (1.0, times.count)
        let byLength = Dictionary(grouping: times, by: \.length)
        for length in byLength.keys.sorted() {
            let here = byLength[length] ?? []
            let ended = here.count(where: \.hasEnded)
            if ended > 0 {
                share *= 1 - Double(ended) / Double(atRisk)
                steps.append(Step(length: length, share: share))
            }
            atRisk -= here.count
        }
        self.steps = steps
    }

    /// The length after which no more than half still wait; nil while more than half do.
    public var median: Int? { steps.first { $0.share <= 0.5 + 1e-12 }?.length }
}
