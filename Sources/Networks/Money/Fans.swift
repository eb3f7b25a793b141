internal import Words

/// A group of an account's transfers with many different accounts, and how unlikely it is.
struct Fan {
    var account: Int
    /// Places in the side, in the order of time.
    var places: [Int]
    /// How many different accounts are at the other ends.
    var others: Int
    /// The logarithm of how many such fans chance makes in the table.
    var expected: Double
    var kind: Kind

    enum Kind: String {
        /// More than usual within the window.
        case burst
        /// Of like amounts, within the window.
        case band
        /// Of like amounts, at any time.
        case alike
        /// Payments that are each cut into several, at any time.
        case split
    }
}

/// Many pay one, or one pays many: for every account the group of transfers with most different accounts that its own habits, and
/// the amounts that are common in the table, explain least.
struct Fans {
    private let context: MoneyContext
    private let side: TransferSide
    private let bands: [Int16]
    private let isSplit: [Bool]
    private let splitShare: Double
    /// Whether like amounts at any time say something: they do of those who are paid, for their payers do not know each other; not
    /// of those who pay, for many pay the same amount again and again.
    private let looksForAlike: Bool
    private var counts: [UInt16]

    init(_ context: MoneyContext, _ side: TransferSide, _ splits: Splits, looksForAlike: Bool) {
        self.context = context
        self.side = side
        bands = side.entries.map { Band.of($0.amount) }
        isSplit = side.entries.map { splits.isPart[Int($0.transfer)] }
        splitShare = splits.share
        self.looksForAlike = looksForAlike
        counts = [UInt16](repeating: 0, count: context.transfers.accounts)
    }

    /// The fan of every account that has one: no more than one, the least likely.
    mutating func all(_ work: Work) throws(CancellationError) -> [Fan] {
        var fans: [Fan] = []
        let accounts = context.transfers.accounts
        for account in 0..<accounts {
            if account & 0x3FFF == 0 { try work.step(account, accounts) }
            if let fan = best(account) { fans.append(fan) }
        }
        return fans
    }

    private mutating func best(_ account: Int) -> Fan? {
        let range = side.range(account)
        guard range.count >= context.options.least else { return nil }
        var best: Fan?
        func keep(_ fan: Fan?) {
            if let fan, fan.expected < best?.expected ?? 3 { best = fan }
        }
        keep(densest(Array(range), account, .burst, share: 1))
        let others = Set(range.map { side[$0].other }).count
        guard others >= context.options.least else { return best }
        let sorted = range.sorted { (bands[$0], $0) < (bands[$1], $1) }
        var first = 0
        while first < sorted.count {
            let band = bands[sorted[first]]
            var next = first
            while next < sorted.count, bands[sorted[next]] == band { next += 1 }
            var last = next
            while last < sorted.count, bands[sorted[last]] == band + 1 { last += 1 }
            if last - first >= context.options.least {
                let group = sorted[first..<last].sorted()
                let share = context.share.share(Band.low(band), Band.low(band + 2) - 1)
                keep(densest(group, account, .band, share: share))
                if looksForAlike, others <= context.options.hub { keep(alike(group, account, band, others)) }
            }
            first = next
        }
        if others <= context.options.hub { keep(split(account, range, others)) }
        return best
    }

