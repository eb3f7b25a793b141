/// Two records of which somebody knows whether they are one person.
public struct Label: Sendable, Hashable {
    /// The records' ids.
    public let first: String
    /// The other.
    public let second: String
    /// Whether they are one person.
    public let isSame: Bool

    /// Makes a label.
    public init(_ first: String, _ second: String, isSame: Bool) {
        self.first = first
        self.second = second
        self.isSame = isSame
    }
}

/// Learns from labels what has been learned without: how often records of one person agree on each level.
///
/// What was learned without labels counts as so many pairs; labels move it as far as there are many of them. The threshold is
/// then the score at which labelled pairs have the wanted precision.
struct LabelTraining {
    private(set) var settings: Settings

    /// How many pairs count as much as what was learned without labels.
    private static let belief = 50.0
    /// With fewer labelled pairs of one person, or of two, the threshold stays with the model.
    private static let fewest = 30

    init(_ evidence: Evidence, _ start: Settings, _ labels: [Label]) {
        settings = start
        let places = Dictionary(evidence.ids.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        var known: [(outcomes: [Match], isSame: Bool)] = []
        let model = Model(start)
        for label in labels {
            guard let a = places[label.first], let b = places[label.second] else { continue }
            known.append((model.outcomes(evidence, a, b), label.isSame))
        }
        learnLevels(known.filter(\.isSame).map(\.outcomes))
        chooseThreshold(known)
    }

    private mutating func learnLevels(_ same: [[Match]]) {
        for index in settings.comparisons.indices {
            var counts = settings.comparisons[index].levels.map { _ in 0.0 }
            for outcomes in same where outcomes[index].level >= 0 { counts[outcomes[index].level] += 1 }
            let all = counts.reduce(0, +) + Self.belief
            for level in counts.indices {
                let before = settings.comparisons[index].levels[level].m ?? 0
                settings.comparisons[index].levels[level].m = (counts[level] + Self.belief * before) / all
            }
        }
    }

    // Labels are seldom a fair sample of all pairs; so a labelled pair counts by what the model expects at its score, and only
    // the slope is learned: scores are believed as much as the labels say.
    private mutating func chooseThreshold(_ known: [(outcomes: [Match], isSame: Bool)]) {
        let same = known.count { $0.isSame }
        guard settings.threshold == nil, same >= Self.fewest, known.count - same >= Self.fewest else { return }
        let model = Model(settings)
        let scored = known.map { (model.score($0.outcomes).bits, $0.isSame) }.sorted { $0.0 > $1.0 }
        var right = 0.0
        var best = (score: 0.0, f: 0.0)
        for (index, pair) in scored.enumerated() {
            if pair.1 { right += 1 }
            let precision = right / Double(index + 1)
            let f = 2 * right / (Double(index + 1) + Double(same))
            if precision >= settings.precision && f >= best.f { best = (pair.0, f) }
        }
        if best.f > 0 { settings.threshold = max(Threshold.lowest, min(best.score, 10)) }
    }
}
