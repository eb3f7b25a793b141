/// Phones that were seen at several places and times.
public struct TowerDump: Sendable {
    /// Cells, and from when until when.
    public struct Place: Sendable, Hashable {
        /// The cells; empty: anywhere.
        public var cells: Set<UInt32>
        /// From, ms.
        public var from: Int64
        /// Until and not including, ms.
        public var until: Int64

        /// A place and a time.
        public init(cells: Set<UInt32>, from: Int64, until: Int64) {
            (self.cells, self.from, self.until) = (cells, from, until)
        }
    }

    /// A phone that was seen at several of the places.
    public struct Entry: Sendable, Hashable {
        /// Which.
        public let phone: UInt32
        /// How many places.
        public var places: Int { seen.filter { $0 > 0 }.count }
        /// Calls at each place.
        public let seen: [Int]
        /// When it was first seen at each; nil where it was not.
        public let first: [Int64?]
        /// How telling that is: the sum of log₂(phones / phones seen there) over its places.
        public let bits: Double
    }

    /// The phones, those at most places first, then the most telling.
    public let entries: [Entry]
    /// How many phones were seen at each place.
    public let crowd: [Int]

    /// Finds who called from at least so many of the places.
    public init(_ calls: Calls, _ places: [Place], atLeast: Int) {
        var seen: [UInt32: (counts: [Int], first: [Int64?])] = [:]
        for (index, place) in places.enumerated() where !calls.cell.isEmpty || place.cells.isEmpty {
            for row in calls.rows(from: place.from, until: place.until) {
                guard place.cells.isEmpty || place.cells.contains(calls.cell[row]) else { continue }
                var entry =
                    seen[calls.from[row]] ?? (
                        Array(repeating: 0, count: places.count), Array(repeating: nil, count: places.count)
                    )
                entry.counts[index] += 1
                if entry.first[index] == nil { entry.first[index] = calls.time[row] }
                seen[calls.from[row]] = entry
            }
        }
        let crowd = places.indices.map { index in seen.values.count { $0.counts[index] > 0 } }
        self.crowd = crowd
        let callers = Double(Set(calls.from).count)
        entries = seen.compactMap { phone, entry in
            let bits = places.indices.reduce(0.0) { sum, index in
                entry.counts[index] > 0 ? sum + Bits.log2(callers / Double(crowd[index])) : sum
            }
            let result = Entry(phone: phone, seen: entry.counts, first: entry.first, bits: bits)
            return result.places >= atLeast ? result : nil
        }.sorted { ($1.places, $1.bits, $0.phone) < ($0.places, $0.bits, $1.phone) }
    }
}
