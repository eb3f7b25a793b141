/// The distinct values of one comparison, made ready: every combination of the columns' values has a code, and two codes
/// are compared.
///
/// Frequencies are *frozen* once, from the records that the model is made of. What is added later is rare until the model is
/// made anew, so that a new record changes no decision about others.
///
/// `match` and `keys` change nothing. They are `mutating` because then the store is handed over by its address; otherwise it
/// is copied, with a reference count for each of its arrays, at every pair: half of all the time.
protocol FeatureStore: Sendable {
    /// The code of a combination of values; 0 when it says nothing. The same values always have the same code.
    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32
    /// Learns how frequent each value is: `counts[c]` records have code `c`.
    mutating func freeze(counts: [UInt32])
    /// How two values agree; symmetric. Neither is 0.
    mutating func match(_ a: UInt32, _ b: UInt32) -> Match
    /// The keys under which a value is found, by one way of making them.
    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64])
}

/// The outcome of a comparison.
struct Match: Equatable {
    /// Which of the levels, from 0.
    var level: Int
    /// How rare the agreement is: the negative logarithm (base 2) of how often a random value agrees like that.
    var bits: Double = 0

    /// Nothing can be said, as when one record has a village only and the other a province only.
    static let nothing = Match(level: -1)
}

/// How many records share a value, as bits: log2(all / count).
struct Rarity: Sendable {
    private var bits: [Double] = []
    /// What a value has that nobody else had.
    private(set) var most: Double = 0

    init() {}

    /// Of the values by their codes, out of all records that have one: code 0 is no value.
    init(counts: [UInt32]) { self.init(counts: counts, of: Self.present(counts)) }

    /// How many records have a value.
    static func present(_ counts: [UInt32]) -> Int { counts.dropFirst().reduce(0) { $0 + Int($1) } }

    init(counts: [UInt32], of total: Int) {
        most = total > 1 ? Double.log2(Double(total)) : 0
        bits = counts.map { $0 <= 1 ? most : most - Double.log2(Double($0)) }
    }

    @inline(__always)
    subscript(_ code: UInt32) -> Double { Int(code) < bits.count ? bits[Int(code)] : most }
}
