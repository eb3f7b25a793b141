/// Pairs the words of two names, each with the one most like it, and sums up.
struct PartAssignment {
    /// What the paired words say together, from 0 to 1.
    private(set) var score = 0.0
    private(set) var reason = NameReason.same
    /// The weight of what agrees.
    private(set) var agreed = 0.0
    /// The pairs, in the order found, with their likeness.
    private(set) var pairs: [(first: Int, second: Int, likeness: PartComparison.Likeness)] = []

    /// - Parameter likeness: how alike word `i` of the first and word `j` of the second are.
    init(_ a: [Double], _ b: [Double], likeness: (Int, Int) -> PartComparison.Likeness) {
        let (rows, columns) = (a.count, b.count)
        guard rows > 0, columns > 0 else { return }
        var cells: [PartComparison.Likeness] = []
        cells.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { cells.append(likeness(row, column)) }
        }
        var (freeRows, freeColumns) = (
            UInt64.max >> UInt64(64 - min(rows, 64)), UInt64.max >> UInt64(64 - min(columns, 64))
        )
        pairs.reserveCapacity(min(rows, columns))
        for _ in 0..<min(rows, columns, 64) {
            var (best, place) = (-1.0, 0)
            for row in 0..<min(rows, 64) where freeRows >> UInt64(row) & 1 == 1 {
                for column in 0..<min(columns, 64) where freeColumns >> UInt64(column) & 1 == 1 {
                    // Of equals, the pair that stands in the same place, then the weightier.
                    let value =
                        cells[row * columns + column].score * (1 + 0.01 * min(a[row], b[column]))
                        + (row == column ? 1e-4 : 0)
                    if value > best { (best, place) = (value, row * columns + column) }
                }
            }
            let (row, column) = (place / columns, place % columns)
            freeRows &= ~(1 << UInt64(row))
            freeColumns &= ~(1 << UInt64(column))
            pairs.append((row, column, cells[place]))
        }
        sum(a, b, freeRows, freeColumns)
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
