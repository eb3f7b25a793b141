/// Strong components by Tarjan's algorithm (1972) in Pearce's form (2016), without recursion.
enum Strong {
    /// A label for each node, below the number of nodes; nodes have the same label when each reaches the other.
    static func labels(_ graph: Graph) -> [UInt32] {
        let count = graph.count
        // 0 where not yet seen; else the order of sight, from 1 up, until the component is known, when it is counted from above.
        var index = [UInt32](repeating: 0, count: count)
        var next = graph.offsets
        var isRoot = [Bool](repeating: true, count: count)
        var path: [UInt32] = []
        var waiting: [UInt32] = []
        var seen: UInt32 = 1
        var component = UInt32(count)
        for start in 0..<count where index[start] == 0 {
            path.append(UInt32(start))
            index[start] = seen
            seen += 1
            while let last = path.last {
                let node = Int(last)
                if next[node] < graph.offsets[node + 1] {
                    let target = Int(graph.targets[Int(next[node])])
                    if index[target] == 0 {
                        index[target] = seen
                        seen += 1
                        path.append(UInt32(target))
                        continue
                    }
                    next[node] += 1
                    if index[target] < index[node] {
                        index[node] = index[target]
                        isRoot[node] = false
                    }
                    continue
                }
                path.removeLast()
                guard isRoot[node] else {
                    waiting.append(last)
                    continue
                }
                seen -= 1
                while let other = waiting.last, index[Int(other)] >= index[node] {
                    waiting.removeLast()
                    index[Int(other)] = component
                    seen -= 1
                }
                index[node] = component
                component -= 1
            }
        }
        return index.map { UInt32(count) - $0 }
    }
}
