/// The edges between records: those of the first load in flat arrays, later ones beside them.
struct EdgeGraph: Sendable {
    private var starts: [UInt32]
    private var neighbours: [UInt32]
    private var scores: [Weight]
    private var later: [UInt32: [Edge]] = [:]
    private var records: Int

    init(_ edges: [Edge], records: Int) {
        self.records = records
        starts = [UInt32](repeating: 0, count: records + 1)
        for edge in edges {
            starts[Int(edge.first) + 1] += 1
            starts[Int(edge.second) + 1] += 1
        }
        for record in 0..<records { starts[record + 1] += starts[record] }
        var next = starts
        neighbours = [UInt32](repeating: 0, count: edges.count * 2)
        scores = [Weight](repeating: .zero, count: edges.count * 2)
        for edge in edges {
            for (a, b) in [(edge.first, edge.second), (edge.second, edge.first)] {
                neighbours[Int(next[Int(a)])] = b
                scores[Int(next[Int(a)])] = edge.score
                next[Int(a)] += 1
            }
        }
    }

    /// Makes room for one more record.
    mutating func grow() { records += 1 }

    /// Adds an edge.
    mutating func add(_ edge: Edge) {
        later[edge.first, default: []].append(edge)
        later[edge.second, default: []].append(edge)
    }

    /// Removes what a person has decided about two records.
    mutating func removeDecided(_ a: UInt32, _ b: UInt32) {
        for end in [a, b] {
            later[end]?.removeAll { $0.score == .decided && $0.first == min(a, b) && $0.second == max(a, b) }
        }
    }

    /// Calls `body` with every neighbour of a record.
    private func forEach(_ record: UInt32, _ body: (UInt32, Weight) -> Void) {
        if Int(record) + 1 < starts.count {
            for place in Int(starts[Int(record)])..<Int(starts[Int(record) + 1]) {
                body(neighbours[place], scores[place])
            }
        }
        for edge in later[record] ?? [] { body(edge.first == record ? edge.second : edge.first, edge.score) }
    }

    /// All records that can be reached over edges; ascending.
    func component(of records: [Int], where isLive: (Int) -> Bool) -> [Int] {
        var seen = Set(records.map { UInt32($0) })
        var queue = Array(seen)
        while let record = queue.popLast() {
            forEach(record) { other, _ in
                if isLive(Int(other)) && seen.insert(other).inserted { queue.append(other) }
            }
        }
        return seen.map { Int($0) }.sorted()
    }

    /// The edges inside a set of records.
    func edges(_ inside: Set<UInt32>) -> [Edge] {
        var edges: [Edge] = []
        for record in inside.sorted() {
            forEach(record) { other, score in
                if record < other && inside.contains(other) {
                    edges.append(Edge(first: record, second: other, score: score))
                }
            }
        }
        return edges
    }
}
