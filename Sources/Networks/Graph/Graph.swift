/// A graph in compressed sparse rows: the neighbours of node `v` are `targets[offsets[v]..<offsets[v + 1]]`, ascending.
///
/// A link from a node to itself is left out, and parallel links are one, whose weight is the sum of theirs: what `GraphBuilder`
/// has left out it counts. An undirected link stands with both of its ends. Nodes are 0 up to `count`; names are in a `NameTable`.
public struct Graph: Sendable {
    /// Whether links have a direction.
    public let isDirected: Bool
    /// Where the neighbours of a node begin; one entry more than there are nodes.
    public let offsets: [UInt32]
    /// The neighbours, node after node; of a directed graph those to which a link goes.
    public let targets: [UInt32]
    /// The weights of the links, beside `targets`; nil when all are 1.
    public let weights: [Double]?

    /// A graph from its parts, which satisfy the invariants above.
    init(isDirected: Bool, offsets: [UInt32], targets: [UInt32], weights: [Double]?) {
        (self.isDirected, self.offsets, self.targets, self.weights) = (isDirected, offsets, targets, weights)
    }

    /// A graph from a list of links; for small ones and for tests.
    public init(
        count: Int, isDirected: Bool = false, _ links: [(Int, Int)], weights: [Double]? = nil
    ) {
        var builder = GraphBuilder(isDirected: isDirected, isWeighted: weights != nil)
        for (index, link) in links.enumerated() {
            builder.add(UInt32(link.0), UInt32(link.1), weight: weights?[index] ?? 1)
        }
        self = builder.graph(count: count)
    }

    /// How many nodes there are.
    public var count: Int { offsets.count - 1 }

    /// How many links there are.
    public var linkCount: Int { isDirected ? targets.count : targets.count / 2 }

    /// How many neighbours a node has.
    @inline(__always)
    public func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

    /// The neighbours of a node, ascending.
    @inline(__always)
    public func neighbours(_ node: Int) -> ArraySlice<UInt32> { targets[Int(offsets[node])..<Int(offsets[node + 1])] }

    /// The weight of a link by its place in `targets`.
    @inline(__always)
    public func weight(_ place: Int) -> Double { weights?[place] ?? 1 }

    /// Where a link stands in `targets`; nil when there is none.
    public func place(from: Int, to: Int) -> Int? {
        var low = Int(offsets[from])
        var high = Int(offsets[from + 1])
        while low < high {
            let middle = (low + high) / 2
            if targets[middle] < UInt32(to) { low = middle + 1 } else { high = middle }
        }
        return low < Int(offsets[from + 1]) && targets[low] == UInt32(to) ? low : nil
    }

    /// The graph with every link turned round; itself when links have no direction.
    public func reversed() -> Graph {
        guard isDirected else { return self }
        let (offsets, targets, weights) = Rows.transposed(offsets: offsets, targets: targets, weights: weights)
        return Graph(isDirected: true, offsets: offsets, targets: targets, weights: weights)
    }

    /// The graph without directions: two links that go both ways become one, whose weight is the sum of theirs.
    public func undirected() -> Graph {
        guard isDirected else { return self }
        var builder = GraphBuilder(isDirected: false, isWeighted: weights != nil)
        for node in 0..<count {
            for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                builder.add(UInt32(node), targets[place], weight: weight(place))
            }
        }
        return builder.graph(count: count)
    }
}
