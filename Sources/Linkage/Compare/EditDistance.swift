/// Edit distances on bytes, bit-parallel for strings of up to 64 bytes (Hyyrö 2003, "A bit-vector algorithm for
/// computing Levenshtein and Damerau edit distances").
enum EditDistance {
    /// How many insertions, deletions and replacements lead from one string to the other.
    static func levenshtein(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
        distance(a, b, swaps: false)
    }

    /// The same, and two neighbours that change places count as one (optimal string alignment).
    static func osa(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
        distance(a, b, swaps: true)
    }

    private static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, swaps: Bool) -> Int {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        if short.isEmpty { return long.count }
        if short.count > 64 { return table(Array(short), Array(long), swaps: swaps) }
        return short.withUnsafeBufferPointer { short in
            long.withUnsafeBufferPointer { bits(short, $0, swaps: swaps) }
        }
    }

    // The pattern's vertical differences of one column stand in two words: `up` (+1) and `down` (-1).
    private static func bits(
        _ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, swaps: Bool
    ) -> Int {
        let last: UInt64 = 1 << UInt64(pattern.count - 1)
        var up = ~UInt64(0)
        var down: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var score = pattern.count
        for byte in text {
            var equal: UInt64 = 0
            for index in 0..<pattern.count where pattern[index] == byte { equal |= 1 << UInt64(index) }
            var zero = (((equal & up) &+ up) ^ up) | equal | down
            if swaps { zero |= (((~diagonal) & equal) << 1) & before }
            let right = down | ~(zero | up)
            let left = zero & up
            if right & last != 0 { score += 1 }
            if left & last != 0 { score -= 1 }
            let shifted = right << 1 | 1
            up = (left << 1) | ~(zero | shifted)
            down = shifted & zero
            diagonal = zero
            before = equal
        }
        return score
    }

    private static func table(_ a: [UInt8], _ b: [UInt8], swaps: Bool) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if swaps, i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
