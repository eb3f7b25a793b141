internal import Names

/// Edit distances on bytes: by bit vectors where the shorter string has at most 64, by the table of all beginnings otherwise.
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
            long.withUnsafeBufferPointer { Names.EditDistance.distance(short, $0, swaps: swaps) }
        }
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
