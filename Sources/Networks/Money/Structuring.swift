internal import Words

/// Payments kept just under an amount from which questions are asked: for every account and threshold the window with most of them,
/// against how often it, and the table, pays such amounts otherwise.
struct Structuring {
    let context: MoneyContext

    func hits(_ work: Work) throws(CancellationError) -> [TypologyHit] {
        let thresholds = self.thresholds
        var best: [Int: TypologyHit] = [:]
        for (number, threshold) in thresholds.enumerated() {
            try work.step(number, thresholds.count)
            let low = Int64((Double(threshold) * (1 - context.options.near)).rounded(.up))
            let share = context.share.share(low, threshold - 1)
            for isPaid in [true, false] {
                let side = isPaid ? context.paid : context.received
                for account in 0..<context.transfers.accounts where side.count(account) >= context.options.least {
                    let near = side.range(account).filter { side[$0].amount >= low && side[$0].amount < threshold }
                    guard near.count >= context.options.least else { continue }
                    guard let hit = hit(account, side, near, threshold, share, isPaid, thresholds.count) else {
                        continue
                    }
                    if let known = best[account], known.expected <= hit.expected { continue }
                    best[account] = hit
                }
            }
        }
        return best.keys.sorted().compactMap { best[$0] }
    }

    /// The thresholds asked for, or one and five times the powers of ten below which some of the table's amounts are.
    private var thresholds: [Int64] {
        guard context.options.thresholds.isEmpty else { return context.options.thresholds }
        let most = context.transfers.amount.max() ?? 0
        var all: [Int64] = []
        var power: Int64 = 100_000
        while power <= Int64.max / 100, power <= most &* 2 {
            all += [power, power * 5]
            power *= 10
        }
        return all.filter { Double($0) * (1 - context.options.near) <= Double(most) }
    }

    private func hit(
        _ account: Int, _ side: TransferSide, _ near: [Int], _ threshold: Int64, _ share: Double, _ isPaid: Bool,
        _ tests: Int
    ) -> TypologyHit? {
        var (first, best) = (0, 0..<0)
        for last in near.indices {
            while side[near[last]].time - side[near[first]].time > context.options.window { first += 1 }
            if last + 1 - first > best.count { best = first..<last + 1 }
        }
        guard best.count >= context.options.least else { return nil }
        let rest = Double(side.count(account) - best.count)
        let like = max(share, (Double(near.count - best.count) + 3 * share) / (rest + 3))
        let window = min(1, Double(context.options.window + context.grain) / context.span)
        // Every payment near the threshold, paid or received, begins a window: the others have to come by chance.
        let expected =
            context.logCount + Chance.log10(2 * share * Double(tests))
            + Chance.tail(best.count - 1, expected: (rest + 1) * window * like)
        guard expected < 1 else { return nil }
        let places = Array(near[best])
        let sum = places.reduce(Int64(0)) { $0 + side[$1].amount }
        guard sum >= threshold else { return nil }
        let time = side[places[places.count - 1]].time - side[places[0]].time
        let reason = Phrase(
            isPaid ? "network.money.structuring.paid" : "network.money.structuring.received",
            [
                "transfers": String(places.count), "threshold": MoneyText.amount(threshold),
                "sum": MoneyText.amount(sum), "time": MoneyText.time(time), "chance": MoneyText.chance(expected),
            ])
        var accounts = [account]
        for place in places where !accounts.contains(Int(side[place].other)) { accounts.append(Int(side[place].other)) }
        return TypologyHit(
            typology: .structuring, accounts: accounts, transfers: places.map { Int(side[$0].transfer) }.sorted(),
            expected: expected, reason: reason)
    }
}
