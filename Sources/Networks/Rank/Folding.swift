/// A graph without what hangs on by one link, and what the parts that were taken off mean for betweenness.
///
/// A node with one neighbour is folded into it, again and again: the neighbour then stands for both (its *worth*). All shortest
/// paths between a folded tree and the rest go through its root, so what lies on them is known without a search
/// (Sarıyüce, Saule, Kaya and Çatalyürek 2013). Values here count ordered pairs.
struct Folding {
    /// What is left.
    private(set) var core: Graph
    /// The nodes of the core, by their place in it.
    private(set) var nodes: [UInt32]
    /// For how many nodes each node of the core stands, itself included.
    private(set) var worth: [Double]
    /// The share of betweenness that is known already, by node of the whole graph.
    private(set) var values: [Double]

    /// Nothing folded.
    init(unfolded graph: Graph) {
        core = graph
        nodes = (0..<graph.count).map { UInt32($0) }
        worth = [Double](repeating: 1, count: graph.count)
        values = [Double](repeating: 0, count: graph.count)
    }

    /// Folds an undirected graph.
    init(_ graph: Graph) {
        let count = graph.count
        var worth = [Double](repeating: 1, count: count)
        // The sum over folded children of the square of their worth.
        var squares = [Double](repeating: 0, count: count)
        var left = (0..<count).map { graph.degree($0) }
        var isFolded = [Bool](repeating: false, count: count)
        var queue = (0..<count).filter { left[$0] == 1 }
        var done = 0
        while done < queue.count {
            let node = queue[done]
            done += 1
            guard left[node] == 1, let root = graph.neighbours(node).first(where: { !isFolded[Int($0)] }).map(Int.init)
            else { continue }
            isFolded[node] = true
            left[root] -= 1
            worth[root] += worth[node]
            squares[root] += worth[node] * worth[node]
            if left[root] == 1 { queue.append(root) }
        }
        let parts = Components(graph)
        values = (0..<count).map { node in
            let below = worth[node] - 1
            let outside = Double(parts.sizes[Int(parts.part[node])]) - worth[node]
            return 2 * below * outside + below * below - squares[node]
        }
        let kept = (0..<count).filter { !isFolded[$0] && left[$0] > 0 }
        (core, nodes) = Self.part(graph, kept)
        self.worth = nodes.map { worth[Int($0)] }
    }

    /// The graph between some nodes. They are numbered as a walk in breadth meets them from the best linked on, so that
    /// neighbours lie near one another in memory.
    private static func part(_ graph: Graph, _ kept: [Int]) -> (Graph, [UInt32]) {
        var number = [Int](repeating: -1, count: graph.count)
        for node in kept { number[node] = -2 }
        var nodes: [UInt32] = []
        nodes.reserveCapacity(kept.count)
        for start in kept.sorted(by: { (graph.degree($0), $1) > (graph.degree($1), $0) }) where number[start] == -2 {
            number[start] = nodes.count
            var done = nodes.count
            nodes.append(UInt32(start))
            while done < nodes.count {
                for target in graph.neighbours(Int(nodes[done])) where number[Int(target)] == -2 {
                    number[Int(target)] = nodes.count
                    nodes.append(target)
                }
                done += 1
            }
        }
        var builder = GraphBuilder(isDirected: false)
        for (place, node) in nodes.enumerated() {
            for target in graph.neighbours(Int(node)) where number[Int(target)] > place {
                builder.add(UInt32(place), UInt32(number[Int(target)]))
            }
        }
        return (builder.graph(count: nodes.count), nodes)
    }
}
