/// Shortest paths from one source where links have lengths (Dijkstra 1959), counted, with what lies on them (Brandes 2001).
struct LengthSearch {
    private let graph: Graph
    private let lengths: [Double]
    /// How far each node is; infinite where it cannot be reached.
    private(set) var distance: [Double]
    private var paths: [Double]
    private var before: [[UInt32]]
    /// The nodes that were reached, nearest first.
    private(set) var order: [UInt32] = []
    private var heap = NodeHeap()

    /// - Parameter lengths: beside `targets`; none is negative.
    init(_ graph: Graph, _ lengths: [Double]) {
        (self.graph, self.lengths) = (graph, lengths)
        distance = [Double](repeating: .infinity, count: graph.count)
        paths = [Double](repeating: 0, count: graph.count)
        before = [[UInt32]](repeating: [], count: graph.count)
    }

    /// Finds the way to all nodes.
    mutating func run(from source: Int) {
        for node in order { distance[Int(node)] = .infinity }
        order.removeAll(keepingCapacity: true)
        (distance[source], paths[source]) = (0, 1)
        before[source].removeAll(keepingCapacity: true)
        heap.push(UInt32(source), 0)
        while let (node, far) = heap.pop() {
            // An entry that a shorter way has overtaken.
            guard far == distance[Int(node)] else { continue }
            order.append(node)
            for place in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
                reach(Int(graph.targets[place]), far + lengths[place], from: node)
            }
        }
    }

    private mutating func reach(_ target: Int, _ far: Double, from node: UInt32) {
        guard far.isFinite else { return }
        let known = distance[target]
        let slack = Lengths.tolerance * far
        if far < known - slack || known == .infinity {
            distance[target] = far
            paths[target] = paths[Int(node)]
            before[target].removeAll(keepingCapacity: true)
            before[target].append(node)
            heap.push(UInt32(target), far)
        } else if far <= known + slack {
            paths[target] += paths[Int(node)]
            before[target].append(node)
        }
    }

    /// Adds, to each node, on how many shortest paths from the source it lies.
    mutating func addDependencies(to values: inout [Double]) {
        var dependency = [Double](repeating: 0, count: graph.count)
        for node in order.reversed() {
            let share = (1 + dependency[Int(node)]) / paths[Int(node)]
            for other in before[Int(node)] { dependency[Int(other)] += paths[Int(other)] * share }
        }
        for node in order.dropFirst() { values[Int(node)] += dependency[Int(node)] }
    }
}

/// Nodes by how near they are, the nearest first; among equally near ones the smaller.
struct NodeHeap {
    private var items: [(far: Double, node: UInt32)] = []

    var isEmpty: Bool { items.isEmpty }

    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    mutating func push(_ node: UInt32, _ far: Double) {
        var place = items.count
        items.append((far, node))
        while place > 0 {
            let above = (place - 1) / 2
            guard (far, node) < (items[above].far, items[above].node) else { break }
            items[place] = items[above]
            place = above
        }
        items[place] = (far, node)
    }

    mutating func pop() -> (node: UInt32, far: Double)? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        guard !items.isEmpty else { return (first.node, first.far) }
        var place = 0
        while true {
            var below = 2 * place + 1
            guard below < items.count else { break }
            if below + 1 < items.count,
                (items[below + 1].far, items[below + 1].node) < (items[below].far, items[below].node)
            {
                below += 1
            }
            guard (items[below].far, items[below].node) < (last.far, last.node) else { break }
            items[place] = items[below]
            place = below
        }
        items[place] = last
        return (first.node, first.far)
    }
}
