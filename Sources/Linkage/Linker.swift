/// Links the records of a table: from settings to clusters.
///
///     let linker = try Linker(table, try .auto(table))
///     for cluster in linker.clusters() { print(cluster.map { table.ids[$0] }) }
public struct Linker: Sendable {
    /// The settings with everything that has been learned.
    public let settings: Settings
    /// What each blocking rule did.
    public let report: [RuleReport]
    /// From which score pairs are joined, and what is expected of it.
    public let threshold: Threshold
    /// Whether the scores of the pairs are another program's, and the weights are not.
    public let isFoundElsewhere: Bool
    let evidence: Evidence
    let model: Model
    let edges: [Edge]
    let stopped: Set<UInt64>

    /// Compares all records; learns unless the settings have learned already.
    ///
    /// - Parameters:
    ///   - labels: pairs of which somebody knows what they are.
    ///   - found: what another program has found of the same records; then only its pairs count, and what is done here is to make
    ///     clusters of them, without those that may not be.
    ///
    /// Throws a `SettingsError` when settings and table do not fit.
    public init(
        _ table: Table, _ settings: Settings, labels: [Label] = [], found: FoundElsewhere? = nil
    ) throws(SettingsError) {
        let evidence = try Evidence(table, settings)
        let pairs = ComparedPairs(evidence)
        var learned = settings.isTrained ? settings : Training(evidence, pairs).settings
        if !labels.isEmpty { learned = LabelTraining(evidence, learned, labels).settings }
        self.evidence = evidence
        model = Model(learned)
        if learned.findsOneToOne && !learned.isOneToOne {
            learned.isOneToOne = Self.isOneToOne(evidence, model, pairs)
            learned.findsOneToOne = false
        }
        report = pairs.report
        stopped = pairs.stopped
        switch found {
        case .pairs(let given): edges = given.map { Edge($0) }
        case .clusters(let numbers):
            edges = Self.edges(evidence, model, pairs).filter { edge in
                let number = numbers[Int(edge.first)]
                return number != nil && number == numbers[Int(edge.second)]
            }
        case nil: edges = Self.edges(evidence, model, pairs)
        }
        isFoundElsewhere = found?.arePairs ?? false
        // One to one, most wrong pairs have gone to a better one, and what is left may be believed sooner.
        let lowest = Clustering(evidence, model, threshold: Weight(bits: Threshold.lowest))
        let usable = learned.isOneToOne ? lowest.assigned(edges) : edges
        var chosen = Threshold.choose(usable.map(\.score.bits), precision: learned.precision)
        if let fixed = learned.threshold { chosen.score = fixed }
        threshold = chosen
        self.settings = learned
    }

    // Whether hardly anybody is in one source twice: by what the model expects of pairs inside the sources.
    private static func isOneToOne(_ evidence: Evidence, _ model: Model, _ across: ComparedPairs) -> Bool {
        let inside = ComparedPairs(evidence, .inside)
        let share = inside.expected(model, evidence.layout) / max(across.expected(model, evidence.layout), 1)
        let first = evidence.sources.count { $0 == evidence.sources.first }
        let difference = abs(evidence.count - 2 * first)
        return share < (difference * 100 < evidence.count ? duplicatesOfEquals : duplicates)
    }

    /// Fewer duplicates than this for each pair across count as none; where both sources hold equally many records, it is
    /// likelier from the start that they correspond.
    private static let duplicates = 0.03
    private static let duplicatesOfEquals = 0.4

    /// Pairs below this score are not looked at again.
    static let least = -6.0

    private static func edges(_ evidence: Evidence, _ model: Model, _ pairs: ComparedPairs) -> [Edge] {
        let layout = evidence.layout
        let isWorth = pairs.table.patterns.map { model.bits($0, layout) >= least - 3 }
        var edges: [Edge] = []
        for pair in pairs.first.indices where isWorth[Int(pairs.number[pair])] {
            let (a, b) = (pairs.first[pair], pairs.second[pair])
            let score = model.score(model.outcomes(evidence, Int(a), Int(b)))
            if score.bits >= least { edges.append(Edge(first: a, second: b, score: score)) }
        }
        return edges
    }

    /// The clusters with more than one record, as places in the table; judgements are obeyed.
    public func clusters(judgements: [Judgement] = []) -> [[Int]] {
        let judgements = Judgements(judgements)
        let clustering = Clustering(evidence, model, threshold: Weight(bits: threshold.score), judgements)
        let all = edges + judgements.edges(evidence)
        return settings.isOneToOne ? clustering.pairs(all) : clustering.clusters(all)
    }

    /// The pairs whose score is at least this, the highest first.
    public func pairs(from score: Double) -> [ScoredPair] {
        edges.filter { $0.score.bits >= score }
            .map { ScoredPair(first: Int($0.first), second: Int($0.second), score: $0.score) }
            .sorted { $0.score != $1.score ? $0.score > $1.score : ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Why two records have the score that they have.
    public func explanation(_ a: Int, _ b: Int) -> Explanation {
        Explanation(settings, model, model.outcomes(evidence, a, b))
    }
}

/// Two records and their score.
public struct ScoredPair: Sendable, Hashable {
    /// The records' places in the table.
    public let first: Int
    /// The other.
    public let second: Int
    /// The score, the prior included.
    public let score: Weight

    /// Two records by their places in the table.
    public init(first: Int, second: Int, score: Weight) {
        (self.first, self.second, self.score) = (first, second, score)
    }
}

/// What another program has found of the same records.
public enum FoundElsewhere: Sendable {
    /// Pairs with their scores.
    case pairs([ScoredPair])
    /// For each record the number of its cluster; nil for none.
    case clusters([Int?])

    var arePairs: Bool { if case .pairs = self { true } else { false } }
}

extension Edge {
    fileprivate init(_ pair: ScoredPair) {
        self.init(
            first: UInt32(min(pair.first, pair.second)), second: UInt32(max(pair.first, pair.second)),
            score: pair.score)
    }
}
