/// Walks a graph in breadth from one source, counting shortest paths, and hands dependencies back (Brandes 2001).
///
/// On the way out the links of the shortest paths are written down one after another, without a branch that could be guessed
/// wrongly; on the way back only these are read.
struct HopSearch {
    private let graph: Graph
    private let worth: [Double]
    private var level: [UInt32]
    private var paths: [Double]
    private var order: [UInt32]
    private var onward: [UInt32]
    private var starts: [UInt32]
    private var share: [Double]

    /// - Parameter worth: for how many nodes each stands: as a source, and as a target.
    init(_ graph: Graph, worth: [Double]) {
        (self.graph, self.worth) = (graph, worth)
        level = [UInt32](repeating: .max, count: graph.count)
        paths = [Double](repeating: 0, count: graph.count)
        order = [UInt32](repeating: 0, count: graph.count + 1)
        starts = [UInt32](repeating: 0, count: graph.count + 2)
        share = [Double](repeating: 0, count: graph.count)
        onward = [UInt32](repeating: 0, count: graph.targets.count + 1)
    }

    /// Adds, to each node, on how many shortest paths from the source it lies.
    mutating func add(from source: Int, to values: inout [Double]) {
        let reached = spread(from: source)
        values.withUnsafeMutableBufferPointer { values in gather(source, reached, values) }
    }

    /// The way out; says how many nodes were reached.
    private mutating func spread(from source: Int) -> Int {
        level.withUnsafeMutableBufferPointer { level in
            paths.withUnsafeMutableBufferPointer { paths in
                order.withUnsafeMutableBufferPointer { order in
                    onward.withUnsafeMutableBufferPointer { onward in
                        starts.withUnsafeMutableBufferPointer { starts in
                            graph.offsets.withUnsafeBufferPointer { offsets in
                                graph.targets.withUnsafeBufferPointer { targets in
                                    Self.spread(source, offsets, targets, level, paths, order, onward, starts)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func spread(
        _ source: Int, _ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>,
        _ level: UnsafeMutableBufferPointer<UInt32>, _ paths: UnsafeMutableBufferPointer<Double>,
        _ order: UnsafeMutableBufferPointer<UInt32>, _ onward: UnsafeMutableBufferPointer<UInt32>,
        _ starts: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        (level[source], paths[source], order[0]) = (0, 1, UInt32(truncatingIfNeeded: source))
        var (head, tail, written) = (0, 1, 0)
        while head < tail {
            let node = Int(order[head])
            starts[head] = UInt32(truncatingIfNeeded: written)
            head += 1
            let next = level[node] &+ 1
            let own = paths[node]
            for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                let target = targets[place]
                let at = level[Int(target)]
                order[tail] = target
                tail &+= at > next ? 1 : 0
                level[Int(target)] = min(at, next)
                paths[Int(target)] += at >= next ? own : 0
                onward[written] = target
                written &+= at >= next ? 1 : 0
            }
        }
        starts[head] = UInt32(truncatingIfNeeded: written)
        return tail
    }

    /// The way back; leaves everything as it was before the way out.
    private mutating func gather(_ source: Int, _ reached: Int, _ values: UnsafeMutableBufferPointer<Double>) {
        let weight = worth[source]
        order.withUnsafeMutableBufferPointer { order in
            onward.withUnsafeBufferPointer { onward in
                share.withUnsafeMutableBufferPointer { share in
                    paths.withUnsafeMutableBufferPointer { paths in
                        level.withUnsafeMutableBufferPointer { level in
                            worth.withUnsafeBufferPointer { worth in
                                for place in stride(from: reached - 1, through: 0, by: -1) {
                                    let node = Int(order[place])
                                    var sum = 0.0
                                    for index in Int(starts[place])..<Int(starts[place + 1]) {
                                        sum += share[Int(onward[index])]
                                    }
                                    let dependency = sum * paths[node]
                                    share[node] = sum + worth[node] / paths[node]
                                    if place > 0 { values[node] += weight * dependency }
                                    (level[node], paths[node]) = (.max, 0)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
