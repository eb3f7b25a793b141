/// Keeps pairs that were side by side at least so often, and perhaps a few others: never fewer.
///
/// As long as there are not too many it holds them all and counts exactly. Then it goes over to counters of one byte that pairs
/// share by their hash: a counter is never less than the count of any of its pairs, so no pair is lost, in 128 MB.
struct PairSieve {
    private var keys: [UInt64] = []
    private var counters: [UInt8] = []
    private let least: Int
    private let room: Int
    private static let bits = 27

    /// Makes a sieve. `room` is how many it holds before it goes over to counters.
    init(least: Int, room: Int = 1 << 23) { (self.least, self.room) = (min(least, 255), room) }

    @inline(__always)
    mutating func add(_ key: UInt64) {
        if counters.isEmpty {
            keys.append(key)
            if keys.count > room { share() }
        } else {
            count(key)
        }
    }

    private mutating func share() {
        counters = [UInt8](repeating: 0, count: 1 << Self.bits)
        for key in keys { count(key) }
        keys = []
    }

    @inline(__always)
    private mutating func count(_ key: UInt64) {
        let slot = Int(PairTable.hash(key) >> UInt64(64 - Self.bits))
        if counters[slot] < 255 { counters[slot] += 1 }
    }

    /// Whether all pairs that are kept are known; else `isKept` has to be asked.
    var isExact: Bool { counters.isEmpty }

    /// Whether a pair is kept, once it has gone over to counters.
    @inline(__always)
    func isKept(_ key: UInt64) -> Bool { Int(counters[Int(PairTable.hash(key) >> UInt64(64 - Self.bits))]) >= least }

    /// The pairs that are kept, as long as all are held.
    mutating func kept() -> PairTable {
        var table = PairTable()
        keys.sort()
        var index = 0
        while index < keys.count {
            var next = index + 1
            while next < keys.count, keys[next] == keys[index] { next += 1 }
            if next - index >= least { _ = table.add(keys[index]) }
            index = next
        }
        keys = []
        return table
    }
}
