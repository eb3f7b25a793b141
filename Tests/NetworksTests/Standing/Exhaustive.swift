@testable import Networks

/// What the engine says, found the slow way: every set of arcs, every set of counted arcs, augmenting path by path.
struct Exhaustive {
    let network: FlowNetwork

    /// Ford and Fulkerson with a depth-first search, one unit of code away from the definition.
    func flow(_ capacity: [Int]) -> Int {
        var left = network.arcs.indices.map { (capacity[$0], 0) }
        func reach(_ node: Int, _ seen: inout Set<Int>, _ most: Int) -> Int {
            if node == network.sink { return most }
            seen.insert(node)
            for (place, arc) in network.arcs.enumerated() {
                if arc.from == node, left[place].0 > 0, !seen.contains(arc.to) {
                    let sent = reach(arc.to, &seen, min(most, left[place].0))
                    if sent > 0 { left[place].0 -= sent; left[place].1 += sent; return sent }
                }
                if arc.to == node, left[place].1 > 0, !seen.contains(arc.from) {
                    let sent = reach(arc.from, &seen, min(most, left[place].1))
                    if sent > 0 { left[place].1 -= sent; left[place].0 += sent; return sent }
                }
            }
            return 0
        }
        var total = 0
        while true {
            var seen: Set<Int> = []
            let sent = reach(network.source, &seen, .max)
            if sent == 0 { return total }
            total += sent
        }
    }

    func left(_ measure: FlowMeasure, _ taken: Set<Int>) -> Int {
        func capacity(_ place: Int, _ value: Int) -> Int { taken.contains(place) ? 0 : value }
        let arcs = network.arcs
        switch measure {
        case .flow: return flow(arcs.indices.map { capacity($0, arcs[$0].capacity) })
        case .reach:
            return flow(arcs.indices.map { capacity($0, arcs[$0].marks.contains(.counted) ? 1 : 100_000) })
        case .traffickers:
            return flow(arcs.indices.map { capacity($0, arcs[$0].marks.contains(.trafficker) ? 1 : 100_000) })
        case .need:
            let most = flow(arcs.indices.map { capacity($0, arcs[$0].capacity) })
            let counted = arcs.indices.filter { arcs[$0].marks.contains(.counted) }
            return sets(counted).filter { chosen in
                flow(
                    arcs.indices.map {
                        arcs[$0].marks.contains(.counted) && !chosen.contains($0) ? 0 : capacity($0, arcs[$0].capacity)
                    }) == most
            }.map(\.count).min() ?? 0
        }
    }

    func sets(_ places: [Int]) -> [Set<Int>] {
        (0..<(1 << places.count)).map { bits in
            Set(places.indices.filter { bits >> $0 & 1 == 1 }.map { places[$0] })
        }
    }

    /// Every affordable set with its cost.
    func affordable(_ budget: Int) -> [(set: Set<Int>, cost: Int)] {
        sets(network.arcs.indices.filter { network.arcs[$0].cost != nil })
            .map { ($0, $0.reduce(0) { $0 + (network.arcs[$1].cost ?? 0) }) }.filter { $0.1 <= budget }
    }
}

/// Small networks, the same for the same seed.
struct RandomNetwork {
    var bits: UInt64
    init(_ seed: UInt64) { bits = seed }

    mutating func below(_ most: Int) -> Int {
        bits &+= 0x9E37_79B9_7F4A_7C15
        var z = bits
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(most))
    }

    /// Anything: nodes, arcs in both directions, zero capacities, zero costs, arcs nobody can take.
    mutating func any() throws -> FlowNetwork {
        let nodes = 3 + below(3)
        let arcs = (0..<(4 + below(4))).map { _ in
            FlowNetwork.Arc(
                below(nodes), below(nodes), capacity: below(8), cost: below(4) == 0 ? nil : below(5),
                marks: below(2) == 0 ? [.counted] : below(2) == 0 ? [.trafficker] : [])
        }
        return try FlowNetwork(nodes: nodes, source: 0, sink: nodes - 1, arcs: arcs)
    }

    /// Source → traffickers → bottoms and victims → sink; some victims have two traffickers when `isShared`.
    mutating func people(traffickers: Int, victims: Int, isShared: Bool) throws -> FlowNetwork {
        var arcs: [FlowNetwork.Arc] = []
        var node = 1
        var heads: [Int] = []
        var ends: [(node: Int, cost: Int)] = []
        for _ in 0..<traffickers {
            let trafficker = node
            node += 1
            heads.append(trafficker)
            arcs.append(.init(0, trafficker, capacity: 3 + below(12), cost: 8, marks: .trafficker))
            let bottom = below(2) == 0 ? node : nil
            if let bottom {
                node += 1
                arcs.append(.init(trafficker, bottom, capacity: 10_000, cost: 4, marks: .bottom))
                ends.append((bottom, 4))
            }
            for _ in 0..<(1 + below(victims)) {
                let way = bottom.map { below(2) == 0 ? [trafficker] : [$0] } ?? [trafficker]
                for from in way { arcs.append(.init(from, node, capacity: 10_000)) }
                if isShared, below(3) == 0 { arcs.append(.init(heads[below(heads.count)], node, capacity: 10_000)) }
                ends.append((node, 2))
                node += 1
            }
        }
        for end in ends {
            arcs.append(.init(end.node, node, capacity: 1 + below(9), cost: end.cost, marks: [.counted, .victim]))
        }
        return try FlowNetwork(nodes: node + 1, source: 0, sink: node, arcs: arcs)
    }
}
