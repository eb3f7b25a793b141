/// The core number of each node: the largest k such that it lies in a part in which every node has k neighbours of the part
/// (Seidman 1983). Directions do not matter.
public enum Cores {
    /// The core numbers: nodes are peeled off level by level, in time linear in the links (after Batagelj and Zaveršnik 2003).
    public static func numbers(_ graph: Graph) -> [UInt32] {
        let graph = graph.undirected()
        var left = [UInt32](unsafeUninitializedCapacity: graph.count) { left, filled in
            for node in 0..<graph.count { left[node] = graph.offsets[node + 1] - graph.offsets[node] }
            filled = graph.count
        }
        left.withUnsafeMutableBufferPointer { left in
            graph.offsets.withUnsafeBufferPointer { offsets in
                graph.targets.withUnsafeBufferPointer { targets in peel(offsets, targets, left) }
            }
        }
        return left
    }

    /// Takes off, level after level, what has no more neighbours left than the level says; `left` ends as the core numbers.
    private static func peel(
        _ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>,
        _ left: UnsafeMutableBufferPointer<UInt32>
    ) {
        var remaining = (0..<left.count).map { UInt32(truncatingIfNeeded: $0) }
        var level: UInt32 = 0
        var queue: [UInt32] = []
        queue.reserveCapacity(left.count)
        while !remaining.isEmpty {
            queue.removeAll(keepingCapacity: true)
            var kept = 0
            var next = UInt32.max
            for index in remaining.indices {
                let node = remaining[index]
                let count = left[Int(node)]
                if count < level { continue }
                if count == level {
                    queue.append(node)
                } else {
                    remaining[kept] = node
                    kept += 1
                    next = min(next, count)
                }
            }
            remaining.removeLast(remaining.count - kept)
            if queue.isEmpty {
                level = next
                continue
            }
            var done = 0
            while done < queue.count {
                let node = Int(queue[done])
                done += 1
                for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                    let target = Int(targets[place])
                    let count = left[target]
                    guard count > level else { continue }
                    left[target] = count - 1
                    if count - 1 == level { queue.append(UInt32(truncatingIfNeeded: target)) }
                }
            }
            level += 1
        }
    }
}
