/// Call records as flat columns, in order of time.
///
/// Phones, cells, handsets (IMEI) and cards (IMSI) are numbers from 0; what they are called stands with whoever read
/// the file. An optional column is empty when the file has none; `Calls.none` in it means that the row says nothing.
/// Handset, card and cell are those of the caller, as in most operators' records.
///
/// Invariants: all columns that are not empty have the same length; `time` never falls; phones are below `phoneCount`.
public struct Calls: Sendable {
    /// Nothing is said, in an optional column.
    public static let none = UInt32.max

    /// What kind of record a row is.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Somebody spoke, or tried to.
        case voice
        /// A text message.
        case message
        /// Anything else: data sessions, forwarded legs.
        case other
    }

    /// How many phones there are.
    public let phoneCount: Int
    /// The caller.
    public private(set) var from: [UInt32]
    /// Whoever was called.
    public private(set) var to: [UInt32]
    /// The start, milliseconds since 1970 UTC.
    public private(set) var time: [Int64]
    /// Seconds of speech; empty when the file has none.
    public private(set) var duration: [Int32]
    /// The caller's cell; empty when the file has none.
    public private(set) var cell: [UInt32]
    /// The caller's handset; empty when the file has none.
    public private(set) var imei: [UInt32]
    /// The caller's card; empty when the file has none.
    public private(set) var imsi: [UInt32]
    /// What kind of record; empty when the file does not say: then all count as calls.
    public private(set) var kind: [Kind]

    /// How many records there are.
    public var count: Int { from.count }

    /// Takes columns in any order of rows and puts them in order of time; rows of one moment keep their order.
    ///
    /// Records of a phone with itself are kept: they count for its handset and place, and for no contact.
    public init(
        phoneCount: Int, from: [UInt32], to: [UInt32], time: [Int64], duration: [Int32] = [], cell: [UInt32] = [],
        imei: [UInt32] = [], imsi: [UInt32] = [], kind: [Kind] = []
    ) {
        precondition(from.count == to.count && from.count == time.count, "Columns of calls differ in length.")
        for optional in [duration.count, cell.count, imei.count, imsi.count, kind.count] {
            precondition(optional == 0 || optional == from.count, "A column of calls differs in length.")
        }
        precondition(from.count < Int(UInt32.max), "More than four billion calls.")
        self.phoneCount = phoneCount
        (self.from, self.to, self.time) = (from, to, time)
        (self.duration, self.cell, self.imei, self.imsi, self.kind) = (duration, cell, imei, imsi, kind)
        if !Self.isSorted(time) { sort() }
    }

    private static func isSorted(_ time: [Int64]) -> Bool {
        var last = Int64.min
        for value in time {
            if value < last { return false }
            last = value
        }
        return true
    }

    private mutating func sort() {
        let order = (0..<UInt32(count)).sorted { (time[Int($0)], $0) < (time[Int($1)], $1) }
        from = order.map { from[Int($0)] }
        to = order.map { to[Int($0)] }
        time = order.map { time[Int($0)] }
        if !duration.isEmpty { duration = order.map { duration[Int($0)] } }
        if !cell.isEmpty { cell = order.map { cell[Int($0)] } }
        if !imei.isEmpty { imei = order.map { imei[Int($0)] } }
        if !imsi.isEmpty { imsi = order.map { imsi[Int($0)] } }
        if !kind.isEmpty { kind = order.map { kind[Int($0)] } }
    }

    /// The records from one moment up to, not including, another, as a range of rows.
    public func rows(from start: Int64, until end: Int64) -> Range<Int> {
        let lower = firstRow(at: start)
        return lower..<max(lower, firstRow(at: end))
    }

    /// The first row at or after a moment.
    public func firstRow(at moment: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if time[middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
