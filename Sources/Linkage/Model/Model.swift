/// Trained settings as tables: what each outcome weighs.
struct Model: Sendable {
    let prior: Weight
    /// log2(m/u), by comparison and level.
    private let base: [[Double]]
    /// How much rarity counts, and log2 of the typical frequency, by comparison and level.
    private let rarity: [[Double]]
    private let typical: [[Double]]
    private let home: HouseholdModel?
    /// Comparisons of documents that can be relied on: two that differ are of two persons.
    private let isReliable: [Bool]

    /// Levels that have not learned weigh nothing.
    init(_ settings: Settings) {
        let share = settings.prior ?? 0.5
        prior = Weight(bits: Double.log2(share / (1 - share)))
        base = settings.comparisons.map {
            $0.levels.map { level in
                guard let m = level.m, let u = level.u else { return 0 }
                return Double.log2(max(m, 1e-12) / max(u, 1e-15))
            }
        }
        rarity = settings.comparisons.map { $0.levels.map { $0.typical == nil ? 0 : $0.rarity } }
        typical = settings.comparisons.map { $0.levels.map { Double.log2(max($0.typical ?? 1, 1e-15)) } }
        home = HouseholdModel(settings)
        isReliable = settings.comparisons.map { $0.kind == .document && ($0.levels.last?.m ?? 1) < Self.reliable }
    }

    /// A kind of document is relied on when fewer records of one person than this have two that differ.
    private static let reliable = 0.02

    /// Whether an outcome rules out that it is one person, whatever else agrees.
    func isContradiction(_ match: Match, _ comparison: Int) -> Bool {
        isReliable[comparison] && match.level == base[comparison].count - 1
    }

    /// What an outcome weighs, in bits.
    @inline(__always)
    func bits(_ match: Match, _ comparison: Int) -> Double {
        guard match.level >= 0 else { return 0 }
        let weight = base[comparison][match.level]
        let share = rarity[comparison][match.level]
        return share == 0 ? weight : weight + share * (typical[comparison][match.level] + match.bits)
    }

    /// What the chance of a household takes from the score of these outcomes, in bits.
    func household(_ outcomes: [Match]) -> Double {
        home?.bits(outcomes) { bits(outcomes[$0], $0) } ?? 0
    }

    /// What the level alone weighs, and what the rarity of the value adds.
    func weights(_ match: Match, _ comparison: Int) -> (level: Weight, rarity: Weight) {
        guard match.level >= 0 else { return (.zero, .zero) }
        let level = Weight(bits: base[comparison][match.level])
        return (level, Weight(bits: bits(match, comparison) - base[comparison][match.level]))
    }

    /// The outcomes of all comparisons of two records.
    func outcomes(_ evidence: Evidence, _ a: Int, _ b: Int) -> [Match] {
        evidence.features.map { $0.match(a, b) ?? .nothing }
    }

    /// The score of two records: the prior and all weights.
    func score(_ outcomes: [Match]) -> Weight {
        var sum = prior + Weight(bits: household(outcomes))
        for comparison in outcomes.indices {
            let (level, rarity) = weights(outcomes[comparison], comparison)
            sum = sum + level + rarity
        }
        return sum
    }

    /// About the score of a pattern, in bits.
    func bits(_ pattern: UInt64, _ layout: PatternLayout) -> Double {
        let outcomes = base.indices.map { layout.unpack(pattern, $0) }
        return outcomes.indices.reduce(prior.bits + household(outcomes)) { $0 + bits(outcomes[$1], $1) }
    }
}
