/// Where a phone's activity turns, and how sure that is.
///
/// With n calls, n₁ of them before a moment at which a share F of all calls lies behind, the evidence that the rate
/// changed there is the log-likelihood ratio of two rates against one:
///
///     L = n₁·log₂(n₁ / nF) + n₂·log₂(n₂ / n(1−F))   bits
///
/// Time is measured in calls of everybody, so that nights, weekends and growth turn nobody.
struct Turning: Sendable, Hashable {
    enum Direction { case fall, rise }

    /// The evidence, bits; 0 when nothing turns.
    var bits = 0.0
    /// The first row after the turn.
    var row = 0

    /// The evidence that the rate falls or rises at a row.
    static func bits(before: Int, after: Int, row: Int, of rows: Int, _ direction: Direction) -> Double {
        let total = Double(before + after)
        let share = Double(row) / Double(rows)
        guard total > 0, share > 0, share < 1 else { return 0 }
        let expected = total * share
        guard direction == .fall ? Double(before) > expected : Double(before) < expected else { return 0 }
        var bits = 0.0
        if before > 0 { bits += Double(before) * Bits.log2(Double(before) / expected) }
        if after > 0 { bits += Double(after) * Bits.log2(Double(after) / (total - expected)) }
        return bits
    }

    /// The strongest turn in a direction in the rising rows of a phone.
    static func strongest(_ rows: ArraySlice<UInt32>, of all: Int, _ direction: Direction) -> Turning {
        var best = Turning()
        for (before, place) in rows.indices.enumerated() {
            // A fall comes right after a call, a rise right before one.
            let row = direction == .fall ? Int(rows[place]) + 1 : Int(rows[place])
            let behind = direction == .fall ? before + 1 : before
            let bits = bits(before: behind, after: rows.count - behind, row: row, of: all, direction)
            if bits > best.bits { best = Turning(bits: bits, row: row) }
        }
        return best
    }
}
