/// Where money went, or where it came from: transfer by transfer, to the minor unit.
///
///     let trace = try Trace(transfers, TraceRequest(account: 7, from: noon, steps: 6))
///     for flow in trace.flows { print(flow.step, flow.transfer, flow.amount) }
///
/// Invariant: `total` is what the flows of the first step carry, and what the rests sum up to. What an account holds before the
/// first transfer is not known: when it pays more than it is known to have, the difference is money of unknown origin.
public struct Trace: Sendable, Hashable {
    /// What is followed, in minor units.
    public let total: Int64
    /// What each transfer carried of it, step by step, in the order of time.
    public let flows: [TracedFlow]
    /// Where it is at the end of what was followed (backward: where it began), the greatest part first.
    public let rests: [TracedRest]

    /// Follows money. Throws `CancellationError` when the work is stopped.
    public init(_ transfers: Transfers, _ request: TraceRequest, work: Work = .quiet) throws(CancellationError) {
        var found = FoundMoney()
        switch (request.method, request.isBackward) {
        case (.firstInFirstOut, false):
            var line = MoneyLine(transfers, request)
            try line.follow(work, &found)
        case (.firstInFirstOut, true):
            var line = MoneyLine(transfers, request)
            try line.unwind(work, &found)
        case (.proportional, false):
            var mix = MoneyMix(transfers, request)
            try mix.follow(work, &found)
        case (.proportional, true):
            var mix = MoneyMix(transfers, request)
            try mix.unwind(work, &found)
        }
        flows = found.flows(transfers)
        rests = found.rests
        total = flows.reduce(0) { $1.step == 1 ? $0 + $1.amount : $0 }
    }

    /// The flows between accounts, step by step: what a picture of the flow draws.
    public func bands(_ transfers: Transfers) -> [MoneyBand] {
        var places: [[UInt32]: Int] = [:]
        var bands: [MoneyBand] = []
        for flow in flows {
            let (from, to) = (transfers.from[flow.transfer], transfers.to[flow.transfer])
            let time = transfers.time[flow.transfer]
            let key = [UInt32(flow.step), from, to]
            if let place = places[key] {
                bands[place].amount += flow.amount
                bands[place].transfers += 1
                bands[place].first = min(bands[place].first, time)
                bands[place].last = max(bands[place].last, time)
            } else {
                places[key] = bands.count
                bands.append(
                    MoneyBand(
                        step: flow.step, from: Int(from), to: Int(to), amount: flow.amount, transfers: 1, first: time,
                        last: time))
            }
        }
        return bands
    }
}

/// What is followed, and how.
public struct TraceRequest: Sendable {
    /// Whose money.
    public var account: Int
    /// Forward: what the account pays from then on. Backward: what it received up to then. The whole time when nil.
    public var from: Int64?
    /// Where following ends: forward no transfer after it is looked at, backward none before it.
    public var until: Int64?
    /// How many transfers in a row are followed.
    public var steps = 6
    /// Whether money is followed back to where it came from.
    public var isBackward = false
    /// Whose money leaves an account first.
    public var method = Method.firstInFirstOut
    /// No more than this is followed, in minor units: forward the first that is paid, backward the last that was received.
    public var amount: Int64?

    /// How money that meets in an account is told apart.
    public enum Method: String, Sendable, CaseIterable {
        /// What came first leaves first (the rule in Clayton's case, 1816).
        case firstInFirstOut = "fifo"
        /// Every payment takes from all that is in the account, in proportion (rateable, pari passu); whole units, rounded
        /// down, what rounding leaves stays in the account.
        case proportional
    }

    /// A request for everything that an account pays.
    public init(account: Int, from: Int64? = nil, until: Int64? = nil, steps: Int = 6) {
        (self.account, self.from, self.until, self.steps) = (account, from, until, steps)
    }
}

/// What a transfer carried of the money that is followed.
public struct TracedFlow: Sendable, Hashable {
    /// Which transfer in a row it is, from 1.
    public let step: Int
    /// The transfer.
    public let transfer: Int
    /// How much of it, in minor units.
    public let amount: Int64
}

/// Where a part of the money is at the end.
public struct TracedRest: Sendable, Hashable {
    /// The account.
    public let account: Int
    /// How many steps it took.
    public let step: Int
    /// Why it was not followed further.
    public let reason: Reason
    /// How much, in minor units.
    public internal(set) var amount: Int64

    /// Why money was not followed further.
    public enum Reason: String, Sendable, CaseIterable {
        /// It is still in the account when following ends (backward: it was there before following begins, or the account had it
        /// from where no transfer tells).
        case held
        /// It came back to the account that is asked about (backward: it had come from there).
        case returned
        /// No more steps were asked for.
        case steps
    }
}

/// A band of a picture of the flow: what went from one account to another in one step.
public struct MoneyBand: Sendable, Hashable {
    /// Which transfer in a row, from 1.
    public let step: Int
    /// Who paid.
    public let from: Int
    /// Who was paid.
    public let to: Int
    /// How much of the money that is followed, in minor units.
    public internal(set) var amount: Int64
    /// In how many transfers.
    public internal(set) var transfers: Int
    /// The moment of the first.
    public internal(set) var first: Int64
    /// The moment of the last.
    public internal(set) var last: Int64
}
