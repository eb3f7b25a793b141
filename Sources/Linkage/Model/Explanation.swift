public import Words

/// Why two records have the score that they have: every weight, so that they sum to the score, bit for bit.
public struct Explanation: Sendable, Hashable {
    /// The weights, in the order in which they are shown.
    public var lines: [Line]

    /// The score: the sum of all weights.
    public var score: Weight { lines.reduce(.zero) { $0 + $1.weight } }
    /// How likely it is one person.
    public var probability: Double { score.probability }

    /// One weight.
    public struct Line: Sendable, Hashable {
        /// What it is for: the comparison's name, or nil for the prior and the household.
        public var comparison: String?
        /// The outcome; nil when a value is missing.
        public var level: Level.Test?
        /// The weight.
        public var weight: Weight
        /// What is said of it.
        public var phrase: Phrase
    }
}

extension Explanation {
    /// Takes the outcomes of two records apart.
    init(_ settings: Settings, _ model: Model, _ outcomes: [Match]) {
        lines = [Line(comparison: nil, level: nil, weight: model.prior, phrase: Phrase("link.why.prior"))]
        for (index, comparison) in settings.comparisons.enumerated() {
            let outcome = outcomes[index]
            let arguments = ["comparison": comparison.name]
            guard outcome.level >= 0 else {
                let phrase = Phrase("link.why.missing", arguments)
                lines.append(Line(comparison: comparison.name, level: nil, weight: .zero, phrase: phrase))
                continue
            }
            let level = comparison.levels[outcome.level]
            let (weight, rarity) = model.weights(outcome, index)
            lines.append(
                Line(
                    comparison: comparison.name, level: level.test, weight: weight,
                    phrase: Phrase("link.why.\(level.test.rawValue)", arguments)))
            if rarity != .zero {
                let key = rarity > .zero ? "link.why.rare" : "link.why.common"
                let records = Double.exp2(outcome.bits).rounded()
                let phrase = Phrase(key, ["comparison": comparison.name, "records": String(Int(min(records, 1e15)))])
                lines.append(Line(comparison: comparison.name, level: level.test, weight: rarity, phrase: phrase))
            }
        }
        let home = Weight(bits: model.household(outcomes))
        if home != .zero {
            lines.append(Line(comparison: nil, level: nil, weight: home, phrase: Phrase("link.why.household")))
        }
    }
}
