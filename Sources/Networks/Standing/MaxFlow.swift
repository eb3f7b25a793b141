/// The largest flow from source to sink (Dinic 1970: shortest augmenting paths in layers), on flat arrays, made once for a
/// network and run many times with other capacities.
///
/// Invariant: edge 2·a is arc a, edge 2·a+1 its reverse; `left` holds what each can still take.
struct MaxFlow {
    let source: Int, sink: Int
    private let first: [Int32]
    private let edges: [Int32]
    private let head: [Int32]
    private var left: [Int]
    private var level: [Int32]
    private var next: [Int32]
    private var queue: [Int32]
    private var path: [Int32] = []

    init(nodes: Int, source: Int, sink: Int, from: [Int32], to: [Int32]) {
        (self.source, self.sink) = (source, sink)
        var first = [Int32](repeating: 0, count: nodes + 1)
        for node in from { first[Int(node) + 1] += 1 }
        for node in to { first[Int(node) + 1] += 1 }
        for node in 0..<nodes { first[node + 1] += first[node] }
        var edges = [Int32](repeating: 0, count: 2 * from.count)
        var head = edges
        var place = first
        for arc in from.indices {
            let (a, b) = (Int(from[arc]), Int(to[arc]))
            edges[Int(place[a])] = Int32(2 * arc)
            place[a] += 1
            edges[Int(place[b])] = Int32(2 * arc + 1)
            place[b] += 1
            head[2 * arc] = to[arc]
            head[2 * arc + 1] = from[arc]
        }
        (self.first, self.edges, self.head) = (first, edges, head)
        left = [Int](repeating: 0, count: edges.count)
        level = [Int32](repeating: -1, count: nodes)
        next = first
        queue = [Int32](repeating: 0, count: nodes)
    }

    /// The largest flow with these capacities of the arcs.
    mutating func run(_ capacity: [Int]) -> Int {
        for arc in capacity.indices {
            left[2 * arc] = capacity[arc]
            left[2 * arc + 1] = 0
        }
        var total = 0
        while layers() { total += block() }
        return total
    }

    /// After a run: is this node on the source's side of the smallest cut nearest the source?
    func isBeforeCut(_ node: Int) -> Bool { level[node] >= 0 }

    /// After a run: what an arc carries.
    func carried(by arc: Int) -> Int { left[2 * arc + 1] }

    private mutating func layers() -> Bool {
        for node in level.indices { level[node] = -1 }
        level[source] = 0
        queue[0] = Int32(source)
        var (begin, end) = (0, 1)
        while begin < end {
            let node = Int(queue[begin])
            begin += 1
            for place in Int(first[node])..<Int(first[node + 1]) {
                let edge = Int(edges[place])
                let other = Int(head[edge])
                guard left[edge] > 0, level[other] < 0 else { continue }
                level[other] = level[node] + 1
                queue[end] = Int32(other)
                end += 1
            }
        }
        return level[sink] >= 0
    }

    /// Fills the layers until no path is left in them.
    private mutating func block() -> Int {
        for node in level.indices { next[node] = first[node] }
        var (total, node) = (0, source)
        path.removeAll(keepingCapacity: true)
        while true {
            if node == sink {
                total += push()
                node = path.isEmpty ? source : Int(head[Int(path[path.count - 1])])
                continue
            }
            if let edge = step(from: node) {
                path.append(Int32(edge))
                node = Int(head[edge])
            } else {
                guard let last = path.popLast() else { return total }
                node = Int(head[Int(last) ^ 1])
                next[node] += 1
            }
        }
    }

    private mutating func step(from node: Int) -> Int? {
        var place = Int(next[node])
        let end = Int(first[node + 1])
        while place < end {
            let edge = Int(edges[place])
            if left[edge] > 0, level[Int(head[edge])] == level[node] + 1 {
                next[node] = Int32(place)
                return edge
            }
            place += 1
        }
        next[node] = Int32(place)
        return nil
    }

    /// Sends what the path takes and goes back to before its first full edge.
    private mutating func push() -> Int {
        var most = Int.max
        for edge in path { most = min(most, left[Int(edge)]) }
        var full = path.count
        for place in path.indices.reversed() {
            let edge = Int(path[place])
            left[edge] -= most
            left[edge ^ 1] += most
            if left[edge] == 0 { full = place }
        }
        path.removeLast(path.count - full)
        return most
    }
}
