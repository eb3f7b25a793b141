/// Look once more, or act? An optimal stopping problem (measures.md B2).
///
/// Constraint before value: in danger nobody is traded for information (l.426-427), so the question is not even put.
public struct WatchOrAct: Hashable, Sendable {
    /// What one can do.
    public enum Choice: String, CaseIterable, Sendable { case close, inspect, watch, raid }

    /// The chance now that the suspicion is true.
    public var prior: Double
    /// How often a look finds exploitation that is there.
    public var sensitivity: Double
    /// How often a look finds nothing where nothing is.
    public var specificity: Double
    /// What an entry is worth where exploitation is, and where it is not or the site was warned.
    public var raidTrue: Double
    /// What an entry is worth where nothing is, or the site was warned.
    public var raidEmpty: Double
    /// What an inspection is worth where exploitation is, and where it is not.
    public var inspectTrue: Double
    /// What an inspection is worth where nothing is.
    public var inspectEmpty: Double
    /// What one more look costs the people there, charged only if exploitation is real.
    public var lookCost: Double
    /// The chance that a look warns the site.
    public var leak: Double
    /// How many looks there can be.
    public var horizon: Int

    /// From its parts.
    public init(
        prior: Double, sensitivity: Double, specificity: Double, raidTrue: Double, raidEmpty: Double,
        inspectTrue: Double, inspectEmpty: Double, lookCost: Double, leak: Double, horizon: Int
    ) {
        self.prior = prior
        self.sensitivity = sensitivity
        self.specificity = specificity
        self.raidTrue = raidTrue
        self.raidEmpty = raidEmpty
        self.inspectTrue = inspectTrue
        self.inspectEmpty = inspectEmpty
        self.lookCost = lookCost
        self.leak = leak
        self.horizon = min(50, max(0, horizon))
    }

    /// The best choice after some looks, and its value.
    public struct Answer: Hashable, Sendable {
        /// What to do.
        public var choice: Choice
        /// What it is worth.
        public var value: Double
        /// What acting at once would be worth.
        public var valueNow: Double
        /// The chance that the suspicion is true.
        public var chance: Double
        /// What looking is worth above acting at once.
        public var valueOfInformation: Double { value - valueNow }
    }

    /// What to do after this many looks that found it, and that did not. Nil in danger: then one acts (R143).
    public func answer(found: Int = 0, notFound: Int = 0, isDangerImmediate: Bool) -> Answer? {
        guard !isDangerImmediate, found >= 0, notFound >= 0, found + notFound <= horizon else { return nil }
        // Backwards from the last look: the value of each state (k looks, a of which found something).
        var next: [Answer] = []
        for looks in stride(from: horizon, through: found + notFound, by: -1) {
            next = (0...looks).map { state($0, looks - $0, next: next) }
        }
        return next[found]
    }

    private func state(_ found: Int, _ notFound: Int, next: [Answer]) -> Answer {
        let chance = posterior(found, notFound)
        let warned = 1 - power(1 - leak, found + notFound)
        let raid = chance * ((1 - warned) * raidTrue + warned * raidEmpty) + (1 - chance) * raidEmpty
        let inspect = chance * inspectTrue + (1 - chance) * inspectEmpty
        var best = Answer(choice: .close, value: 0, valueNow: 0, chance: chance)
        if inspect > best.value { best = Answer(choice: .inspect, value: inspect, valueNow: 0, chance: chance) }
        if raid > best.value { best = Answer(choice: .raid, value: raid, valueNow: 0, chance: chance) }
        best.valueNow = best.value
        guard !next.isEmpty else { return best }
        let finds = chance * sensitivity + (1 - chance) * (1 - specificity)
        let watch = -lookCost * chance + finds * next[found + 1].value + (1 - finds) * next[found].value
        if watch > best.value { (best.choice, best.value) = (.watch, watch) }
        return best
    }

    private func posterior(_ found: Int, _ notFound: Int) -> Double {
        let real = prior * power(sensitivity, found) * power(1 - sensitivity, notFound)
        let unreal = (1 - prior) * power(1 - specificity, found) * power(specificity, notFound)
        return real + unreal > 0 ? real / (real + unreal) : 0
    }

    private func power(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { sum, _ in sum * base } }
}
