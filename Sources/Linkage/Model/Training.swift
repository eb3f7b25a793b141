/// Learns a model without labels: expectation and maximisation on distinct patterns (Fellegi and Sunter 1969; Winkler 1988).
///
/// 1. How *strangers* agree (`u`) is counted on random pairs. Freeing it on candidates, which agree by the way they were chosen,
///    leads to wrong optima. Identifiers are the exception: two strangers hardly ever share one, too seldom for random pairs,
///    and every pair that does is a candidate; so there it is counted on candidates.
/// 2. How records of *one person* agree (`m`) is learned in the purest session that can teach it; where none can, on all
///    candidates.
/// 3. How many pairs are of one person (`prior`), and how many of one household, is learned on all candidates.
struct Training {
    private(set) var settings: Settings
    private let evidence: Evidence
    private let layout: PatternLayout
    private let table: PatternTable
    private let random: RandomPairs
    /// By comparison: the mean frequency of an identifier that two candidates share.
    private let identifierFrequency: [Double]
    /// Which comparisons have been learned in a session.
    private var isTaught: [Bool]

    /// Learns from the compared candidates.
    init(_ evidence: Evidence, _ pairs: ComparedPairs) {
        self.evidence = evidence
        layout = evidence.layout
        table = pairs.table
        settings = evidence.settings
        random = RandomPairs(evidence)
        identifierFrequency = Self.identifierFrequency(evidence, pairs.table)
        isTaught = settings.comparisons.map { _ in false }
        settings.prior = min(0.1, Double(evidence.count) / 2 / max(random.possible, 1))
        for index in settings.comparisons.indices {
            let first = Self.start(settings.comparisons[index])
            for level in first.indices { settings.comparisons[index].levels[level].m = first[level] }
        }
        learnStrangers(nil)
        for session in Session.all(
            settings, common: random.share.map { $0[0] }, records: evidence.count)
        { learn(in: session) }
        settings.household = Household.start(settings)
        for _ in 0..<Self.rounds where learnShares() > 1e-4 {}
    }

    private static let rounds = 40
    /// How many pairs what is thought before counts as.
    private static let belief = 10.0

    /// What is thought before anything is seen: better levels are likelier.
    private static func start(_ comparison: Comparison) -> [Double] {
        let levels = comparison.levels.count
        let worst = comparison.kind == .document || comparison.kind == .category ? 0.03 : 0.1
        var row = (0..<levels).map { Double.exp2(-Double($0)) }
        row[levels - 1] = 0
        let all = row.reduce(0, +)
        return row.enumerated().map { $0.offset == levels - 1 ? worst : $0.element / all * (1 - worst) }
    }

    // MARK: One person

    // The session's own share of pairs of one person is found together with the levels that it teaches.
    private mutating func learn(in session: Session) {
        let chosen = table.patterns.indices.filter { session.holds(table.patterns[$0], layout) }
        guard chosen.reduce(0, { $0 + table.counts[$1] }) >= Session.fewest else { return }
        let taught = settings.comparisons.indices.filter { session.teaches($0) && !isTaught[$0] }
        let used = settings.comparisons.indices.filter { session.teaches($0) }
        var share = 0.9
        for _ in 0..<Self.rounds {
            let model = Model(settings)
            var same = settings.comparisons.map { $0.levels.map { _ in 0.0 } }
            var (matches, all) = (0.0, 0.0)
            for number in chosen {
                var bits = Double.log2(share / (1 - share))
                for index in used { bits += model.bits(layout.unpack(table.patterns[number], index), index) }
                let weight = table.counts[number] / (1 + Double.exp2(-bits))
                matches += weight
                all += table.counts[number]
                for index in taught {
                    let level = layout.unpack(table.patterns[number], index).level
                    if level >= 0 { same[index][level] += weight }
                }
            }
            for index in taught { setLevels(index, same[index]) }
            let before = share
            share = min(max(matches / all, 0.001), 0.9999)
            if abs(share - before) < 1e-5 { break }
        }
        for index in taught where seen(index, chosen) >= Session.fewest { isTaught[index] = true }
    }

