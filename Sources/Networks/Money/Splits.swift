internal import Words

/// Payments that are cut into several: transfers of like amounts between two accounts, close together in time.
struct Splits {
    private let context: MoneyContext
    private var groups: [[Int]] = []
    /// Which transfers are part of such a payment.
    private(set) var isPart: [Bool]
    /// The share of pairs of accounts and times in which a payment is cut.
    private(set) var share = 0.0
    /// The probability that a transfer is followed by another like it between the same two accounts within the window.
    private var again = 0.0

    /// No part of one payment is more than this times another.
    private static let alike = 1.5

    init(_ context: MoneyContext) {
        self.context = context
        isPart = [Bool](repeating: false, count: context.transfers.count)
        var payments = 0
        var repeats = 0
        for account in 0..<context.transfers.accounts {
            let side = context.paid
            let sorted = side.range(account).sorted { (side[$0].other, $0) < (side[$1].other, $1) }
            var first = 0
            while first < sorted.count {
                var last = first + 1
                while last < sorted.count, belongs(sorted[last], to: sorted[first]) { last += 1 }
                payments += 1
                repeats += last - first - 1
                if last - first > 1 { add(sorted[first..<last].map { Int(side[$0].transfer) }) }
                first = last
            }
        }
        share = (Double(groups.count) + 0.5) / (Double(payments) + 1)
        again = (Double(repeats) + 0.5) / (Double(context.transfers.count) + 1)
    }

    private func belongs(_ place: Int, to first: Int) -> Bool {
        let side = context.paid
        guard side[place].other == side[first].other else { return false }
        guard side[place].time - side[first].time <= context.options.window else {
            return false
        }
        let (low, high) = (min(side[place].amount, side[first].amount), max(side[place].amount, side[first].amount))
        return Double(high) <= Double(low) * Self.alike
    }

    private mutating func add(_ group: [Int]) {
        groups.append(group)
        for transfer in group { isPart[transfer] = true }
    }

    /// Payments cut into at least as many parts as asked for, against how often the table and the two accounts repeat themselves.
    func hits() -> [TypologyHit] {
        groups.compactMap { group in
            let amounts = group.map { context.transfers.amount[$0] }
            guard let low = amounts.min(), let high = amounts.max() else { return nil }
            let usual = usual(group, low, high)
            let chance = Chance.log10(max(again, usual.again)) * Double(group.count - 1) + Chance.log10(usual.share)
            let expected = context.logCount + chance
            guard group.count >= context.options.least, expected < 3 else { return nil }
            return hit(group, low, high, expected)
        }
    }

    /// What the payer does otherwise: the share of such amounts, and how often it pays this account again and again.
    private func usual(_ group: [Int], _ low: Int64, _ high: Int64) -> (share: Double, again: Double) {
        let (from, to) = (Int(context.transfers.from[group[0]]), context.transfers.to[group[0]])
        let members = Set(group.map(UInt32.init))
        var (rest, like, between) = (0.0, 0.0, 0.0)
        for place in context.paid.range(from) where !members.contains(context.paid[place].transfer) {
            rest += 1
            let amount = context.paid[place].amount
            if Double(amount) >= Double(low) / Self.alike, Double(amount) <= Double(high) * Self.alike { like += 1 }
            if context.paid[place].other == to { between += 1 }
        }
        let global = context.share.share(low, high)
        let window = Double(context.options.window + context.grain) / context.span
        return ((like + 2 * global) / (rest + 2), min(1, between * window))
    }

    private func hit(_ group: [Int], _ low: Int64, _ high: Int64, _ expected: Double) -> TypologyHit {
        let all = context.transfers
        let sum = group.reduce(Int64(0)) { $0 + all.amount[$1] }
        let reason = Phrase(
            "network.money.splitting",
            [
                "transfers": String(group.count), "sum": MoneyText.amount(sum), "low": MoneyText.amount(low),
                "high": MoneyText.amount(high),
                "time": MoneyText.time(all.time[group[group.count - 1]] - all.time[group[0]]),
                "chance": MoneyText.chance(expected),
            ])
        return TypologyHit(
            typology: .splitting, accounts: [Int(all.from[group[0]]), Int(all.to[group[0]])], transfers: group,
            expected: expected, reason: reason)
    }
}