    /// The window with most different accounts at the other ends, against what the account does otherwise.
    private mutating func densest(
        _ places: [Int], _ account: Int, _ kind: Fan.Kind, share: Double
    ) -> Fan? {
        guard places.count >= context.options.least else { return nil }
        var (first, others) = (0, 0)
        var best: (range: Range<Int>, others: Int) = (0..<0, 0)
        for last in places.indices {
            while side[places[last]].time - side[places[first]].time > context.options.window {
                let other = Int(side[places[first]].other)
                counts[other] -= 1
                if counts[other] == 0 { others -= 1 }
                first += 1
            }
            let other = Int(side[places[last]].other)
            counts[other] &+= 1
            if counts[other] == 1 { others += 1 }
            if others > best.others { best = (first..<last + 1, others) }
        }
        for place in places[first...] { counts[Int(side[place].other)] = 0 }
        guard best.others >= context.options.least else { return nil }
        // Outside the group: how often is the account paid at all, and how often in such amounts.
        let (all, inGroup) = (Double(side.count(account)), Double(best.range.count))
        let rest = all - inGroup
        var like = 1.0
        if kind == .band { like = max(share, (Double(places.count) - inGroup + 3 * share) / (rest + 3)) }
        let window = Double(context.options.window + context.grain) / context.span
        let expected = (rest + 1) * min(1, window) * like
        // Every transfer begins a window (in two bands): the first is given, the others have to come by chance.
        let tests = context.logCount + (kind == .band ? Chance.log10(2) : 0)
        let chance = tests + Chance.tail(best.others - 1, expected: expected)
        return Fan(
            account: account, places: Array(places[best.range]), others: best.others, expected: chance, kind: kind)
    }

    /// Like amounts from different accounts at any time, against how common such amounts are in the table.
    private func alike(_ places: [Int], _ account: Int, _ band: Int16, _ others: Int) -> Fan? {
        let number = Set(places.map { side[$0].other }).count
        guard number >= context.options.least else { return nil }
        let share = context.share.share(Band.low(band), Band.low(band + 2) - 1)
        let chance = context.logCount + Chance.tail(number - 1, expected: Double(others) * share)
        return Fan(account: account, places: places, others: number, expected: chance, kind: .alike)
    }

    /// Payments cut into several from different accounts, against how often payments are cut in the table.
    private func split(_ account: Int, _ range: Range<Int>, _ others: Int) -> Fan? {
        let places = range.filter { isSplit[$0] }
        guard places.count > 2 else { return nil }
        let number = Set(places.map { side[$0].other }).count
        guard number >= 2 else { return nil }
        let accounts = Chance.log10(Double(context.transfers.accounts))
        let chance = accounts + Chance.tail(number, expected: Double(others) * splitShare)
        return Fan(account: account, places: places, others: number, expected: chance, kind: .split)
    }
}

/// Amounts that are about alike: steps of an eighth, two of which make a band.
enum Band {
    static func of(_ amount: Int64) -> Int16 {
        guard amount > 0 else { return -1 }
        return Int16(Chance.log2(Double(amount)) * 6)
    }

    /// The least amount of a band.
    static func low(_ band: Int16) -> Int64 {
        guard band >= 0 else { return 0 }
        return Int64(Chance.exp2(Double(band) / 6).rounded(.up))
    }
}

extension Fans {
    /// The fans as hits.
    func hits(_ fans: [Fan], _ typology: Typology) -> [TypologyHit] {
        fans.compactMap { fan in
            let expected = fan.expected
            var others: [Int] = []
            for place in fan.places where !others.contains(Int(side[place].other)) {
                others.append(Int(side[place].other))
            }
            let sum = fan.places.reduce(Int64(0)) { $0 + side[$1].amount }
            let (first, last) = (fan.places[0], fan.places[fan.places.count - 1])
            let reason = Phrase(
                "network.money.\(typology.rawValue).\(fan.kind.rawValue)",
                [
                    "accounts": String(fan.others), "transfers": String(fan.places.count),
                    "sum": MoneyText.amount(sum), "time": MoneyText.time(side[last].time - side[first].time),
                    "low": MoneyText.amount(fan.places.map { side[$0].amount }.min() ?? 0),
                    "high": MoneyText.amount(fan.places.map { side[$0].amount }.max() ?? 0),
                    "all": String(side.count(fan.account)), "chance": MoneyText.chance(expected),
                ])
            return TypologyHit(
                typology: typology, accounts: [fan.account] + others,
                transfers: fan.places.map { Int(side[$0].transfer) }.sorted(), expected: expected, reason: reason)
        }
    }
}
