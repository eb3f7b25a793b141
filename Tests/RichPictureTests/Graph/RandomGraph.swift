import Access

@testable import RichPicture

/// A graph made by chance, with the answers to walks found in the plainest way.
struct RandomGraph {
    var edges: [(from: Int, to: Int)] = []
    var labels: [Int] = []
    var stopped: Set<Int> = []
    let nodes: Int

    init(seed: UInt64, nodes: Int, edges count: Int) {
        var dice = Dice(seed: seed)
        self.nodes = nodes
        for _ in 0..<count {
            // A few nodes take most of the edges, as in life.
            let from = dice.number(1...nodes)
            edges.append((from, dice.number(0...3) == 0 ? dice.number(1...3) : dice.number(1...nodes)))
            labels.append(dice.number(0...2))
        }
        stopped = [dice.number(1...nodes), dice.number(1...nodes)]
    }

    var snapshot: Snapshot {
        var columns = Snapshot.Edges()
        // Source 1 has the labels 0 and 1, source 2 the label 2 twice: three sorts of edges.
        for (index, edge) in edges.enumerated() {
            columns.append(
                Int64(edge.from), Int64(edge.to), 1, time: Int64(index), amount: .min,
                source: labels[index] == 2 ? 2 : 1,
                namesSomebody: labels[index] == 1)
        }
        let source = Snapshot.SourceFacts(
            isCommitted: true, stream: .telephony, confidence: 2, label: 0, identity: 1)
        let other = Snapshot.SourceFacts(isCommitted: true, stream: .telephony, confidence: 2, label: 2, identity: 2)
        let reasons = Dictionary(uniqueKeysWithValues: stopped.map { (UInt32($0), "hotline") })
        return Snapshot(
            edges: columns, sources: [Snapshot.SourceFacts(), source, other], stopped: reasons, lastEvent: 0,
            lastStatement: 0)
    }

    /// Neighbours along edges of some labels that began before a time.
    func neighbours(_ node: Int, labels visible: Set<Int>, until: Int) -> Set<Int> {
        var found: Set<Int> = []
        for (index, edge) in edges.enumerated() where visible.contains(labels[index]) && index < until {
            if edge.from == node { found.insert(edge.to) }
            if edge.to == node { found.insert(edge.from) }
        }
        return found.subtracting([node])
    }

    /// The distance of everything reached, by rounds.
    func reach(_ seed: Int, hops: Int, labels: Set<Int>, until: Int, cap: Int, isSeedCapped: Bool) -> [Int: Int] {
        var distance = [seed: 0]
        var border = [seed]
        for hop in 1...max(1, hops) where hop <= hops {
            var next: Set<Int> = []
            for node in border where !stopped.contains(node) {
                let around = neighbours(node, labels: labels, until: until)
                if around.count > cap, hop > 1 || isSeedCapped { continue }
                next.formUnion(around.filter { distance[$0] == nil })
            }
            for node in next { distance[node] = hop }
            border = Array(next)
        }
        return distance
    }
}
