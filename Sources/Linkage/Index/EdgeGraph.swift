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

    /// The component that a record is solved in: what it reaches on the lowest step of the ladder on which that is not too much;
    /// ascending. It is found from the record alone, whatever else there is.
    func component(of record: Int, threshold: Weight, where isLive: (Int) -> Bool) -> [Int] {
        var step = 0
        while true {
            let cut = Clustering.cut(threshold, step: step)
            if cut > .decided { return [record] }
            if let found = reach(UInt32(record), cut, isLive) { return found }
            step += 1
        }
    }

    // Nil when there is more than one component may hold.
    private func reach(_ record: UInt32, _ cut: Weight, _ isLive: (Int) -> Bool) -> [Int]? {
        var seen: Set<UInt32> = [record]
        var queue = [record]
        while let next = queue.popLast() {
            forEach(next) { other, score in
                if score >= cut && isLive(Int(other)) && seen.insert(other).inserted { queue.append(other) }
            }
            if seen.count > Clustering.largestComponent { return nil }
        }
        return seen.map { Int($0) }.sorted()
    }

    /// The neighbours of a record.
    func neighbours(of record: Int) -> [Int] {
        var found: [Int] = []
        forEach(UInt32(record)) { other, _ in found.append(Int(other)) }
        return found
    }
}
