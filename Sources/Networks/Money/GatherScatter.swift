internal import Words

/// Several pay one, who pays about as much on to several: a fan into an account, and a fan out of it after that.
struct GatherScatter {
    let context: MoneyContext

    func hits(_ into: [Fan], _ out: [Fan]) -> [TypologyHit] {
        let fansOut = Dictionary(out.map { ($0.account, $0) }) { first, _ in first }
        let accounts = Chance.log10(Double(max(1, context.transfers.accounts)))
        return into.compactMap { fan in
            guard let onward = fansOut[fan.account] else { return nil }
            let (came, went) = (sum(fan.places, context.received), sum(onward.places, context.paid))
            guard context.isKept(went, of: came) || Double(went) >= Double(came) * 0.5 && went <= came else {
                return nil
            }
            let start = context.received[fan.places[0]].time
            let first = context.paid[onward.places[0]].time
            let last = context.paid[onward.places[onward.places.count - 1]].time
            guard first >= start, last - start <= 2 * context.options.window + context.options.dwell else { return nil }
            // Two fans that have nothing to do with each other seldom follow one another.
            let follows = Chance.log10(
                min(1, Double(2 * context.options.window + context.options.dwell) / context.span))
            let expected = min(accounts, fan.expected) + min(0, onward.expected - accounts) + follows
            guard expected < 1 else { return nil }
            return hit(fan, onward, came, went, expected)
        }
    }

    private func sum(_ places: [Int], _ side: TransferSide) -> Int64 {
        places.reduce(0) { $0 + side[$1].amount }
    }

    private func hit(_ into: Fan, _ out: Fan, _ came: Int64, _ went: Int64, _ expected: Double) -> TypologyHit {
        let (received, paid) = (context.received, context.paid)
        var accounts = [into.account]
        for account in into.places.map({ Int(received[$0].other) }) + out.places.map({ Int(paid[$0].other) })
        where !accounts.contains(account) { accounts.append(account) }
        let last = paid[out.places[out.places.count - 1]].time
        let reason = Phrase(
            "network.money.gather-scatter",
            [
                "payers": String(into.others), "payees": String(out.others), "in": MoneyText.amount(came),
                "out": MoneyText.amount(went), "time": MoneyText.time(last - received[into.places[0]].time),
                "chance": MoneyText.chance(expected),
            ])
        let transfers = into.places.map { Int(received[$0].transfer) } + out.places.map { Int(paid[$0].transfer) }
        return TypologyHit(
            typology: .gatherScatter, accounts: accounts, transfers: transfers.sorted(), expected: expected,
            reason: reason)
    }
}
