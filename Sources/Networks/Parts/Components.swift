/// Which nodes hang together: the weak or the strong components of a graph, the largest first.
public struct Components: Sendable {
    /// The component of each node; 0 is the largest, and among equal ones that with the smallest node comes first.
    public let part: [UInt32]
    /// How many nodes each component has, descending.
    public let sizes: [Int]

    /// How many components there are.
    public var count: Int { sizes.count }

    /// Weak components: directions do not matter.
    public init(_ graph: Graph) {
        self.init(labels: graph.count == 0 ? [] : Self.weak(graph))
    }

    /// Strong components: each node can be reached from each other along the directions (Tarjan 1972).
    public init(strong graph: Graph) {
        self.init(labels: Strong.labels(graph))
    }

    /// The nodes, component by component.
    public func byPart() -> [UInt32] {
        var starts = [Int](repeating: 0, count: count + 1)
        for index in 0..<count { starts[index + 1] = starts[index] + sizes[index] }
        var order = [UInt32](repeating: 0, count: part.count)
        for node in part.indices {
            order[starts[Int(part[node])]] = UInt32(node)
            starts[Int(part[node])] += 1
        }
        return order
    }

    /// Numbers the parts of any partition by their size.
    init(numbering labels: [UInt32]) { self.init(labels: LevelGraph.numbered(labels).number) }

    /// Numbers components by their size, from labels that are below the number of nodes.
    private init(labels: [UInt32]) {
        var sizes = [UInt32](repeating: 0, count: labels.count)
        var first: [UInt32] = []
        for label in labels {
            if sizes[Int(label)] == 0 { first.append(label) }
            sizes[Int(label)] += 1
        }
        let order = first.indices.sorted { left, right in
            let (a, b) = (sizes[Int(first[left])], sizes[Int(first[right])])
            return a != b ? a > b : left < right
        }
        var number = [UInt32](repeating: 0, count: labels.count)
        for (place, index) in order.enumerated() { number[Int(first[index])] = UInt32(place) }
        self.sizes = order.map { Int(sizes[Int(first[$0])]) }
        part = labels.map { number[Int($0)] }
    }

    /// Labels by union and find, every node pointing to a smaller one, with halving of paths. A sample of the links joins most of
    /// the largest component, whose nodes then need no more looks (Sutton, Ben-Nun and Barak 2018, "Afforest").
    private static func weak(_ graph: Graph) -> [UInt32] {
        var parent = [UInt32](unsafeUninitializedCapacity: graph.count) { parent, filled in
            for node in parent.indices { parent[node] = UInt32(truncatingIfNeeded: node) }
            filled = graph.count
        }
        parent.withUnsafeMutableBufferPointer { parent in
            graph.offsets.withUnsafeBufferPointer { offsets in
                graph.targets.withUnsafeBufferPointer { targets in join(offsets, targets, parent, graph.isDirected) }
            }
        }
        return parent
    }

    private static func join(
        _ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>,
        _ parent: UnsafeMutableBufferPointer<UInt32>, _ isDirected: Bool
    ) {
        let sampled = 2
        for node in 0..<parent.count {
            let start = Int(offsets[node])
            for place in start..<min(start + sampled, Int(offsets[node + 1])) {
                link(node, Int(targets[place]), parent)
            }
        }
        for node in 0..<parent.count { parent[node] = UInt32(root(node, parent)) }
        let common = commonRoot(parent)
        for node in 0..<parent.count {
            // A link that leaves the largest component undirected stands at its other end too.
            if !isDirected, parent[node] == common { continue }
            let start = Int(offsets[node])
            let stop = Int(offsets[node + 1])
            guard start + sampled < stop else { continue }
            for place in start + sampled..<stop { link(node, Int(targets[place]), parent) }
        }
        for node in 0..<parent.count { parent[node] = UInt32(root(node, parent)) }
    }

    @inline(__always)
    private static func root(_ node: Int, _ parent: UnsafeMutableBufferPointer<UInt32>) -> Int {
        var node = node
        while true {
            let above = Int(parent[node])
            if above == node { return node }
            let higher = parent[above]
            parent[node] = higher
            node = Int(higher)
        }
    }

    @inline(__always)
    private static func link(_ a: Int, _ b: Int, _ parent: UnsafeMutableBufferPointer<UInt32>) {
        let (a, b) = (root(a, parent), root(b, parent))
        if a < b {
            parent[b] = UInt32(truncatingIfNeeded: a)
        } else if b < a {
            parent[a] = UInt32(truncatingIfNeeded: b)
        }
    }

    /// The root that most of a thousand nodes have.
    private static func commonRoot(_ parent: UnsafeMutableBufferPointer<UInt32>) -> UInt32 {
        var bits = SeededBits(seed: 1)
        var counts: [UInt32: Int] = [:]
        for _ in 0..<1024 { counts[parent[bits.below(parent.count)], default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
}
