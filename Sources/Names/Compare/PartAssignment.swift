/// Pairs the words of two names, each with the one most like it, and sums up.
package struct PartAssignment {
    /// What the paired words say together, from 0 to 1.
    private(set) var score = 0.0
    private(set) var reason = NameReason.same
    /// The weight of what agrees.
    private(set) var agreed = 0.0
    /// The pairs, in the order found, with their likeness.
    private(set) var pairs: [(first: Int, second: Int, likeness: PartComparison.Likeness)] = []

    /// - Parameter likeness: how alike word `i` of the first and word `j` of the second are.
    init(_ a: [Double], _ b: [Double], likeness: (Int, Int) -> PartComparison.Likeness) {
        guard !a.isEmpty, !b.isEmpty else { return }
        var found: [(first: Int, second: Int, likeness: PartComparison.Likeness)] = []
        found.reserveCapacity(min(a.count, b.count))
        let free = withUnsafeTemporaryAllocation(
            of: PartComparison.Likeness.self, capacity: a.count * b.count
        ) { cells in
            for row in a.indices {
                for column in b.indices {
                    cells.initializeElement(at: row * b.count + column, to: likeness(row, column))
                }
            }
            return Self.pairOff(UnsafeBufferPointer(cells), a.count, b.count, weight: { min(a[$0], b[$1]) }) {
                found.append(($0, $1, $2))
            }
        }
        pairs = found
        sum(a, b, free.rows, free.columns)
    }

    /// Pairs words off, the most alike first; the first 64 of each name. What is free in the end is told by a bit each.
    ///
    /// - Parameters:
    ///   - cells: how alike the words are, row by row.
    ///   - weight: how much two words tell at least.
    package static func pairOff(
        _ cells: UnsafeBufferPointer<PartComparison.Likeness>, _ rows: Int, _ columns: Int,
        weight: (Int, Int) -> Double, _ body: (Int, Int, PartComparison.Likeness) -> Void
    ) -> (rows: UInt64, columns: UInt64) {
        var free = (
            rows: UInt64.max >> UInt64(64 - min(rows, 64)), columns: UInt64.max >> UInt64(64 - min(columns, 64))
        )
        for _ in 0..<min(rows, columns, 64) {
            var (best, place) = (-1.0, 0)
            for row in 0..<min(rows, 64) where free.rows >> UInt64(row) & 1 == 1 {
                for column in 0..<min(columns, 64) where free.columns >> UInt64(column) & 1 == 1 {
                    // Of equals, the pair that stands in the same place, then the weightier.
                    let score = cells[row * columns + column].score
                    let value = score * (1 + 0.01 * weight(row, column)) + (row == column ? 1e-4 : 0)
                    if value > best { (best, place) = (value, row * columns + column) }
                }
            }
            let (row, column) = (place / columns, place % columns)
            free.rows &= ~(1 << UInt64(row))
            free.columns &= ~(1 << UInt64(column))
            body(row, column, cells[place])
        }
        return free
    }

    private mutating func sum(_ a: [Double], _ b: [Double], _ freeRows: UInt64, _ freeColumns: UInt64) {
        var total = 0.0
        for pair in pairs {
            let weight = (a[pair.first] + b[pair.second]) / 2
            if pair.likeness.score < Weights.contradiction {
                total += weight * Weights.conflict
                reason = max(reason, .typing)
            } else {
                agreed += weight * pair.likeness.score
                total += weight
                reason = max(reason, pair.likeness.reason)
                if pair.first != pair.second && reason == .same { reason = .reordered }
            }
        }
        for index in a.indices where freeRows >> UInt64(index) & 1 == 1 { total += a[index] * Weights.extra }
        for index in b.indices where freeColumns >> UInt64(index) & 1 == 1 { total += b[index] * Weights.extra }
        if freeRows | freeColumns != 0 { reason = max(reason, .partial) }
        score = total > 0 ? agreed / total : 0
    }
}
