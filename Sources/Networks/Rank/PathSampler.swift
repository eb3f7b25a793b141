/// Draws shortest paths at random: two ends at random, one of all shortest paths between them at random.
///
/// Both ends are walked from at once, always the one with fewer links before it (Borassi and Natale 2016, "KADABRA"): where the
/// walks meet, all links between them cross on shortest paths.
struct PathSampler {
    private let graph: Graph
    private let incoming: Graph
    private var bits: SeededBits
    private var nodes: [Seen]
    private var stamp: UInt32 = 0
    private var sides = [Side(), Side()]
    private var spare: [UInt32] = []
    private var crossings: [(near: UInt32, far: UInt32, paths: Double)] = []

    /// What the walk in progress knows of a node.
    private struct Seen {
        var stamp: UInt32 = 0
        var level: UInt32 = 0
        var paths = 0.0
    }

    /// A walk from one end: what it has reached last, and how many links lie before it.
    private struct Side {
        var frontier: [UInt32] = []
        var ahead = 0
        var level: UInt32 = 0
    }

    init(_ graph: Graph, seed: UInt64) {
        self.graph = graph
        incoming = graph.reversed()
        bits = SeededBits(seed: seed)
        nodes = [Seen](repeating: Seen(), count: graph.count)
    }

    /// Draws so many paths, and counts for each node how many go through it.
    mutating func draw(_ count: Int, work: Work) throws(CancellationError) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: graph.count)
        for index in 0..<count {
            let from = bits.below(graph.count)
            var to = bits.below(graph.count - 1)
            if to >= from { to += 1 }
            path(from, to, &counts)
            if index % 256 == 255 { try work.step(index, count) }
        }
        return counts
    }

    private mutating func path(_ from: Int, _ to: Int, _ counts: inout [UInt32]) {
        // Two stamps a path: even for the walk from the beginning, odd for the one from the end.
        stamp += 2
        begin(0, from, stamp, graph)
        begin(1, to, stamp + 1, incoming)
        crossings.removeAll(keepingCapacity: true)
        while crossings.isEmpty {
            guard !sides[0].frontier.isEmpty, !sides[1].frontier.isEmpty else { return }
            if sides[0].ahead <= sides[1].ahead {
                expand(0, graph, own: stamp, other: stamp + 1)
            } else {
                expand(1, incoming, own: stamp + 1, other: stamp)
            }
        }
        var left = bits.unit() * crossings.reduce(0) { $0 + $1.paths }
        let crossing = crossings.first {
            left -= $0.paths
            return left < 0
        }
        guard let chosen = crossing ?? crossings.last else { return }
        for end in [Int(chosen.near), Int(chosen.far)] {
            nodes[end].stamp == stamp ? trace(end, from, incoming, &counts) : trace(end, to, graph, &counts)
        }
    }

    private mutating func begin(_ side: Int, _ node: Int, _ stamp: UInt32, _ graph: Graph) {
        nodes[node] = Seen(stamp: stamp, level: 0, paths: 1)
        sides[side].frontier.removeAll(keepingCapacity: true)
        sides[side].frontier.append(UInt32(node))
        (sides[side].ahead, sides[side].level) = (graph.degree(node), 0)
    }

    /// Takes a walk one level on; links to the other walk are collected.
    private mutating func expand(_ side: Int, _ graph: Graph, own: UInt32, other: UInt32) {
        var next = spare
        next.removeAll(keepingCapacity: true)
        var ahead = 0
        let frontier = sides[side].frontier
        let level = sides[side].level + 1
        nodes.withUnsafeMutableBufferPointer { nodes in
            graph.offsets.withUnsafeBufferPointer { offsets in
                graph.targets.withUnsafeBufferPointer { targets in
                    for near in frontier {
                        let paths = nodes[Int(near)].paths
                        for place in Int(offsets[Int(near)])..<Int(offsets[Int(near) + 1]) {
                            let far = Int(targets[place])
                            let mark = nodes[far].stamp
                            if mark == own {
                                if nodes[far].level == level { nodes[far].paths += paths }
                            } else if mark == other {
                                crossings.append((near, targets[place], paths * nodes[far].paths))
                            } else if crossings.isEmpty {
                                nodes[far] = Seen(stamp: own, level: level, paths: paths)
                                next.append(targets[place])
                                ahead += Int(offsets[far + 1] - offsets[far])
                            }
                        }
                    }
                }
            }
        }
        spare = frontier
        (sides[side].frontier, sides[side].ahead, sides[side].level) = (next, ahead, level)
    }

    /// Goes back from a node to the end of its walk, by steps as likely as the paths that they stand for; counts what is between.
    private mutating func trace(_ start: Int, _ end: Int, _ back: Graph, _ counts: inout [UInt32]) {
        var node = start
        while node != end {
            counts[node] += 1
            let (own, level, paths) = (nodes[node].stamp, nodes[node].level - 1, nodes[node].paths)
            var left = bits.unit() * paths
            var chosen = end
            for place in Int(back.offsets[node])..<Int(back.offsets[node + 1]) {
                let other = Int(back.targets[place])
                guard nodes[other].stamp == own, nodes[other].level == level else { continue }
                chosen = other
                left -= nodes[other].paths
                if left < 0 { break }
            }
            node = chosen
        }
    }
}
