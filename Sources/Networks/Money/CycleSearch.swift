/// Finds money that comes back: transfers in the order of time, each from the account that the one before paid, the last to the
/// account that paid first, all accounts different, amounts kept from transfer to transfer.
///
/// Depth first from the first transfer of a cycle. What could close it is looked for before anything else (the transfers that the
/// first account receives within the window): most transfers end there. Every cycle is found once.
struct CycleSearch {
    private let transfers: Transfers
    private let paid: TransferSide
    private let received: TransferSide
    private let lengths: ClosedRange<Int>
    private let window: Int64
    private let kept: Double
    private let grown: Double
    /// Whether a hop is followed: the account, the transfer that it received, the one that it made; nil: every one.
    private let isNews: ((Int, Int, Int) -> Bool)?

    private var closers: [TransferSide.Entry] = []
    private var path: [UInt32] = []
    private var accounts: [UInt32] = []

    init(
        _ transfers: Transfers, _ options: TypologyOptions, paid: TransferSide, received: TransferSide,
        isNews: ((Int, Int, Int) -> Bool)?
    ) {
        (self.transfers, self.paid, self.received, self.isNews) = (transfers, paid, received, isNews)
        (lengths, window) = (options.lengths, options.cycleWindow)
        (kept, grown) = (options.kept, 1 + options.grown)
    }

    /// Calls for every cycle with its transfers.
    mutating func run(_ work: Work, _ body: ([UInt32]) -> Void) throws(CancellationError) {
        let longest = Double(lengths.upperBound - 1)
        let least = Self.power(kept, longest)
        let most = Self.power(grown, longest)
        for account in 0..<transfers.accounts {
            if account & 0x3FFF == 0 { try work.step(account, transfers.accounts) }
            var first = Int(received.starts[account])
            let end = Int(received.starts[account + 1])
            for place in paid.range(account) where first < end {
                let start = paid[place]
                while first < end, received[first].transfer <= start.transfer { first += 1 }
                guard Int(start.other) != account else { continue }
                let amount = Double(start.amount)
                let last = close(first..<end, start.time + window, Int64(amount * least), Int64(amount * most))
                guard last > .min else { continue }
                path.append(start.transfer)
                accounts.append(UInt32(account))
                go(Int(start.other), paid.first(after: start.transfer, of: Int(start.other)), last, body)
                path.removeLast()
                accounts.removeLast()
            }
        }
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        (0..<Int(exponent)).reduce(1.0) { power, _ in power * base }
    }

    /// Collects what could close a cycle; the moment of the last of it.
    @inline(__always)
    private mutating func close(_ range: Range<Int>, _ until: Int64, _ least: Int64, _ most: Int64) -> Int64 {
        var last = Int64.min
        if !closers.isEmpty { closers.removeAll(keepingCapacity: true) }
        for place in range {
            let entry = received[place]
            guard entry.time <= until else { break }
            if entry.amount >= least, entry.amount <= most {
                last = entry.time
                closers.append(entry)
            }
        }
        return last
    }

    /// Goes on from an account, with the transfers that it made from a place on.
    private mutating func go(_ account: Int, _ first: Int, _ last: Int64, _ body: ([UInt32]) -> Void) {
        let before = path[path.count - 1]
        let amount = Double(transfers.amount[Int(before)])
        let (least, most) = (Int64((amount * kept).rounded(.up)), Int64(amount * grown))
        if path.count + 1 >= lengths.lowerBound {
            for closer in closers where closer.other == UInt32(account) && closer.transfer > before {
                guard closer.amount >= least, closer.amount <= most else { continue }
                if let isNews, !isNews(account, Int(before), Int(closer.transfer)) { continue }
                body(path + [closer.transfer])
            }
        }
        guard path.count + 2 <= lengths.upperBound else { return }
        let end = Int(paid.starts[account + 1])
        var place = first
        var followed = -1
        accounts.append(UInt32(account))
        while place < end, paid[place].time <= last {
            defer { place += 1 }
            let next = paid[place].amount
            guard next >= least, next <= most, !accounts.contains(paid[place].other) else { continue }
            let transfer = paid[place].transfer
            if let isNews {
                // Like payments to one account are one: the first of them stands for all.
                if followed >= 0, paid[followed].other == paid[place].other, paid[followed].amount == next { continue }
                guard isNews(account, Int(before), Int(transfer)) else { continue }
            }
            followed = place
            let other = Int(paid[place].other)
            path.append(transfer)
            go(other, isFinal ? 0 : paid.first(after: transfer, of: other), last, body)
            path.removeLast()
        }
        accounts.removeLast()
    }

    /// Whether the next account is only asked whether it closes the cycle.
    private var isFinal: Bool { path.count + 1 == lengths.upperBound }
}

/// Cycles counted, without a judgement on each.
public struct CycleCount: Sendable, Hashable {
    /// How many there are of each length.
    public private(set) var counts: [Int: Int] = [:]

    /// Counts all cycles in the order of time: of the lengths, within the window, each amount at least `kept` and at most
    /// `1 + grown` of the one before. Transfers of one moment stand in the order given.
    ///
    /// - Parameter body: called for each cycle with its transfers.
    public init(
        _ transfers: Transfers, _ options: TypologyOptions, work: Work = .quiet, body: ([UInt32]) -> Void = { _ in }
    ) throws(CancellationError) {
        var search = CycleSearch(
            transfers, options, paid: .paid(transfers), received: .received(transfers), isNews: nil)
        var counts: [Int: Int] = [:]
        try search.run(work) {
            counts[$0.count, default: 0] += 1
            body($0)
        }
        self.counts = counts
    }
}
