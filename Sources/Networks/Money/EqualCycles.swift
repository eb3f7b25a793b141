/// Finds rounds in which exactly the same amount is paid from account to account until it is back, in whatever order of time.
///
/// Every round is found once, from its account with the least number, with the first transfer of each of its steps.
struct EqualCycles {
    private let context: MoneyContext
    private let paid: ByAmount
    private var path: [UInt32] = []
    private var accounts: [UInt32] = []
    /// How many more transfers are looked at for one beginning: an amount that everybody pays ends here.
    private var patience = 0
    private static let patience = 5_000

    init(_ context: MoneyContext) {
        self.context = context
        paid = ByAmount(context.paid)
    }

    /// Calls for every round with its transfers, from account to account.
    mutating func run(_ work: Work, _ body: ([UInt32]) -> Void) throws(CancellationError) {
        let count = context.transfers.accounts
        for account in 0..<count {
            if account & 0x3FFF == 0 { try work.step(account, count) }
            paid.forEachAmount(account) { amount in
                patience = Self.patience
                go(UInt32(account), amount, body)
            }
        }
    }

    /// How many such payments chance makes, of those that the account makes.
    static func expected(_ context: MoneyContext, _ account: Int, _ amount: Int64) -> Double {
        Double(context.paid.count(account)) * context.share.share(amount, amount)
    }

    private mutating func go(_ account: UInt32, _ amount: Int64, _ body: ([UInt32]) -> Void) {
        guard Self.expected(context, Int(account), amount) <= MoneyContext.mostExpected else { return }
        var tried: [UInt32] = []
        accounts.append(account)
        defer { accounts.removeLast() }
        for transfer in paid.transfers(Int(account), amount) {
            patience -= 1
            guard patience > 0 else { return }
            let other = context.transfers.to[Int(transfer)]
            guard !tried.contains(other) else { continue }
            tried.append(other)
            if other == accounts[0] {
                if path.count + 1 >= context.options.lengths.lowerBound { body(path + [transfer]) }
            } else if other > accounts[0], path.count + 2 <= context.options.lengths.upperBound,
                !accounts.contains(other)
            {
                path.append(transfer)
                go(other, amount, body)
                path.removeLast()
            }
        }
    }
}

/// The transfers of every account by their amounts; those of one amount in the order of time.
private struct ByAmount {
    private let side: TransferSide
    private let places: [UInt32]

    init(_ side: TransferSide) {
        self.side = side
        var places = [UInt32](0..<UInt32(side.count))
        for account in 0..<side.starts.count - 1 where side.count(account) > 1 {
            places[side.range(account)].sort { (side[Int($0)].amount, $0) < (side[Int($1)].amount, $1) }
        }
        self.places = places
    }

    private func first(_ account: Int, _ amount: Int64) -> Int {
        var (low, high) = (Int(side.starts[account]), Int(side.starts[account + 1]))
        while low < high {
            let middle = (low + high) / 2
            if side[Int(places[middle])].amount < amount { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func transfers(_ account: Int, _ amount: Int64) -> some Sequence<UInt32> {
        let end = Int(side.starts[account + 1])
        return places[first(account, amount)..<end].lazy.prefix { side[Int($0)].amount == amount }
            .map { side[Int($0)].transfer }
    }

    func forEachAmount(_ account: Int, _ body: (Int64) -> Void) {
        var last = Int64.min
        for place in places[side.range(account)] where side[Int(place)].amount != last {
            last = side[Int(place)].amount
            if last > 0 { body(last) }
        }
    }
}
