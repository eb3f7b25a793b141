@testable import Networks

/// Small random graphs for comparing with what is computed the slow way: the seed is in the failing test's arguments.
enum RandomGraphs {
    static func graph(seed: UInt64, isDirected: Bool = false, isWeighted: Bool = false) -> Graph {
        var bits = SeededBits(seed: seed)
        let count = 2 + bits.below(24)
        let links = bits.below(3 * count)
        let pairs = (0..<links).map { _ in (bits.below(count), bits.below(count)) }
        let weights = pairs.map { _ in Double(1 + bits.below(5)) }
        return Graph(count: count, isDirected: isDirected, pairs, weights: isWeighted ? weights : nil)
    }

    /// The shortest distances between all (Floyd and Warshall), and how many shortest paths there are.
    static func all(_ graph: Graph, _ length: (Int) -> Double) -> (far: [[Double]], paths: [[Double]]) {
        let count = graph.count
        var far = [[Double]](repeating: [Double](repeating: .infinity, count: count), count: count)
        for node in 0..<count {
            far[node][node] = 0
            for place in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                far[node][Int(graph.targets[place])] = length(place)
            }
        }
        for middle in 0..<count {
            for from in 0..<count {
                for to in 0..<count { far[from][to] = min(far[from][to], far[from][middle] + far[middle][to]) }
            }
        }
        var paths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for from in 0..<count {
            paths[from][from] = 1
            for to in (0..<count).sorted(by: { far[from][$0] < far[from][$1] })
            where to != from && far[from][to] < .infinity {
                for before in 0..<count {
                    guard let place = graph.place(from: before, to: to) else { continue }
                    if abs(far[from][before] + length(place) - far[from][to]) < 1e-9 {
                        paths[from][to] += paths[from][before]
                    }
                }
            }
        }
        return (far, paths)
    }

    /// Betweenness by its definition.
    static func betweenness(_ graph: Graph, _ length: (Int) -> Double) -> [Double] {
        let (far, paths) = all(graph, length)
        return (0..<graph.count).map { node in
            var sum = 0.0
            for from in 0..<graph.count where from != node {
                for to in 0..<graph.count where to != node && to != from && far[from][to] < .infinity {
                    if abs(far[from][node] + far[node][to] - far[from][to]) < 1e-9 {
                        sum += paths[from][node] * paths[node][to] / paths[from][to]
                    }
                }
            }
            return graph.isDirected ? sum : sum / 2
        }
    }

    /// Whether each reaches each.
    static func reach(_ graph: Graph) -> [[Bool]] {
        all(graph) { _ in 1 }.far.map { $0.map { $0 < .infinity } }
    }

    /// The graph without some nodes; their places stay, without links.
    static func without(_ graph: Graph, _ gone: Set<Int>) -> Graph {
        var links: [(Int, Int)] = []
        for node in 0..<graph.count where !gone.contains(node) {
            for target in graph.neighbours(node) where !gone.contains(Int(target)) { links.append((node, Int(target))) }
        }
        return Graph(count: graph.count, isDirected: graph.isDirected, links)
    }
}
