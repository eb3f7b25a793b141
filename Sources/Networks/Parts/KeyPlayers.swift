/// Those without whom a network falls apart most (Borgatti 2006, "key player problem, negative").
///
/// Fragmentation is the part of pairs that cannot reach each other any more: `F = 1 - Σ s(s - 1) / (n(n - 1))` over the sizes s of
/// the components that are left, where n counts the nodes that are left. Directions do not matter.
public struct KeyPlayers: Sendable {
    /// The nodes, ascending.
    public let nodes: [UInt32]
    /// The fragmentation without them.
    public let fragmentation: Double
    /// Whether all sets were looked at: then no set of this size is better.
    public let isExact: Bool

    /// The best set of a size.
    ///
    /// All sets are looked at while that takes no more than `effort` looks at a link or node; else the set is built node by node
    /// and improved by exchange until no exchange helps. Of equally good sets the first in the order of nodes is taken.
    public init(_ graph: Graph, size: Int, effort: Int = 2_000_000_000, work: Work = .quiet) throws(CancellationError) {
        let graph = graph.undirected()
        var search = Search(graph)
        // Who has fewer than two neighbours parts nobody.
        let candidates = (0..<graph.count).filter { graph.degree($0) > 1 }.map { UInt32($0) }
        let size = min(size, candidates.count)
        var sets = 1.0
        for index in 0..<size { sets *= Double(candidates.count - index) / Double(index + 1) }
        isExact = sets * Double(graph.count + graph.targets.count) <= Double(effort)
        let best = isExact ? try search.all(candidates, size, work) : try search.greedy(candidates, size, work)
        (nodes, fragmentation) = (best.nodes.sorted(), best.fragmentation)
    }

    /// The fragmentation without some nodes.
    public static func fragmentation(_ graph: Graph, without nodes: [UInt32]) -> Double {
        var search = Search(graph.undirected())
        return search.fragmentation(without: nodes)
    }

    private struct Search {
        let graph: Graph
        private var stamp: [UInt32]
        private var round: UInt32 = 0
        private var queue: [UInt32]

        init(_ graph: Graph) {
            self.graph = graph
            stamp = [UInt32](repeating: 0, count: graph.count)
            queue = [UInt32](repeating: 0, count: graph.count)
        }

        mutating func fragmentation(without nodes: [UInt32]) -> Double {
            round += 1
            for node in nodes { stamp[Int(node)] = round }
            var pairs = 0.0
            for start in 0..<graph.count where stamp[start] != round {
                let size = Double(spread(UInt32(start)))
                pairs += size * (size - 1)
            }
            let left = Double(graph.count - nodes.count)
            return left > 1 ? 1 - pairs / (left * (left - 1)) : 0
        }

        private mutating func spread(_ start: UInt32) -> Int {
            var (head, tail) = (0, 1)
            queue[0] = start
            stamp[Int(start)] = round
            while head < tail {
                let node = Int(queue[head])
                head += 1
                for place in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                    let target = graph.targets[place]
                    guard stamp[Int(target)] != round else { continue }
                    stamp[Int(target)] = round
                    queue[tail] = target
                    tail += 1
                }
            }
            return tail
        }

        mutating func all(
            _ candidates: [UInt32], _ size: Int, _ work: Work
        ) throws(CancellationError) -> (nodes: [UInt32], fragmentation: Double) {
            var best: (nodes: [UInt32], fragmentation: Double) = ([], fragmentation(without: []))
            guard size > 0 else { return best }
            best.fragmentation = -1
            var places = Array(0..<size)
            while true {
                let nodes = places.map { candidates[$0] }
                let value = fragmentation(without: nodes)
                if value > best.fragmentation + 1e-12 { best = (nodes, value) }
                // The next set in order.
                guard let turn = places.indices.last(where: { places[$0] < candidates.count - size + $0 }) else {
                    return best
                }
                places[turn] += 1
                for index in turn + 1..<max(size, turn + 1) { places[index] = places[index - 1] + 1 }
                if turn == 0 { try work.step(places[0], candidates.count) }
            }
        }

        mutating func greedy(
            _ candidates: [UInt32], _ size: Int, _ work: Work
        ) throws(CancellationError) -> (nodes: [UInt32], fragmentation: Double) {
            // Cut nodes and the best linked: nobody else is likely to part much.
            let cuts = Cuts(graph)
            let likely = candidates.sorted { left, right in
                let (a, b) = (
                    cuts.partsWithout[Int(left)] + UInt32(graph.degree(Int(left))),
                    cuts.partsWithout[Int(right)] + UInt32(graph.degree(Int(right)))
                )
                return a != b ? a > b : left < right
            }.prefix(max(20, min(500, 50_000_000 / max(1, graph.targets.count + graph.count))))
            var nodes: [UInt32] = []
            var value = 0.0
            for place in 0..<size {
                (nodes, value) = try improved(nodes, place, likely, work)
            }
            var isBetter = true
            while isBetter {
                isBetter = false
                for place in 0..<size {
                    let (other, found) = try improved(nodes, place, likely, work)
                    if found > value + 1e-12 { (nodes, value, isBetter) = (other, found, true) }
                }
            }
            return (nodes, value)
        }

        /// The best node for one place of a set.
        private mutating func improved(
            _ nodes: [UInt32], _ place: Int, _ likely: ArraySlice<UInt32>, _ work: Work
        ) throws(CancellationError) -> ([UInt32], Double) {
            var best = (nodes, -1.0)
            for candidate in likely
            where !nodes.contains(candidate) || (place < nodes.count && nodes[place] == candidate) {
                var set = nodes
                if place < set.count { set[place] = candidate } else { set.append(candidate) }
                let value = fragmentation(without: set)
                if value > best.1 + 1e-12 { best = (set, value) }
                try work.step(0, 0)
            }
            return best
        }
    }
}
