/// A pair that may be one person.
struct Edge: Sendable {
    var first: UInt32
    var second: UInt32
    var score: Weight
}

/// From edges to clusters: components first, then each by itself.
struct Clustering {
    private let evidence: Evidence
    private let model: Model
    private let threshold: Weight
    private let judgements: Judgements

    /// A component with more records than this is cut at its weakest edges first.
    static let largestComponent = 64
    /// How far below the threshold, in bits, an edge may lie that brings records into one component: clusters may be more alike
    /// than their records.
    static let slack = 2.0

    init(_ evidence: Evidence, _ model: Model, threshold: Weight, _ judgements: Judgements = Judgements()) {
        self.evidence = evidence
        self.model = model
        self.threshold = threshold
        self.judgements = judgements
    }

    /// The score from which an edge counts; at each step of the ladder one bit more.
    static func cut(_ threshold: Weight, step: Int = 0) -> Weight {
        Weight(bits: threshold.bits - slack + Double(step))
    }

    /// All clusters with more than one record.
    func clusters(_ edges: [Edge]) -> [[Int]] {
        var result: [[Int]] = []
        solve(edges, step: 0, into: &result)
        return result
    }

    // Components that are too large are solved again on the next step of the ladder, without their weakest edges. The ladder is
    // the same for all: to which component a record belongs can be found from the record alone (`EdgeGraph.component`).
    private func solve(_ edges: [Edge], step: Int, into result: inout [[Int]]) {
        let cut = Self.cut(threshold, step: step)
        let edges = edges.filter { $0.score >= cut }
        guard !edges.isEmpty else { return }
        var forest = Forest()
        for edge in edges { forest.join(edge.first, edge.second) }
        var large: Set<UInt32> = []
        for members in forest.components() {
            if members.count <= Self.largestComponent {
                result += clusters(in: members.map { Int($0) })
            } else {
                large.formUnion(members)
            }
        }
        guard !large.isEmpty else { return }
        solve(edges.filter { large.contains($0.first) }, step: step + 1, into: &result)
    }

    /// The clusters of one component.
    func clusters(in members: [Int]) -> [[Int]] {
        if members.count < 2 { return [] }
        var component = Component(evidence, model, members, threshold: threshold, judgements)
        return component.solve().filter { $0.count > 1 }
    }

    /// Pairs, each record in at most one: for two sources whose records correspond one to one.
    func pairs(_ edges: [Edge]) -> [[Int]] { assigned(edges).map { [Int($0.first), Int($0.second)] } }

    /// The edges of these pairs.
    func assigned(_ edges: [Edge]) -> [Edge] {
        let usable = edges.filter { edge in
            let (a, b) = (Int(edge.first), Int(edge.second))
            guard evidence.sources[a] != evidence.sources[b], edge.score >= threshold else { return false }
            let verdict = judgements[evidence.ids[a], evidence.ids[b]]
            return verdict == nil || verdict == .same
        }
        var forest = Forest()
        for edge in usable { forest.join(edge.first, edge.second) }
        var number: [UInt32: Int] = [:]
        for (component, members) in forest.components().enumerated() {
            for member in members { number[member] = component }
        }
        let left = evidence.sources.min() ?? 0
        let parts = Dictionary(grouping: usable) { number[$0.first] ?? 0 }
        return parts.sorted { $0.key < $1.key }.flatMap { part in
            Assignment.best(
                part.value, threshold: threshold, isLeft: { evidence.sources[Int($0)] == left },
                order: { evidence.ids[Int($0)] < evidence.ids[Int($1)] })
        }
    }
}

/// Disjoint sets of records; only records with an edge are in it.
struct Forest {
    private var numbers: [UInt32: Int] = [:]
    private var records: [UInt32] = []
    private var parents: [Int] = []

    private mutating func number(_ record: UInt32) -> Int {
        if let number = numbers[record] { return number }
        numbers[record] = records.count
        parents.append(records.count)
        records.append(record)
        return records.count - 1
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    /// Puts two records into one set.
    mutating func join(_ a: UInt32, _ b: UInt32) {
        let (x, y) = (root(number(a)), root(number(b)))
        if x != y { parents[max(x, y)] = min(x, y) }
    }

    /// The sets.
    mutating func components() -> [[UInt32]] {
        var sets: [Int: Int] = [:]
        var result: [[UInt32]] = []
        for number in records.indices {
            let root = root(number)
            if let set = sets[root] {
                result[set].append(records[number])
            } else {
                sets[root] = result.count
                result.append([records[number]])
            }
        }
        return result
    }
}
