/// Where a network comes apart: nodes and links without which a component falls into more. Directions do not matter.
public struct Cuts: Sendable {
    /// The nodes whose loss parts their component, ascending.
    public let nodes: [UInt32]
    /// The links whose loss parts their component, the smaller end first, ascending.
    public let links: [(from: UInt32, to: UInt32)]
    /// Into how many parts its component falls without a node: 1 where it holds together, 0 for a node without neighbours.
    public let partsWithout: [UInt32]

    /// Finds both in one walk in depth (Hopcroft and Tarjan 1973), without recursion.
    public init(_ graph: Graph) {
        let graph = graph.undirected()
        var walk = Walk(count: graph.count)
        graph.offsets.withUnsafeBufferPointer { offsets in
            graph.targets.withUnsafeBufferPointer { targets in walk.run(offsets, targets) }
        }
        partsWithout = walk.parts
        nodes = walk.parts.indices.filter { walk.parts[$0] > 1 }.map { UInt32($0) }
        links = walk.bridges.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The walk: `seen` numbers nodes by first sight, from 1 up; `low` is the earliest that a node's subtree reaches.
    private struct Walk {
        var parts: [UInt32]
        var bridges: [(from: UInt32, to: UInt32)] = []
        private var seen: [UInt32]
        private var low: [UInt32]
        private var next: [UInt32]
        private var parent: [UInt32]

        init(count: Int) {
            parts = [UInt32](repeating: 0, count: count)
            seen = parts
            low = parts
            next = parts
            parent = parts
        }

        mutating func run(_ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>) {
            parts.withUnsafeMutableBufferPointer { parts in
                seen.withUnsafeMutableBufferPointer { seen in
                    low.withUnsafeMutableBufferPointer { low in
                        next.withUnsafeMutableBufferPointer { next in
                            parent.withUnsafeMutableBufferPointer { parent in
                                Self.walk(offsets, targets, parts, seen, low, next, parent, &bridges)
                            }
                        }
                    }
                }
            }
        }

        private static func walk(
            _ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>,
            _ parts: UnsafeMutableBufferPointer<UInt32>, _ seen: UnsafeMutableBufferPointer<UInt32>,
            _ low: UnsafeMutableBufferPointer<UInt32>, _ next: UnsafeMutableBufferPointer<UInt32>,
            _ parent: UnsafeMutableBufferPointer<UInt32>, _ bridges: inout [(from: UInt32, to: UInt32)]
        ) {
            var clock: UInt32 = 0
            for start in 0..<parts.count where seen[start] == 0 {
                var node = start
                clock += 1
                (seen[node], low[node], next[node], parent[node]) = (clock, clock, offsets[node], UInt32.max)
                while true {
                    if next[node] < offsets[node + 1] {
                        let target = Int(targets[Int(next[node])])
                        next[node] += 1
                        if seen[target] == 0 {
                            clock += 1
                            (seen[target], low[target], next[target]) = (clock, clock, offsets[target])
                            parent[target] = UInt32(truncatingIfNeeded: node)
                            node = target
                        } else if UInt32(truncatingIfNeeded: target) != parent[node] {
                            low[node] = min(low[node], seen[target])
                        }
                        continue
                    }
                    // A node that is not the root leaves what lies above it whole: that is one part more.
                    guard parent[node] != .max else { break }
                    parts[node] += 1
                    let above = Int(parent[node])
                    if low[node] >= seen[above] { parts[above] += 1 }
                    if low[node] > seen[above] {
                        let (a, b) = (UInt32(truncatingIfNeeded: above), UInt32(truncatingIfNeeded: node))
                        bridges.append(a < b ? (a, b) : (b, a))
                    }
                    low[above] = min(low[above], low[node])
                    node = above
                }
            }
        }
    }
}
