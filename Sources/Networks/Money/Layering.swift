internal import Words

/// Money that is handed on: two transfers, one into an account and one out of it, of about one amount, soon after one another.
struct Handing {
    var into: UInt32
    var out: UInt32
    /// The logarithm of how many as close as this chance makes.
    var chance: Double
}

extension MoneyContext {
    /// Every handing-on within the dwelling time that is news, in the order of the first transfer.
    func handings(_ work: Work) throws(CancellationError) -> [Handing] {
        var seen = paid.starts
        var handings: [Handing] = []
        for index in 0..<transfers.count {
            if index & 0xFFFF == 0 { try work.step(index, transfers.count) }
            let (from, to) = (Int(transfers.from[index]), Int(transfers.to[index]))
            seen[from] += 1
            guard from != to else { continue }
            let amount = Double(transfers.amount[index])
            let (least, most) = (Int64((amount * options.kept).rounded(.up)), Int64(amount * (1 + options.grown)))
            let (until, end) = (transfers.time[index] + options.dwell, Int(paid.starts[to + 1]))
            var place = Int(seen[to])
            while place < end, paid[place].time <= until {
                if paid[place].amount >= least, paid[place].amount <= most, paid[place].other != UInt32(to) {
                    let expected = expected(to, index, Int(paid[place].transfer))
                    if expected <= Self.mostExpected {
                        handings.append(
                            Handing(into: UInt32(index), out: paid[place].transfer, chance: Chance.log10(expected)))
                    }
                }
                place += 1
            }
        }
        return handings
    }
}

/// Rows of accounts that each hand on what they receive: for every transfer the least likely row that ends in it, from those of the
/// transfers before it.
struct Layering {
    private let context: MoneyContext
    private var best: [Row]

    private struct Row {
        var chance = 0.0
        var hops: Int32 = 0
        var before = UInt32.max
    }

    init(_ context: MoneyContext, _ handings: [Handing]) {
        self.context = context
        best = [Row](repeating: Row(), count: context.transfers.count)
        for handing in handings {
            let row = best[Int(handing.into)]
            let chance = row.chance + handing.chance
            if chance < best[Int(handing.out)].chance {
                best[Int(handing.out)] = Row(chance: chance, hops: row.hops + 1, before: handing.into)
            }
        }
    }

    /// The rows, the least likely first, no transfer in two of them.
    func hits() -> [TypologyHit] {
        let least = context.options.row - 1
        var ends: [(end: Int, expected: Double)] = []
        for index in best.indices where Int(best[index].hops) >= least {
            let expected = context.logCount + Chance.product(best[index].chance, of: Int(best[index].hops))
            if expected < 1 { ends.append((index, expected)) }
        }
        ends.sort { ($0.expected, $0.end) < ($1.expected, $1.end) }
        var used = Set<Int>()
        return ends.compactMap { end in
            guard let row = row(end.end, used), row.count > least else { return nil }
            used.formUnion(row)
            let chance = best[end.end].chance - best[row[0]].chance
            return hit(row, context.logCount + Chance.product(chance, of: row.count - 1))
        }
    }

    /// The transfers of the row that ends in one, as far back as its accounts are different; nil when they are used already.
    private func row(_ end: Int, _ used: Set<Int>) -> [Int]? {
        let transfers = context.transfers
        var row = [end]
        var accounts = Set([transfers.to[end], transfers.from[end]])
        guard !used.contains(end), accounts.count == 2 else { return nil }
        var index = end
        while best[index].before != .max {
            index = Int(best[index].before)
            guard !used.contains(index), accounts.insert(transfers.from[index]).inserted else { break }
            row.append(index)
        }
        return row.reversed()
    }

    private func hit(_ row: [Int], _ expected: Double) -> TypologyHit {
        let all = context.transfers
        let (first, last) = (row[0], row[row.count - 1])
        let reason = Phrase(
            "network.money.layering",
            [
                "steps": String(row.count), "in": MoneyText.amount(all.amount[first]),
                "out": MoneyText.amount(all.amount[last]), "time": MoneyText.time(all.time[last] - all.time[first]),
                "chance": MoneyText.chance(expected),
            ])
        return TypologyHit(
            typology: .layering, accounts: [Int(all.from[first])] + row.map { Int(all.to[$0]) }, transfers: row,
            expected: expected, reason: reason)
    }
}
