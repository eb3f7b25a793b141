internal import Words

/// An account through which money only passes: what came in leaves soon, first in first out, and about as much leaves as came.
struct PassThrough {
    let context: MoneyContext

    /// What passes through one account.
    struct Measure {
        /// The sum of what it paid through the sum of what it received.
        var ratio: Double
        /// When nine tenths of each payment that it received had left, in milliseconds after it came; `max` when they never did.
        var gone: [Int64]
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
            let (within, expected) = unlikeliest(measure, paid: out)
            if logAccounts + expected < 1 { hits.append(hit(account, measure, within, logAccounts + expected)) }
        }
        return hits
    }

    /// Of the dwelling time asked for and shorter ones that within which most payments leave that chance would not let leave: by
    /// chance a payment leaves when the account pays at all.
    private func unlikeliest(_ measure: Measure, paid: Int) -> (within: Int64, expected: Double) {
        var best: (within: Int64, expected: Double) = (context.options.dwell, 0)
        var within = context.options.dwell
        for _ in 0..<Self.scales {
            let quick = measure.gone.count { $0 <= within }
            let leaves = 1 - Chance.exp(-Double(paid) * Double(within + context.grain) / context.span)
            var chance = Chance.tail(quick, expected: leaves * Double(measure.gone.count))
            if quick == measure.gone.count { chance = min(chance, Chance.log10(leaves) * Double(quick)) }
            let expected = Chance.log10(Double(Self.scales)) + chance
            if quick * 2 > measure.gone.count, expected < best.expected { best = (within, expected) }
            within /= 4
        }
        return best
    }

    /// How many dwelling times are tried, each a quarter of the one before.
    private static let scales = 4

    /// Measures an account: its own line of units, nothing before the first transfer.
    func measure(_ account: Int) -> Measure {
        let (received, paid) = (context.received, context.paid)
        var out = paid.range(account).lowerBound
        let end = paid.range(account).upperBound
        var left = out < end ? paid[out].amount : 0
        var gone: [Int64] = []
        var stays: [(time: Int64, amount: Int64)] = []
        var (sumIn, sumOut): (Int64, Int64) = (0, 0)
        for place in received.range(account) {
            sumIn += received[place].amount
            // Payments made before this one came take nothing of it.
            while out < end, paid[out].transfer < received[place].transfer { step(&out, &left, end, paid) }
            var rest = received[place].amount
            var when = Int64.max
            while rest > 0, out < end {
                let part = min(rest, left)
                let stay = paid[out].time - received[place].time
                stays.append((stay, part))
                rest -= part
                left -= part
                if when == .max, rest * 10 <= received[place].amount { when = stay }
                if left == 0 { step(&out, &left, end, paid) }
            }
            gone.append(when)
        }
        for place in paid.range(account) { sumOut += paid[place].amount }
        return Measure(
            ratio: Double(sumOut) / Double(max(1, sumIn)), gone: gone, dwell: Self.median(stays, of: sumIn))
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

    private func hit(_ account: Int, _ measure: Measure, _ within: Int64, _ expected: Double) -> TypologyHit {
        let transfers =
            context.received.range(account).map { Int(context.received[$0].transfer) }
            + context.paid.range(account).map { Int(context.paid[$0].transfer) }
        let reason = Phrase(
            "network.money.pass-through",
            [
                "quick": String(measure.gone.count { $0 <= within }), "all": String(measure.gone.count),
                "limit": MoneyText.time(within), "percent": MoneyText.percent(measure.ratio),
                "dwell": MoneyText.time(min(measure.dwell, context.transfers.span)),
                "chance": MoneyText.chance(expected),
            ])
        return TypologyHit(
            typology: .passThrough, accounts: [account], transfers: Set(transfers).sorted(), expected: expected,
            reason: reason)
    }
}
