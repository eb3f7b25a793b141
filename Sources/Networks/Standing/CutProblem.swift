/// A part of a flow network as flat arrays: what the search for the best plan works on.
///
/// Invariant: no arc enters the source, leaves the sink or is a loop; capacities are at most what could ever flow, so that
/// sums stay small.
struct CutProblem: Sendable {
    let nodes: Int
    let source: Int, sink: Int
    let from: [Int32], to: [Int32]
    var capacity: [Int]
    /// Int.max: cannot be taken away.
    let cost: [Int]
    /// The arc of the whole network.
    let origin: [Int]

    var count: Int { capacity.count }
    var flow: MaxFlow { MaxFlow(nodes: nodes, source: source, sink: sink, from: from, to: to) }

    /// Where an arc without a limit gets one: more than anything that could flow.
    static let unlimited = 100_000

    /// The arcs of the parts that share nothing but source and sink: what flows, what it costs to stop it, and who is
    /// counted add up over them.
    static func parts(_ network: FlowNetwork) -> [[Int]] {
        var roots = Roots(network.nodeCount)
        let carrying = network.carrying
        for place in carrying {
            let arc = network.arcs[place]
            if arc.from != network.source, arc.to != network.sink { roots.join(arc.from, arc.to) }
        }
        var parts: [Int: [Int]] = [:]
        var order: [Int] = []
        for place in carrying {
            let arc = network.arcs[place]
            let inner = arc.from == network.source ? arc.to : arc.from
            let root = inner == network.sink ? -1 - place : roots.root(inner)
            if parts[root] == nil { order.append(root) }
            parts[root, default: []].append(place)
        }
        return order.map { parts[$0] ?? [] }
    }

    /// The problem of some of the arcs.
    init(_ network: FlowNetwork, _ arcs: [Int], _ measured: (FlowNetwork.Arc) -> Int) {
        var number: [Int: Int32] = [network.source: 0, network.sink: 1]
        func node(_ node: Int) -> Int32 {
            if let known = number[node] { return known }
            number[node] = Int32(number.count)
            return Int32(number.count - 1)
        }
        from = arcs.map { node(network.arcs[$0].from) }
        to = arcs.map { node(network.arcs[$0].to) }
        (source, sink, nodes, origin) = (0, 1, number.count, arcs)
        let given = arcs.map { measured(network.arcs[$0]) }
        func sum(_ ends: [Int32], _ node: Int32) -> Int {
            ends.indices.reduce(0) { total, arc in
                guard ends[arc] == node else { return total }
                let (sum, isTooLarge) = total.addingReportingOverflow(given[arc])
                return isTooLarge ? Int.max : sum
            }
        }
        let most = min(sum(from, 0), sum(to, 1))
        capacity = given.map { min($0, most) }
        cost = arcs.map { network.arcs[$0].cost ?? .max }
    }
}

/// Disjoint sets with path halving.
struct Roots {
    private var parent: [Int32]

    init(_ count: Int) { parent = (0..<Int32(count)).map { $0 } }

    mutating func root(_ node: Int) -> Int {
        var node = node
        while parent[node] != Int32(node) {
            parent[node] = parent[Int(parent[node])]
            node = Int(parent[node])
        }
        return node
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        parent[max(a, b)] = Int32(min(a, b))
    }
}
