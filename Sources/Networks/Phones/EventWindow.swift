/// Who spoke with whom around an event, against what is usual for the two.
public struct EventWindow: Sendable {
    /// A pair with calls in the window.
    public struct Entry: Sendable, Hashable {
        /// Whose calls: one of the phones asked about, where there are any.
        public let phone: UInt32
        /// With whom.
        public let contact: UInt32
        /// Calls before the event, in the window.
        public let before: Int
        /// Calls from the event on, in the window.
        public let after: Int
        /// As many calls are to be expected in such a window, by the rest of the records.
        public let usual: Double
        /// How unusual so many calls are: −log₂ of the chance of as many or more (Poisson).
        public let surprise: Double
        /// The two have not spoken before the window.
        public let isNew: Bool
        /// The call nearest to the event, in ms from it; negative before.
        public let nearest: Int64
    }

    /// The pairs, the most unusual first.
    public let entries: [Entry]

    /// Looks at calls from `before` ms before an event to `after` ms after it; of some phones, or of all.
    ///
    /// What is usual is counted over the rest of the records: calls of the two outside the window, with a half added,
    /// in proportion to the length of the window.
    public init(_ calls: Calls, at event: Int64, before: Int64, after: Int64, phones: Set<UInt32> = []) {
        let rows = calls.rows(from: event - before, until: event + after + 1)
        guard let first = calls.time.first, let last = calls.time.last, !rows.isEmpty else {
            entries = []
            return
        }
        let inside = ContactPairs(calls, rows: rows).pairs.filter {
            phones.isEmpty || phones.contains($0.a) || phones.contains($0.b)
        }
        var tallies: [UInt64: Tally] = [:]
        for pair in inside { tallies[Self.key(pair.a, pair.b)] = Tally() }
        for row in 0..<calls.count {
            let key = Self.key(calls.from[row], calls.to[row])
            guard tallies[key] != nil else { continue }
            tallies[key]?.take(row, rows, calls.time[row] - event)
        }
        let length = Double(before + after)
        let rest = max(length, Double(last - first) - length)
        entries = inside.flatMap { pair -> [Entry] in
            guard let tally = tallies[Self.key(pair.a, pair.b)] else { return [] }
            let usual = (Double(tally.outside) + 0.5) * length / rest
            let surprise = Self.surprise(tally.before + tally.after, usual)
            let sides = phones.isEmpty ? [pair.a] : [pair.a, pair.b].filter(phones.contains)
            return sides.map { phone in
                Entry(
                    phone: phone, contact: phone == pair.a ? pair.b : pair.a, before: tally.before, after: tally.after,
                    usual: usual, surprise: surprise, isNew: tally.earlier == 0, nearest: tally.nearest)
            }
        }.sorted { ($1.surprise, $0.phone, $0.contact) < ($0.surprise, $1.phone, $1.contact) }
    }

    private struct Tally {
        var before = 0
        var after = 0
        var outside = 0
        var earlier = 0
        var nearest = Int64.max

        mutating func take(_ row: Int, _ rows: Range<Int>, _ distance: Int64) {
            guard rows.contains(row) else {
                outside += 1
                if row < rows.lowerBound { earlier += 1 }
                return
            }
            if distance < 0 { before += 1 } else { after += 1 }
            if nearest == .max || abs(distance) < abs(nearest) { nearest = distance }
        }
    }

    private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// −log₂ P(X ≥ count), X Poisson with a mean.
    static func surprise(_ count: Int, _ mean: Double) -> Double {
        guard count > 0 else { return 0 }
        // From the far end inwards, so that nothing small is lost: the sum starts at its largest term.
        var term = -mean / Bits.natural + Double(count) * Bits.log2(mean)
        for k in 2...max(2, count) where k <= count { term -= Bits.log2(Double(k)) }
        var (sum, ratio) = (1.0, 1.0)
        var k = count + 1
        while ratio > 1e-17 || Double(k) < mean {
            ratio *= mean / Double(k)
            sum += ratio
            k += 1
        }
        return max(0, -(term + Bits.log2(sum)))
    }
}
