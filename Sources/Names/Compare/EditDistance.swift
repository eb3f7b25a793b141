/// Edit distances on short words, sixty-four letters at a time.
public enum EditDistance {
    /// The least number of letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
    ///
    /// Words longer than 64 letters are compared by their first 64 and the difference in length.
    static func osa(_ a: [UInt8], _ b: [UInt8]) -> Int {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        if short.isEmpty { return long.count }
        let height = min(short.count, 64)
        return short.withUnsafeBufferPointer { short in
            long.withUnsafeBufferPointer { long in
                distance(UnsafeBufferPointer(rebasing: short[..<height]), long, swaps: true) + short.count - height
            }
        }
    }

    /// The least number of letters to insert, drop or replace, by bit vectors (H. Hyyrö, A bit-vector algorithm for
    /// computing Levenshtein and Damerau edit distances, 2003).
    ///
    /// - Parameters:
    ///   - short: 1 to 64 letters.
    ///   - long: the other word, of any length.
    ///   - swaps: whether two neighbours that change places count as one (optimal string alignment).
    public static func distance(
        _ short: UnsafeBufferPointer<UInt8>, _ long: UnsafeBufferPointer<UInt8>, swaps: Bool
    ) -> Int {
        precondition((1...64).contains(short.count))
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { masks in
            // Safe: the table has a place for every byte. Only the places that are asked for are cleared.
            for byte in long { masks[Int(byte)] = 0 }
            for byte in short { masks[Int(byte)] = 0 }
            for place in short.indices { masks[Int(short[place])] |= 1 << UInt64(place) }
            return distance(masks, short.count, long, swaps)
        }
    }

    // The vertical differences of one column stand in two words: `plus` (+1) and `minus` (-1).
    private static func distance(
        _ masks: UnsafeMutableBufferPointer<UInt64>, _ height: Int, _ long: UnsafeBufferPointer<UInt8>, _ swaps: Bool
    ) -> Int {
        var (plus, minus, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (~0, 0, 0, 0)
        var result = height
        let last: UInt64 = 1 << UInt64(height - 1)
        for byte in long {
            let mask = masks[Int(byte)]
            let swapped = swaps ? (((~diagonal) & mask) << 1) & before : 0
            diagonal = (((mask & plus) &+ plus) ^ plus) | mask | minus | swapped
            var up = minus | ~(diagonal | plus)
            let down = diagonal & plus
            if up & last != 0 { result += 1 }
            if down & last != 0 { result -= 1 }
            up = up << 1 | 1
            plus = (down << 1) | ~(diagonal | up)
            minus = diagonal & up
            before = mask
        }
        return result
    }
}
