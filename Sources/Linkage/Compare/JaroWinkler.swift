/// Jaro-Winkler similarity on bytes (Winkler 1990), with a bit mask instead of marks: strings of up to 64 bytes are
/// compared without allocation.
enum JaroWinkler {
    /// From 0, nothing in common, to 1, equal; symmetric. The prefix of up to four bytes counts when the Jaro similarity
    /// is above 0.7, as in Winkler's own code and in DuckDB's `jaro_winkler_similarity`.
    static func similarity(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        if a.count > b.count { return similarity(b, a) }
        let jaro = b.count <= 64 ? masked(a, b) : marked(a, b)
        guard jaro > 0.7 else { return jaro }
        var prefix = 0
        while prefix < min(4, a.count) && a[prefix] == b[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    static func similarity(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
        a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { similarity(a, $0) } }
    }

    // a is not longer than b, and b has at most 64 bytes.
    private static func masked(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        if a.isEmpty { return b.isEmpty ? 1 : 0 }
        let reach = max(b.count / 2 - 1, 0)
        var takenA: UInt64 = 0
        var takenB: UInt64 = 0
        var hits = 0
        for i in 0..<a.count {
            let byte = a[i]
            let end = min(b.count, i + reach + 1)
            var j = max(0, i - reach)
            while j < end {
                if b[j] == byte && takenB & (1 << UInt64(j)) == 0 {
                    takenA |= 1 << UInt64(i)
                    takenB |= 1 << UInt64(j)
                    hits += 1
                    break
                }
                j += 1
            }
        }
        guard hits > 0 else { return 0 }
        var swaps = 0
        while takenA != 0 {
            if a[takenA.trailingZeroBitCount] != b[takenB.trailingZeroBitCount] { swaps += 1 }
            takenA &= takenA - 1
            takenB &= takenB - 1
        }
        return jaro(hits, swaps / 2, a.count, b.count)
    }

    private static func marked(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        if a.isEmpty { return 0 }
        let reach = max(b.count / 2 - 1, 0)
        var taken = [Bool](repeating: false, count: b.count)
        var first: [UInt8] = []
        for i in 0..<a.count {
            let from = max(0, i - reach)
            let to = min(b.count, i + reach + 1)
            if from < to, let j = (from..<to).first(where: { !taken[$0] && b[$0] == a[i] }) {
                taken[j] = true
                first.append(a[i])
            }
        }
        guard !first.isEmpty else { return 0 }
        let second = (0..<b.count).filter { taken[$0] }.map { b[$0] }
        let swaps = zip(first, second).count { $0 != $1 }
        return jaro(first.count, swaps / 2, a.count, b.count)
    }

    private static func jaro(_ hits: Int, _ swaps: Int, _ a: Int, _ b: Int) -> Double {
        let hits = Double(hits)
        return (hits / Double(a) + hits / Double(b) + (hits - Double(swaps)) / hits) / 3
    }
}
