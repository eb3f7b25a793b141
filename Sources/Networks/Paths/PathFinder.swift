import Foundation

/// The best ways from one node to another: shortest, or by the strongest evidence (Yen 1971 over Dijkstra 1959).
public struct PathFinder {
    /// What makes a way good.
    public enum Measure: String, Sendable, CaseIterable {
        /// Few steps.
        case steps
        /// A small sum of weights.
        case weight
        /// A small sum of one over the weights: what is strong is near.
        case inverse
        /// A large product of the weights, which are probabilities: how likely it is that all links hold.
        case product
        /// The weakest link as strong as can be; among such ways few steps.
        case weakest

        /// A cost as people say it: a length, or a strength.
        public func said(_ cost: Double) -> Double {
            switch self {
            case .steps, .weight, .inverse: cost
            case .product: exp(-cost)
            case .weakest: -cost
            }
        }
    }

    /// A way.
    public struct Path: Sendable, Equatable {
        /// The nodes, both ends included.
        public var nodes: [UInt32]
        /// The length, which is small when the way is good: a sum, or for `product` minus its logarithm, or for `weakest` minus it.
        public var cost: Double
    }

    private let graph: Graph
    private let measure: Measure
    private let costs: [Double]
    private let hub: Int?
    private var bannedNodes: Set<UInt32> = []
    private var bannedLinks: Set<UInt64> = []

    /// - Parameter hub: nodes with more neighbours than this are no way through, only an end; nil lets all through.
    public init(_ graph: Graph, by measure: Measure = .steps, hub: Int? = nil) {
        (self.graph, self.measure, self.hub) = (graph, measure, hub)
        costs = (0..<graph.targets.count).map { place in
            let weight = graph.weight(place)
            return switch measure {
            case .steps: 1
            case .weight: weight
            case .inverse: 1 / weight
            case .product: weight > 0 ? max(0, -log(min(weight, 1))) : .infinity
            case .weakest: -weight
            }
        }
    }

    /// The best ways without a node twice, the best first; fewer where there are no more.
    public mutating func paths(from source: Int, to target: Int, most: Int) -> [Path] {
        (bannedNodes, bannedLinks) = ([], [])
        guard source != target, let first = best([UInt32(source)], target) else { return [] }
        var found = [first]
        var candidates: [Path] = []
        while found.count < most, let last = found.last {
            for place in 0..<last.nodes.count - 1 {
                let root = Array(last.nodes[...place])
                bannedNodes = Set(root.dropLast())
                bannedLinks = Set(
                    found.filter { $0.nodes.count > place + 1 && $0.nodes.starts(with: root) }
                        .map { Self.link($0.nodes[place], $0.nodes[place + 1]) })
                guard let path = best(root, target), !candidates.contains(where: { $0.nodes == path.nodes }) else {
                    continue
                }
                candidates.append(path)
            }
            let next = candidates.indices.min { left, right in
                let (a, b) = (candidates[left], candidates[right])
                return a.cost != b.cost
                    ? a.cost < b.cost
                    : a.nodes.count != b.nodes.count
                        ? a.nodes.count < b.nodes.count : a.nodes.lexicographicallyPrecedes(b.nodes)
            }
            guard let next else { break }
            found.append(candidates.remove(at: next))
        }
        return found
    }

    private static func link(_ from: UInt32, _ to: UInt32) -> UInt64 { UInt64(from) << 32 | UInt64(to) }

    /// The cost of a way from its parts.
    private func joined(_ cost: Double, _ link: Double) -> Double {
        measure == .weakest ? max(cost, link) : cost + link
    }

    private var nothing: Double { measure == .weakest ? -.infinity : 0 }

    /// The best way that begins with a root.
    private func best(_ root: [UInt32], _ target: Int) -> Path? {
        guard let spur = root.last, let cost = cost(root) else { return nil }
        guard let way = search(Int(spur), target, cost, limit: .infinity) else { return nil }
        guard measure == .weakest else { return Path(nodes: root.dropLast() + way.nodes, cost: way.cost) }
        // How strong the weakest link can be is known; now the fewest steps along such links.
        let short = search(Int(spur), target, 0, limit: way.cost) ?? way
        return Path(nodes: root.dropLast() + short.nodes, cost: way.cost)
    }

    private func cost(_ root: [UInt32]) -> Double? {
        var sum = nothing
        for (from, to) in zip(root, root.dropFirst()) {
            guard let place = graph.place(from: Int(from), to: Int(to)) else { return nil }
            sum = joined(sum, costs[place])
        }
        return sum
    }

    /// Dijkstra from a node; with a limit, the fewest steps along links that cost no more than it.
    private func search(_ source: Int, _ target: Int, _ begun: Double, limit: Double) -> Path? {
        let countsSteps = limit < .infinity
        var known: [UInt32: (cost: Double, before: UInt32)] = [UInt32(source): (begun, UInt32.max)]
        var done: Set<UInt32> = []
        var heap = NodeHeap()
        heap.push(UInt32(source), begun)
        while let (node, cost) = heap.pop() {
            guard done.insert(node).inserted else { continue }
            if Int(node) == target { return Path(nodes: way(to: node, known), cost: cost) }
            if let hub, Int(node) != source, graph.degree(Int(node)) > hub { continue }
            for place in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
                let next = graph.targets[place]
                guard costs[place] <= limit, costs[place] < .infinity, !done.contains(next), !bannedNodes.contains(next)
                else { continue }
                if Int(node) == source, bannedLinks.contains(Self.link(node, next)) { continue }
                let new = countsSteps ? cost + 1 : joined(cost, costs[place])
                if let old = known[next], old.cost <= new { continue }
                known[next] = (new, node)
                heap.push(next, new)
            }
        }
        return nil
    }

    private func way(to node: UInt32, _ known: [UInt32: (cost: Double, before: UInt32)]) -> [UInt32] {
        var nodes = [node]
        while let before = known[nodes[nodes.count - 1]]?.before, before != .max { nodes.append(before) }
        return nodes.reversed()
    }
}
