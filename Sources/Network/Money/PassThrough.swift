internal import Words

/// An account through which money only passes: what came in leaves soon, first in first out, and about as much leaves as came.
struct PassThrough {
    let context: MoneyContext

    /// What passes through one account.
    struct Measure {
        /// The sum of what it paid through the sum of what it received.
        var ratio: Double
        /// How many of the payments received left within the dwelling time, nine tenths of each at least.
        var quick: Int
        /// How many payments it received.
        var received: Int
        /// Half the money stayed no longer than this, in milliseconds.
        var dwell: Int64
    }

    func hits(_ work: Work) throws(CancellationError) -> [TypologyHit] {
        let accounts = context.transfers.accounts
        let logAccounts = Chance.log10(Double(max(1, accounts)))
        var hits: [TypologyHit] = []
        for account in 0..<accounts {
            if account & 0x3FFF == 0 { try work.step(account, accounts) }
            let (into, out) = (context.received.count(account), context.paid.count(account))
            guard into >= context.options.least, out >= 1 else { continue }
            let measure = measure(account)
            guard measure.ratio >= context.options.kept, measure.ratio <= 1 + context.options.grown else { continue }
            // A payment leaves within the time by chance when the account pays at all within it.
            let leaves = 1 - Chance.exp(-Double(out) * Double(context.options.dwell + context.grain) / context.span)
            let chance = Chance.tail(measure.quick, expected: leaves * Double(into))
            let all = Chance.log10(leaves) * Double(measure.quick)
            let expected = logAccounts + (measure.quick == into ? min(chance, all) : chance)
            if measure.quick * 2 > into, expected < 1 { hits.append(hit(account, measure, expected)) }
        }
        return hits
    }

    /// Measures an account: its own line of units, nothing before the first transfer.
    func measure(_ account: Int) -> Measure {
        let (received, paid) = (context.received, context.paid)
        var out = paid.range(account).lowerBound
        let end = paid.range(account).upperBound
        var (left, quick): (Int64, Int) = (out < end ? paid[out].amount : 0, 0)
        var stays: [(time: Int64, amount: Int64)] = []
        var (sumIn, sumOut): (Int64, Int64) = (0, 0)
        for place in received.range(account) {
            sumIn += received[place].amount
            // Payments made before this one came take nothing of it.
            while out < end, paid[out].transfer < received[place].transfer { step(&out, &left, end, paid) }
            var (rest, soon) = (received[place].amount, Int64(0))
            while rest > 0, out < end {
                let part = min(rest, left)
                let stay = paid[out].time - received[place].time
                if stay <= context.options.dwell { soon += part }
                stays.append((stay, part))
                rest -= part
                left -= part
                if left == 0 { step(&out, &left, end, paid) }
            }
            if soon * 10 >= received[place].amount * 9 { quick += 1 }
        }
        for place in paid.range(account) { sumOut += paid[place].amount }
        return Measure(
            ratio: Double(sumOut) / Double(max(1, sumIn)), quick: quick, received: received.count(account),
            dwell: Self.median(stays, of: sumIn))
    }

    private func step(_ out: inout Int, _ left: inout Int64, _ end: Int, _ paid: TransferSide) {
        out += 1
        left = out < end ? paid[out].amount : 0
    }

    private static func median(_ stays: [(time: Int64, amount: Int64)], of sum: Int64) -> Int64 {
        var before: Int64 = 0
        for stay in stays.sorted(by: { $0.time < $1.time }) {
            before += stay.amount
            if before * 2 >= sum { return stay.time }
        }
        return .max
    }

    private func hit(_ account: Int, _ measure: Measure, _ expected: Double) -> TypologyHit {
        let transfers =
            context.received.range(account).map { Int(context.received[$0].transfer) }
            + context.paid.range(account).map { Int(context.paid[$0].transfer) }
        let reason = Phrase(
            "network.money.pass-through",
            [
                "quick": String(measure.quick), "all": String(measure.received),
                "limit": MoneyText.time(context.options.dwell), "percent": MoneyText.percent(measure.ratio),
                "dwell": measure.dwell == .max ? "—" : MoneyText.time(measure.dwell),
                "chance": MoneyText.chance(expected),
            ])
        return TypologyHit(
            typology: .passThrough, accounts: [account], transfers: Set(transfers).sorted(), expected: expected,
            reason: reason)
    }
}
