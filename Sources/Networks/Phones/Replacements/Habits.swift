/// Where and at which hours phones are used, and how like that is between two of them.
///
///     w(x) · log₂((1−μ) + μ · p(x | a) / q(x)),  μ = ½
///
/// summed over b's places or hours and held within bounds: people move, and neighbours share a cell.
struct Habits {
    private let index: CallIndex
    private let calls: Calls
    private let zoneOffset: Int64
    private let cellShare: [Double]
    private let watchShare: [Double]

    init(_ calls: Calls, _ index: CallIndex, zoneOffset: Int64) {
        self.calls = calls
        self.index = index
        self.zoneOffset = zoneOffset
        let cells = calls.cell.lazy.filter { $0 != Calls.none }.max().map { Int($0) + 1 } ?? 0
        var counts = [Double](repeating: 0, count: cells)
        for cell in calls.cell where cell != Calls.none { counts[Int(cell)] += 1 }
        let total = max(1, counts.reduce(0, +))
        cellShare = counts.map { $0 / total }
        var watches = [Double](repeating: 1, count: 8)
        for time in calls.time { watches[Self.hour(time + zoneOffset) / 3] += 1 }
        let all = watches.reduce(0, +)
        watchShare = watches.map { $0 / all }
    }

    static func hour(_ local: Int64) -> Int {
        let inDay = local % 86_400_000
        return Int((inDay < 0 ? inDay + 86_400_000 : inDay) / 3_600_000)
    }

    /// The cells from which a phone calls, in a span of its rows, with counts.
    func cells(of phone: Int, _ rows: ArraySlice<UInt32>) -> [UInt32: Int32] {
        guard !calls.cell.isEmpty else { return [:] }
        var counts: [UInt32: Int32] = [:]
        for row in rows where calls.from[Int(row)] == UInt32(phone) && calls.cell[Int(row)] != Calls.none {
            counts[calls.cell[Int(row)], default: 0] += 1
        }
        return counts
    }

    func placeBits(_ a: [UInt32: Int32], _ b: [UInt32: Int32]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let total = a.values.reduce(0.0) { $0 + Bits.weight($1) }
        var bits = 0.0
        for (cell, count) in b.sorted(by: { $0.key < $1.key }) {
            let p = a[cell].map { Bits.weight($0) / total } ?? 0
            bits += Bits.weight(count) * Bits.log2(0.5 + 0.5 * p / cellShare[Int(cell)])
        }
        return min(2, max(-1, 0.5 * bits))
    }

    func hourBits(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Double {
        guard a.count >= 8, b.count >= 8 else { return 0 }
        let (p, n) = (watches(a), watches(b))
        let total = p.reduce(0, +) + Self.inertia
        var bits = 0.0
        for watch in n.indices where n[watch] > 0 {
            let share = (p[watch] + Self.inertia * watchShare[watch]) / total
            bits += n[watch].squareRoot() * Bits.log2(0.5 + 0.5 * share / watchShare[watch])
        }
        return min(1.5, max(-4, 0.75 * bits))
    }

    /// So many calls as everybody makes them are added to those of a phone.
    private static let inertia = 8.0

    /// Calls in the eight watches of three hours of a day.
    private func watches(_ rows: ArraySlice<UInt32>) -> [Double] {
        var counts = [Double](repeating: 0, count: 8)
        for row in rows { counts[Self.hour(calls.time[Int(row)] + zoneOffset) / 3] += 1 }
        return counts
    }
}
