/// One to one: each record of one source with at most one of the other, so that all the pairs together are the likeliest.
///
/// The Hungarian method with potentials, O(n³) for a component of n records (H. W. Kuhn 1955; J. Munkres 1957).
enum Assignment {
    /// The best pairs among the edges of one component; what an edge is worth is how far its score is above the threshold.
    ///
    /// `sources` parts the records into two sides; an edge inside one side is left out.
    static func best(_ edges: [Edge], threshold: Weight, isLeft: (UInt32) -> Bool, order: (UInt32, UInt32) -> Bool)
        -> [Edge]
    {
        let usable = edges.filter { isLeft($0.first) != isLeft($0.second) && $0.score >= threshold }
        let left = Set(usable.map { isLeft($0.first) ? $0.first : $0.second }).sorted(by: order)
        let right = Set(usable.map { isLeft($0.first) ? $0.second : $0.first }).sorted(by: order)
        guard !left.isEmpty else { return [] }
        let rows = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($0.element, $0.offset) })
        let columns = Dictionary(uniqueKeysWithValues: right.enumerated().map { ($0.element, $0.offset) })
        // As many more columns as rows: to stay alone costs nothing.
        let width = right.count + left.count
        var cost = [Int64](repeating: 0, count: left.count * width)
        var edgeAt: [Int: Edge] = [:]
        for edge in usable {
            let (l, r) = isLeft(edge.first) ? (edge.first, edge.second) : (edge.second, edge.first)
            guard let row = rows[l], let column = columns[r] else { continue }
            cost[row * width + column] = threshold.raw - edge.score.raw - 1
            edgeAt[row * width + column] = edge
        }
        let chosen = solve(cost, rows: left.count, columns: width)
        return chosen.enumerated().compactMap { edgeAt[$0.offset * width + $0.element] }
    }

    /// For every row its column, so that the sum is least; there are at least as many columns as rows.
    static func solve(_ cost: [Int64], rows: Int, columns: Int) -> [Int] {
        var u = [Int64](repeating: 0, count: rows + 1)
        var v = [Int64](repeating: 0, count: columns + 1)
        var rowOf = [Int](repeating: 0, count: columns + 1)
        var before = [Int](repeating: 0, count: columns + 1)
        for row in 1...rows {
            rowOf[0] = row
            var at = 0
            var least = [Int64](repeating: .max, count: columns + 1)
            var isUsed = [Bool](repeating: false, count: columns + 1)
            repeat {
                isUsed[at] = true
                let i = rowOf[at]
                var delta = Int64.max
                var next = 0
                for j in 1...columns where !isUsed[j] {
                    let reduced = cost[(i - 1) * columns + j - 1] - u[i] - v[j]
                    if reduced < least[j] { (least[j], before[j]) = (reduced, at) }
                    if least[j] < delta { (delta, next) = (least[j], j) }
                }
                for j in 0...columns {
                    if isUsed[j] {
                        u[rowOf[j]] += delta
                        v[j] -= delta
                    } else if least[j] != .max {
                        least[j] -= delta
                    }
                }
                at = next
            } while rowOf[at] != 0
            while at != 0 {
                rowOf[at] = rowOf[before[at]]
                at = before[at]
            }
        }
        var result = [Int](repeating: 0, count: rows)
        for column in 1...columns where rowOf[column] > 0 { result[rowOf[column] - 1] = column - 1 }
        return result
    }
}
