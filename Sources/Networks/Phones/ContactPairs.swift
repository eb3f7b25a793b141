/// Two phones that speak with each other, and how.
public struct ContactPair: Sendable, Hashable {
    /// The phone with the lower number.
    public let a: UInt32
    /// The other.
    public let b: UInt32
    /// Calls from a to b, messages included.
    public var forth = 0
    /// Calls from b to a.
    public var back = 0
    /// Messages among them.
    public var messages = 0
    /// Seconds of speech.
    public var seconds: Int64 = 0
    /// The first call, ms.
    public var first: Int64
    /// The last call, ms.
    public var last: Int64
    /// On how many days they spoke.
    public var days = 1

    /// All calls.
    public var calls: Int { forth + back }
    /// Each has called the other.
    public var isMutual: Bool { forth > 0 && back > 0 }
}

/// All pairs of phones that speak with each other, in order of their numbers.
///
/// Rows are brought into the order (a, b, time) by two counting sorts; then each pair is one run.
public struct ContactPairs: Sendable {
    /// The pairs.
    public let pairs: [ContactPair]

    /// Pairs of all calls, or of those in some rows; days are counted in a zone so many milliseconds ahead of UTC.
    public init(_ calls: Calls, rows: Range<Int>? = nil, zoneOffset: Int64 = 0) {
        let rows = rows ?? 0..<calls.count
        let byHigher = Self.sorted(rows.map(UInt32.init), by: { max(calls.from[$0], calls.to[$0]) }, calls.phoneCount)
        let order = Self.sorted(byHigher, by: { min(calls.from[$0], calls.to[$0]) }, calls.phoneCount)
        var pairs: [ContactPair] = []
        var lastDay = Int64.min
        for row in order {
            let row = Int(row)
            let (from, to, time) = (calls.from[row], calls.to[row], calls.time[row])
            guard from != to else { continue }
            let (a, b) = (min(from, to), max(from, to))
            let day = (time + zoneOffset).quotient(by: 86_400_000)
            if pairs.isEmpty || pairs[pairs.count - 1].a != a || pairs[pairs.count - 1].b != b {
                pairs.append(ContactPair(a: a, b: b, first: time, last: time))
                lastDay = day
            }
            let place = pairs.count - 1
            if day != lastDay { pairs[place].days += 1 }
            lastDay = day
            if from == a { pairs[place].forth += 1 } else { pairs[place].back += 1 }
            pairs[place].last = time
            if !calls.duration.isEmpty { pairs[place].seconds += Int64(calls.duration[row]) }
            if !calls.kind.isEmpty, calls.kind[row] == .message { pairs[place].messages += 1 }
        }
        self.pairs = pairs
    }

    private static func sorted(_ rows: [UInt32], by key: (Int) -> UInt32, _ count: Int) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for row in rows { starts[Int(key(Int(row))) + 1] += 1 }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var order = [UInt32](repeating: 0, count: rows.count)
        for row in rows {
            let place = Int(key(Int(row)))
            order[Int(starts[place])] = row
            starts[place] += 1
        }
        return order
    }

    /// The contacts of a phone, the most frequent first.
    public func frequent(of phone: UInt32) -> [ContactPair] {
        pairs.filter { $0.a == phone || $0.b == phone }
            .sorted { ($1.calls, $0.a, $0.b) < ($0.calls, $1.a, $1.b) }
    }

    /// Who speaks with at least so many of some phones, those with most of them first.
    ///
    /// - Parameter isMutual: only who has called and been called by them counts.
    public func common(of phones: [UInt32], atLeast: Int = 2, isMutual: Bool = false) -> [CommonContact] {
        let asked = Set(phones)
        var pairsOf: [UInt32: [ContactPair]] = [:]
        var degree: [UInt32: Int] = [:]
        for pair in pairs {
            degree[pair.a, default: 0] += 1
            degree[pair.b, default: 0] += 1
            guard !isMutual || pair.isMutual else { continue }
            if asked.contains(pair.a) { pairsOf[pair.b, default: []].append(pair) }
            if asked.contains(pair.b) { pairsOf[pair.a, default: []].append(pair) }
        }
        return pairsOf.filter { $0.value.count >= atLeast }
            .map { CommonContact(phone: $0.key, pairs: $0.value, contacts: degree[$0.key] ?? 0) }
            .sorted { ($1.pairs.count, $0.contacts, $0.phone) < ($0.pairs.count, $1.contacts, $1.phone) }
    }
}

/// Somebody who speaks with several of the phones that were asked about.
public struct CommonContact: Sendable, Hashable {
    /// Who.
    public let phone: UInt32
    /// With whom of those asked about, and how.
    public let pairs: [ContactPair]
    /// How many contacts it has in all: a shop has hundreds, and says little.
    public let contacts: Int
    /// All calls with those asked about.
    public var calls: Int { pairs.reduce(0) { $0 + $1.calls } }
}

extension Int64 {
    /// Division that rounds down, so that days before 1970 are days too.
    func quotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
