internal import Words

/// What is odd about single accounts: round sums, silence and then a burst, one device for several.
struct AccountHabits {
    let context: MoneyContext

    /// Far more round sums than others pay: two figures and noughts, a hundred whole units at least.
    func roundSums() -> [TypologyHit] {
        let all = context.transfers
        let isRound = all.amount.map(Self.isRound)
        let share = (Double(isRound.count { $0 }) + 0.5) / (Double(all.count) + 1)
        let accounts = Chance.log10(Double(max(1, all.accounts)))
        return (0..<all.accounts).compactMap { account in
            let paid = context.paid.range(account).map { Int(context.paid[$0].transfer) }
            let round = paid.filter { isRound[$0] }
            guard round.count >= context.options.least, round.count * 2 > paid.count else { return nil }
            let expected = accounts + Chance.tail(round.count, expected: Double(paid.count) * share)
            guard expected < 1 else { return nil }
            let reason = Phrase(
                "network.money.round-sums",
                [
                    "round": String(round.count), "all": String(paid.count), "percent": MoneyText.percent(share),
                    "chance": MoneyText.chance(expected),
                ])
            return TypologyHit(
                typology: .roundSums, accounts: [account], transfers: round, expected: expected, reason: reason)
        }
    }

    static func isRound(_ amount: Int64) -> Bool {
        guard amount >= 10_000 else { return false }
        var rest = amount
        while rest % 10 == 0 { rest /= 10 }
        return rest < 100
    }

    /// Silent for long, then busy: the gap and the burst after it, against the account's own pace.
    func dormant() -> [TypologyHit] {
        let silence = min(context.options.silence, Int64(context.span / 4))
        let accounts = Chance.log10(Double(max(1, context.transfers.accounts)))
        return (0..<context.transfers.accounts).compactMap { account in
            let transfers = moves(of: account)
            guard let (first, last) = awakening(transfers, silence) else { return nil }
            let all = context.transfers
            let gap = all.time[transfers[first]] - all.time[transfers[first - 1]]
            let rest = Double(transfers.count - (last - first))
            let awake = max(1, context.span - Double(gap))
            // There are as many gaps as transfers, and one more; any of them could have been this long.
            let quiet = min(0, Chance.log10(rest + 1) - rest * Double(gap) / (awake * 2.302_585))
            let pace = rest * Double(context.options.window + context.grain) / awake
            let expected = accounts + max(quiet, -6) + Chance.tail(last - first - 1, expected: pace)
            guard expected < 1 else { return nil }
            let burst = Array(transfers[first..<last])
            let reason = Phrase(
                "network.money.dormant",
                [
                    "gap": MoneyText.time(gap), "transfers": String(burst.count),
                    "time": MoneyText.time(all.time[burst[burst.count - 1]] - all.time[burst[0]]),
                    "sum": MoneyText.amount(burst.reduce(0) { $0 + all.amount[$1] }),
                    "chance": MoneyText.chance(expected),
                ])
            return TypologyHit(
                typology: .dormant, accounts: [account], transfers: burst, expected: expected, reason: reason)
        }
    }

    private func moves(of account: Int) -> [Int] {
        let paid = context.paid.range(account).map { Int(context.paid[$0].transfer) }
        let received = context.received.range(account).map { Int(context.received[$0].transfer) }
        return Set(paid + received).sorted()
    }

    /// The greatest burst within the window that begins right after a silence.
    private func awakening(_ moves: [Int], _ silence: Int64) -> (first: Int, last: Int)? {
        let time = context.transfers.time
        var best: (first: Int, last: Int)?
        for first in moves.indices.dropFirst() where time[moves[first]] - time[moves[first - 1]] >= silence {
            var last = first
            while last < moves.count, time[moves[last]] - time[moves[first]] <= context.options.window { last += 1 }
            if last - first >= max(5, context.options.least), last - first > (best.map { $0.last - $0.first } ?? 0) {
                best = (first, last)
            }
        }
        return best
    }

    /// Several accounts whose orders come from one device; more than a hub has are a shop's or a network's address.
    func sharedDevices() -> [TypologyHit] {
        let all = context.transfers
        guard !all.device.isEmpty else { return [] }
        var groups: [UInt32: [Int]] = [:]
        for index in 0..<all.count where all.device[index] != Transfers.noDevice {
            groups[all.device[index], default: []].append(index)
        }
        let accounts = groups.mapValues { Set($0.map { all.from[$0] }) }
        let mean = Double(accounts.values.reduce(0) { $0 + $1.count - 1 }) / Double(max(1, groups.count))
        return accounts.keys.sorted().compactMap { device in
            guard let owners = accounts[device], let transfers = groups[device] else { return nil }
            guard owners.count >= context.options.least, owners.count <= context.options.hub else { return nil }
            let expected =
                Chance.log10(Double(groups.count)) + Chance.tail(owners.count - 1, expected: max(mean, 0.01))
            let reason = Phrase(
                "network.money.shared-device",
                [
                    "accounts": String(owners.count), "transfers": String(transfers.count),
                    "devices": String(groups.count), "chance": MoneyText.chance(expected),
                ])
            return TypologyHit(
                typology: .sharedDevice, accounts: owners.sorted().map(Int.init), transfers: transfers,
                expected: expected, reason: reason)
        }
    }
}
