/// For each phone the rows in which it takes part, in order of time (compressed sparse rows).
///
/// Invariants: `starts` has one entry more than there are phones; the rows of a phone rise. Calls of a phone with
/// itself are left out.
struct CallIndex: Sendable {
    let starts: [Int32]
    let rows: [UInt32]

    init(_ calls: Calls) {
        var starts = [Int32](repeating: 0, count: calls.phoneCount + 1)
        for row in 0..<calls.count {
            let (a, b) = (Int(calls.from[row]), Int(calls.to[row]))
            guard a != b else { continue }
            starts[a + 1] += 1
            starts[b + 1] += 1
        }
        for phone in 0..<calls.phoneCount { starts[phone + 1] += starts[phone] }
        var next = starts
        var rows = [UInt32](repeating: 0, count: Int(starts[calls.phoneCount]))
        for row in 0..<calls.count {
            let (a, b) = (Int(calls.from[row]), Int(calls.to[row]))
            guard a != b else { continue }
            rows[Int(next[a])] = UInt32(row)
            next[a] += 1
            rows[Int(next[b])] = UInt32(row)
            next[b] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    /// Where the rows of a phone stand in `rows`.
    func span(of phone: Int) -> Range<Int> { Int(starts[phone])..<Int(starts[phone + 1]) }

    /// How many calls a phone takes part in.
    func degree(of phone: Int) -> Int { Int(starts[phone + 1] - starts[phone]) }
}
