/// Everybody within some steps of a beginning, by the rules of contact chaining.
///
/// A link is followed when it is as strong as its step asks for; a node with more neighbours than `hub` is reached but not passed,
/// because half the world hangs on it (a taxi rank, a call centre). The beginning itself is always passed.
public struct Hops {
    /// The rules.
    public struct Rules: Sendable {
        /// How many steps.
        public var hops: Int
        /// How strong a link of each step is at least; the last stands for all further steps. Empty follows every link.
        public var strengths: [Double] = []
        /// Nodes with more neighbours than this are not passed; nil passes all.
        public var hub: Int?

        /// So many steps along every link.
        public init(hops: Int, strengths: [Double] = [], hub: Int? = nil) {
            (self.hops, self.strengths, self.hub) = (hops, strengths, hub)
        }

        func strength(_ step: Int) -> Double? {
            strengths.isEmpty ? nil : strengths[min(step, strengths.count) - 1]
        }
    }

    private let graph: Graph
    private var stamp: [UInt32]
    private var round: UInt32 = 0
    /// The nodes that were reached, nearest first; the beginning is the first.
    public private(set) var order: [UInt32] = []
    /// Where each step begins in `order`; step 0 is the beginning alone.
    public private(set) var steps: [Int] = []
    /// From whom each node of `order` was reached, as a place in `order`.
    public private(set) var via: [UInt32] = []

    /// Ready to walk a graph; the same can be used for many walks.
    public init(_ graph: Graph) {
        self.graph = graph
        stamp = [UInt32](repeating: 0, count: graph.count)
    }

    /// How many steps away a place in `order` is.
    public func hops(_ place: Int) -> Int { (steps.firstIndex { $0 > place } ?? steps.count) - 1 }

    /// Walks from a node.
    public mutating func run(from source: Int, _ rules: Rules) {
        round += 1
        order.removeAll(keepingCapacity: true)
        via.removeAll(keepingCapacity: true)
        order.append(UInt32(source))
        via.append(0)
        steps = [0]
        stamp[source] = round
        var from = 0
        var step = 0
        while step < rules.hops, from < order.count {
            let end = order.count
            steps.append(end)
            step += 1
            expand(from..<end, rules.strength(step), rules.hub)
            from = end
        }
    }

    private mutating func expand(_ places: Range<Int>, _ least: Double?, _ hub: Int?) {
        let round = round
        for place in places {
            let node = Int(order[place])
            if let hub, place > 0, graph.degree(node) > hub { continue }
            let links = Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            stamp.withUnsafeMutableBufferPointer { stamp in
                graph.targets.withUnsafeBufferPointer { targets in
                    for link in links {
                        let target = targets[link]
                        if stamp[Int(target)] == round { continue }
                        if let least, graph.weight(link) < least { continue }
                        stamp[Int(target)] = round
                        order.append(target)
                        via.append(UInt32(truncatingIfNeeded: place))
                    }
                }
            }
        }
    }
}
