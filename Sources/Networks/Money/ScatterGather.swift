internal import Words

/// One pays several, who all pay the same one: handings-on between one pair of ends, through different accounts.
struct ScatterGather {
    let context: MoneyContext
    let handings: [Handing]

    private struct Ends: Hashable {
        var from: UInt32
        var to: UInt32
    }

    func hits() -> [TypologyHit] {
        let transfers = context.transfers
        var groups: [Ends: [Int32]] = [:]
        var begins: [UInt32: Int] = [:]
        var ends: [UInt32: Int] = [:]
        for (index, handing) in handings.enumerated() {
            let key = Ends(from: transfers.from[Int(handing.into)], to: transfers.to[Int(handing.out)])
            guard key.from != key.to else { continue }
            groups[key, default: []].append(Int32(index))
            begins[key.from, default: 0] += 1
            ends[key.to, default: 0] += 1
        }
        let pairs = Chance.log10(Double(max(1, groups.count)))
        let most = context.options.window + context.options.dwell
        return groups.compactMap { key, members in
            guard members.count >= context.options.least, let best = densest(members) else { return nil }
            let marginal = Double(begins[key.from] ?? 0) * Double(ends[key.to] ?? 0) / Double(handings.count)
            let expected = marginal * min(1, Double(most) / context.span)
            return hit(key, best, pairs + Chance.tail(best.count, expected: expected))
        }
    }

    /// Of the handings-on of one pair, those of the window with most different accounts between; one for each account.
    private func densest(_ members: [Int32]) -> [Handing]? {
        let transfers = context.transfers
        var best: [Handing] = []
        for first in members.indices {
            let start = transfers.time[Int(handings[Int(members[first])].into)]
            var between = Set<UInt32>()
            var group: [Handing] = []
            for member in members[first...] {
                let handing = handings[Int(member)]
                guard transfers.time[Int(handing.into)] <= start + context.options.window else { break }
                if between.insert(transfers.to[Int(handing.into)]).inserted { group.append(handing) }
            }
            if group.count > best.count { best = group }
        }
        return best.count >= context.options.least ? best : nil
    }

    private func hit(_ ends: Ends, _ group: [Handing], _ expected: Double) -> TypologyHit {
        let all = context.transfers
        let (into, out) = (group.map { Int($0.into) }, group.map { Int($0.out) })
        let reason = Phrase(
            "network.money.scatter-gather",
            [
                "accounts": String(group.count), "in": MoneyText.amount(into.reduce(0) { $0 + all.amount[$1] }),
                "out": MoneyText.amount(out.reduce(0) { $0 + all.amount[$1] }),
                "chance": MoneyText.chance(expected),
            ])
        let between = group.map { Int(all.to[Int($0.into)]) }
        return TypologyHit(
            typology: .scatterGather, accounts: [Int(ends.from), Int(ends.to)] + between,
            transfers: Set(into + out).sorted(), expected: expected, reason: reason)
    }
}
