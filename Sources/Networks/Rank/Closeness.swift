/// How near a node is to all others.
public enum Closeness {
    /// Two ways to say it.
    public struct Value: Sendable, Equatable {
        /// `(r - 1)² / ((n - 1) · Σ d)` over the r nodes that are reached, itself included (Wasserman and Faust 1994): in a
        /// network that hangs together, one over the mean distance.
        public var closeness: Double
        /// `Σ 1/d` over all others, 0 for what cannot be reached (Marchiori and Latora 2000).
        public var harmonic: Double
        /// How many others are reached.
        public var reached: Int
    }

    /// The values of all nodes: a search from each. With directions, distances go along the links.
    public static func values(
        _ graph: Graph, lengths: Lengths = .steps, work: Work = .quiet
    ) throws(CancellationError) -> [Value] {
        let lengths = lengths.of(graph)
        var search = LengthSearch(graph, lengths ?? [])
        var walk = Hops(graph)
        var values: [Value] = []
        values.reserveCapacity(graph.count)
        for node in 0..<graph.count {
            var (sum, harmonic, reached) = (0.0, 0.0, 0)
            if lengths != nil {
                search.run(from: node)
                for other in search.order.dropFirst() {
                    sum += search.distance[Int(other)]
                    harmonic += 1 / search.distance[Int(other)]
                }
                reached = search.order.count - 1
            } else {
                (sum, harmonic, reached) = Self.steps(&walk, node)
            }
            let part = graph.count > 1 ? Double(reached) / Double(graph.count - 1) : 0
            values.append(
                Value(closeness: sum > 0 ? part * Double(reached) / sum : 0, harmonic: harmonic, reached: reached))
            if node % 64 == 63 { try work.step(node, graph.count) }
        }
        return values
    }

    private static func steps(_ walk: inout Hops, _ node: Int) -> (Double, Double, Int) {
        walk.run(from: node, Hops.Rules(hops: .max))
        var (sum, harmonic) = (0.0, 0.0)
        for step in walk.steps.indices.dropFirst() {
            let end = step + 1 < walk.steps.count ? walk.steps[step + 1] : walk.order.count
            let count = Double(end - walk.steps[step])
            sum += Double(step) * count
            harmonic += count / Double(step)
        }
        return (sum, harmonic, walk.order.count - 1)
    }
}