    private func seen(_ index: Int, _ chosen: [Int]) -> Double {
        chosen.reduce(0) { $0 + (layout.unpack(table.patterns[$1], index).level >= 0 ? table.counts[$1] : 0) }
    }

    private mutating func setLevels(_ index: Int, _ same: [Double]) {
        let first = Self.start(settings.comparisons[index])
        let all = same.reduce(0, +) + Self.belief
        for level in first.indices {
            settings.comparisons[index].levels[level].m = (same[level] + Self.belief * first[level]) / all
        }
    }

    // MARK: How many

    /// More pairs of one person than this there cannot be: twenty records of each, or one and a half times the smaller source.
    private var most: Double {
        guard settings.links == .link else { return 20 * Double(evidence.count) }
        var sizes: [UInt16: Double] = [:]
        for source in evidence.sources { sizes[source, default: 0] += 1 }
        return sizes.count == 2 ? 1.5 * (sizes.values.min() ?? 0) : 20 * Double(evidence.count)
    }

    /// One round over all candidates; how much the prior has changed.
    private mutating func learnShares() -> Double {
        let model = Model(settings)
        var same = settings.comparisons.map { $0.levels.map { _ in 0.0 } }
        var strange = same
        var (matches, homes) = (0.0, 0.0)
        for (number, pattern) in table.patterns.enumerated() {
            let count = table.counts[number]
            let outcomes = settings.comparisons.indices.map { layout.unpack(pattern, $0) }
            let home = model.household(outcomes)
            let probability = 1 / (1 + Double.exp2(-(model.bits(pattern, layout))))
            matches += probability * count
            homes += (1 - probability) * (1 - Double.exp2(home)) * count
            for index in outcomes.indices where outcomes[index].level >= 0 {
                same[index][outcomes[index].level] += probability * count
                strange[index][outcomes[index].level] += (1 - probability) * count
            }
        }
        for index in isTaught.indices where !isTaught[index] { setLevels(index, same[index]) }
        let before = settings.prior ?? 0.5
        let prior = min(min(max(matches, 1), most) / max(random.possible, 1), 0.5)
        settings.prior = prior
        settings.household?.share = min(max(homes, 0.01) / max(random.possible, 1), 0.5)
        learnStrangers(strange)
        return abs(prior - before) / before
    }

    // MARK: Strangers

    private mutating func learnStrangers(_ strange: [[Double]]?) {
        let prior = settings.prior ?? 0
        for index in settings.comparisons.indices {
            let isIdentifier = settings.comparisons[index].kind.isIdentifier
            let drawn = max(random.hits[index].reduce(0, +), 1)
            for level in settings.comparisons[index].levels.indices {
                var row = settings.comparisons[index].levels[level]
                // Random pairs hold a few of one person; they are taken out.
                let seen = random.share[index][level]
                var u = max(seen - prior * (row.m ?? 0), seen * 0.02, 0.5 / drawn)
                row.typical = row.rarity > 0 ? u : nil
                if isIdentifier && level == 0 {
                    let pairs = max(random.possible * random.present[index], 1)
                    u = ((strange?[index][level] ?? 0) + 1) / pairs
                    row.typical = row.rarity > 0 ? identifierFrequency[index] : nil
                }
                row.u = u
                settings.comparisons[index].levels[level] = row
            }
        }
    }

    private static func identifierFrequency(_ evidence: Evidence, _ table: PatternTable) -> [Double] {
        evidence.settings.comparisons.indices.map { index in
            var (sum, count) = (0.0, 0.0)
            for (number, pattern) in table.patterns.enumerated() {
                let match = evidence.layout.unpack(pattern, index)
                guard match.level == 0 else { continue }
                sum += table.counts[number] * Double.exp2(-match.bits)
                count += table.counts[number]
            }
            return count > 0 ? sum / count : 1
        }
    }
}
