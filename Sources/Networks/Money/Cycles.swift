internal import Words

/// Money that comes back, as hits: one for each round of accounts.
struct Cycles {
    private let context: MoneyContext
    private var rounds: [[UInt32]: Round] = [:]

    private struct Round {
        var transfers: Set<UInt32> = []
        var expected = Double.infinity
        var first: [UInt32] = []
        var isOrdered = false
    }

    init(_ context: MoneyContext) { self.context = context }

    /// All rounds: in the order of time, within the window, with amounts kept; and of one amount, in any order.
    mutating func hits(_ work: Work) throws(CancellationError) -> [TypologyHit] {
        let context = context
        var search = CycleSearch(
            context.transfers, context.options, paid: context.paid, received: context.received
        ) { context.expected($0, $1, $2) <= MoneyContext.mostExpected }
        try search.run(work) { add($0, expected($0), isOrdered: true) }
        var equal = EqualCycles(context)
        try equal.run(work) { add($0, expectedEqual($0), isOrdered: false) }
        return rounds.values.map(hit)
    }

    private mutating func add(_ transfers: [UInt32], _ expected: Double, isOrdered: Bool) {
        guard expected < 1 else { return }
        let accounts = transfers.map { context.transfers.from[Int($0)] }
        let least = accounts.indices.min { accounts[$0] < accounts[$1] } ?? 0
        let key = Array(accounts[least...] + accounts[..<least])
        var round = rounds[key] ?? Round()
        round.transfers.formUnion(transfers)
        if isOrdered && !round.isOrdered || isOrdered == round.isOrdered && expected < round.expected {
            (round.expected, round.first) = (min(expected, round.expected), transfers)
        }
        round.isOrdered = round.isOrdered || isOrdered
        rounds[key] = round
    }

    /// How many rounds like it chance makes in the table: beginnings × hops × that it ends where it began.
    private func expected(_ transfers: [UInt32]) -> Double {
        var logarithm = 0.0
        for (before, after) in zip(transfers, transfers.dropFirst()) {
            let account = Int(context.transfers.from[Int(after)])
            logarithm += Chance.log10(min(1, context.expected(account, Int(before), Int(after))))
        }
        let first = Int(context.transfers.from[Int(transfers[0])])
        let home = Chance.log10(Double(context.received.count(first))) - context.logCount
        return context.logCount + Chance.product(logarithm + home, of: transfers.count)
    }

    /// The same for a round of one amount in any order of time.
    private func expectedEqual(_ transfers: [UInt32]) -> Double {
        let all = context.transfers
        var logarithm = 0.0
        for transfer in transfers.dropFirst() {
            let account = Int(all.from[Int(transfer)])
            logarithm += Chance.log10(min(1, EqualCycles.expected(context, account, all.amount[Int(transfer)])))
        }
        let first = Int(all.from[Int(transfers[0])])
        let home = Chance.log10(Double(context.received.count(first))) - context.logCount
        return context.logCount + Chance.product(logarithm + home, of: transfers.count)
    }

    private func hit(_ round: Round) -> TypologyHit {
        let all = context.transfers
        let (first, last) = (Int(round.first[0]), Int(round.first[round.first.count - 1]))
        let times = round.first.map { all.time[Int($0)] }
        let reason = Phrase(
            round.isOrdered ? "network.money.cycle" : "network.money.cycle.any-order",
            [
                "steps": String(round.first.count), "out": MoneyText.amount(all.amount[first]),
                "back": MoneyText.amount(all.amount[last]),
                "time": MoneyText.time((times.max() ?? 0) - (times.min() ?? 0)),
                "chance": MoneyText.chance(round.expected),
            ])
        return TypologyHit(
            typology: .cycle, accounts: round.first.map { Int(all.from[Int($0)]) },
            transfers: round.transfers.map(Int.init).sorted(), expected: round.expected, reason: reason)
    }
}
