/// Transfers of money between accounts: flat columns, in the order of time.
///
/// Accounts are numbers from 0; amounts are whole minor units; times are milliseconds since 1970 UTC. Transfers of one moment
/// keep the order in which they were given: what stands first happened first. A negative amount is a transfer the other way
/// round. An account holds one currency: where there are several, each currency of an account is an account of its own.
public struct Transfers: Sendable {
    /// How many accounts there are.
    public private(set) var accounts: Int
    /// Who paid.
    public private(set) var from: [UInt32]
    /// Who was paid.
    public private(set) var to: [UInt32]
    /// When, in milliseconds.
    public private(set) var time: [Int64]
    /// How much, in minor units, never negative.
    public private(set) var amount: [Int64]
    /// The device or the address from which the order came; `noDevice` where it is not known; empty when there are none.
    public private(set) var device: [UInt32]
    /// The place that each transfer had in the order given; empty when that was the order of time already.
    private let places: [UInt32]

    /// Stands where no device is known.
    public static let noDevice = UInt32.max

    /// How many transfers there are.
    public var count: Int { from.count }

    /// The place that a transfer had in the order given.
    public func place(_ transfer: Int) -> Int { places.isEmpty ? transfer : Int(places[transfer]) }

    /// From the first transfer to the last, in milliseconds; at least one.
    var span: Int64 { max(1, (time.last ?? 0) - (time.first ?? 0)) }

    /// Puts transfers into the order of time. All columns are of one length, `device` may be empty.
    public init(accounts: Int, from: [UInt32], to: [UInt32], time: [Int64], amount: [Int64], device: [UInt32] = []) {
        precondition(to.count == from.count && time.count == from.count && amount.count == from.count)
        precondition(device.isEmpty || device.count == from.count)
        self.accounts = accounts
        let places = TimeOrder.places(time)
        self.places = places
        if places.isEmpty {
            (self.from, self.to, self.time, self.amount, self.device) = (from, to, time, amount, device)
        } else {
            self.from = places.map { from[Int($0)] }
            self.to = places.map { to[Int($0)] }
            self.time = places.map { time[Int($0)] }
            self.amount = places.map { amount[Int($0)] }
            self.device = device.isEmpty ? [] : places.map { device[Int($0)] }
        }
        for index in 0..<count where self.amount[index] < 0 {
            self.amount[index] = Int64(clamping: self.amount[index].magnitude)
            (self.from[index], self.to[index]) = (self.to[index], self.from[index])
        }
    }
}

/// The order of time.
enum TimeOrder {
    /// The places in the order of time, those of one moment in the order given; empty when they are in order already.
    static func places(_ time: [Int64]) -> [UInt32] {
        var isOrdered = true
        for index in time.indices.dropFirst() where time[index] < time[index - 1] {
            isOrdered = false
            break
        }
        guard !isOrdered else { return [] }
        return time.indices.map(UInt32.init).sorted { (time[Int($0)], $0) < (time[Int($1)], $1) }
    }
}
