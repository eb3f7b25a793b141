/// Solves one component: decides which of its records are one person.
///
/// Clusters are joined pairwise, the best first, as long as the score *of the two clusters* reaches the threshold: for each
/// comparison the mean weight over all pairs of their records where both have a value, and the prior once. So a missing value
/// says nothing, a contradiction counts as often as it occurs, and a chain of weak links does not hold. What may not be joined:
///
/// - two documents of one kind that differ by more than slips of the pen,
/// - two birth dates that contradict each other, each given at least twice,
/// - what a person has said is not the same, or not known,
/// - more records than the settings allow for one person.
///
/// The result depends on the set of records and judgements only: ties are broken by the ids.
struct Component {
    private let evidence: Evidence
    private let model: Model
    private let members: [Int]
    private let threshold: Weight
    private let size: Int

    /// Which members each cluster has; empty when it has been joined into another.
    private var groups: [[Int]]
    /// By pair of clusters and comparison: the sum of weights, and how many.
    private var sums: [Int64]
    private var counts: [Int32]
    private var scores: [Weight]
    private var isForbidden: [Bool]
    private let width: Int

    /// Prepares the members; the ids' order decides ties.
    init(_ evidence: Evidence, _ model: Model, _ members: [Int], threshold: Weight, _ judgements: Judgements) {
        self.evidence = evidence
        self.model = model
        self.members = members.sorted { evidence.ids[$0] < evidence.ids[$1] }
        self.threshold = threshold
        size = members.count
        width = evidence.features.count + 1
        groups = (0..<size).map { [$0] }
        sums = [Int64](repeating: 0, count: size * size * width)
        counts = [Int32](repeating: 0, count: size * size * width)
        scores = [Weight](repeating: .zero, count: size * size)
        isForbidden = [Bool](repeating: false, count: size * size)
        compare(judgements)
    }

    private mutating func compare(_ judgements: Judgements) {
        let links = evidence.settings.links
        for a in 0..<size {
            for b in (a + 1)..<max(size, a + 1) {
                let (x, y) = (members[a], members[b])
                let outcomes = model.outcomes(evidence, x, y)
                // The last place is the household's.
                sums[(a * size + b) * width + width - 1] = Weight(bits: model.household(outcomes)).raw
                counts[(a * size + b) * width + width - 1] = 1
                for (comparison, match) in outcomes.enumerated() where match.level >= 0 {
                    let weights = model.weights(match, comparison)
                    let place = (a * size + b) * width + comparison
                    sums[place] = (weights.level + weights.rarity).raw
                    counts[place] = 1
                    if model.isContradiction(match, comparison) { isForbidden[a * size + b] = true }
                }
                if !links.allows(evidence.sources[x], evidence.sources[y]) { isForbidden[a * size + b] = true }
                scores[a * size + b] = score(a, b)
                judge(a, b, judgements)
            }
        }
    }

    private mutating func judge(_ a: Int, _ b: Int, _ judgements: Judgements) {
        guard !judgements.isEmpty else { return }
        switch judgements[evidence.ids[members[a]], evidence.ids[members[b]]] {
        case .same:
            isForbidden[a * size + b] = false
            scores[a * size + b] = .decided
        case .notSame, .unknown: isForbidden[a * size + b] = true
        case nil: break
        }
    }

    private func score(_ a: Int, _ b: Int) -> Weight {
        var sum = model.prior.raw
        let place = (a * size + b) * width
        for comparison in 0..<width where counts[place + comparison] > 0 {
            sum += sums[place + comparison] / Int64(counts[place + comparison])
        }
        return Weight(raw: sum)
    }

    /// The clusters, each as records of the table; the order is that of the ids.
    mutating func solve() -> [[Int]] {
        while let (a, b) = best() {
            if canJoin(a, b) { join(a, b) } else { isForbidden[a * size + b] = true }
        }
        return groups.filter { !$0.isEmpty }.map { $0.sorted().map { members[$0] } }
    }

    private func best() -> (Int, Int)? {
        var best: (Int, Int)?
        var score = threshold
        for a in 0..<size where !groups[a].isEmpty {
            for b in (a + 1)..<max(size, a + 1) where !groups[b].isEmpty && !isForbidden[a * size + b] {
                let other = scores[a * size + b]
                if other > score || (other == score && best == nil) {
                    best = (a, b)
                    score = other
                }
            }
        }
        return best
    }

    private func canJoin(_ a: Int, _ b: Int) -> Bool {
        groups[a].count + groups[b].count <= evidence.settings.largestCluster && !contradicts(a, b)
    }

    // Birth dates that both sides are sure of.
    private func contradicts(_ a: Int, _ b: Int) -> Bool {
        for (index, comparison) in evidence.settings.comparisons.enumerated() where comparison.kind == .date {
            let codes = evidence.features[index].codes
            let mine = Self.supported(groups[a].map { codes[members[$0]] })
            let theirs = Self.supported(groups[b].map { codes[members[$0]] })
            guard !mine.isEmpty, !theirs.isEmpty else { continue }
            for x in groups[a] where mine.contains(codes[members[x]]) {
                for y in groups[b] where theirs.contains(codes[members[y]]) {
                    if evidence.match(members[x], members[y], index)?.level == comparison.levels.count - 1 {
                        return true
                    }
                }
            }
        }
        return false
    }

    private static func supported(_ codes: [UInt32]) -> Set<UInt32> {
        var counts: [UInt32: Int] = [:]
        for code in codes where code != 0 { counts[code, default: 0] += 1 }
        return Set(counts.filter { $0.value > 1 }.keys)
    }

    private mutating func join(_ a: Int, _ b: Int) {
        groups[a] += groups[b]
        groups[b] = []
        for other in 0..<size where other != a && !groups[other].isEmpty {
            let mine = min(a, other) * size + max(a, other)
            let theirs = min(b, other) * size + max(b, other)
            for comparison in 0..<width {
                sums[mine * width + comparison] += sums[theirs * width + comparison]
                counts[mine * width + comparison] += counts[theirs * width + comparison]
            }
            isForbidden[mine] = isForbidden[mine] || isForbidden[theirs]
            let isSaid = max(scores[mine], scores[theirs]) >= Weight.decided
            scores[mine] = isSaid ? Weight.decided : score(min(a, other), max(a, other))
        }
    }
}
