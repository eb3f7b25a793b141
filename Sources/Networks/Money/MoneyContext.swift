/// What every search for typologies looks at.
struct MoneyContext {
    let transfers: Transfers
    let options: TypologyOptions
    let paid: TransferSide
    let received: TransferSide
    let share: AmountShare
    /// From the first transfer to the last, in milliseconds.
    let span: Double
    /// The smallest time between two moments of the table: what happens within it has no order that can be trusted.
    let grain: Int64
    /// The logarithm of how many transfers there are.
    let logCount: Double

    init(_ transfers: Transfers, _ options: TypologyOptions) {
        self.transfers = transfers
        self.options = options
        paid = .paid(transfers)
        received = .received(transfers)
        share = AmountShare(transfers)
        var grain = Int64.max
        for index in transfers.time.indices.dropFirst() {
            let gap = transfers.time[index] - transfers.time[index - 1]
            if gap > 0, gap < grain { grain = gap }
        }
        self.grain = grain == .max ? 1 : grain
        span = Double(transfers.span + self.grain)
        logCount = Chance.log10(Double(max(1, transfers.count)))
    }

    /// Whether an amount may be what became of another.
    @inline(__always)
    func isKept(_ amount: Int64, of before: Int64) -> Bool {
        Double(amount) >= Double(before) * options.kept && Double(amount) <= Double(before) * (1 + options.grown)
    }

    /// How many transfers one would expect an account to make by chance that are as close to one that it received, in time and in
    /// amount, as this one.
    func expected(_ account: Int, _ received: Int, _ paid: Int) -> Double {
        let (before, after) = (transfers.amount[received], transfers.amount[paid])
        let delta = max(abs(before - after), before / 200)
        let time = Double(transfers.time[paid] - transfers.time[received] + grain)
        let rate = Double(self.paid.count(account)) * time / span
        return max(1e-12, rate * share.share(before - delta, before + delta))
    }

    /// A hop that chance makes this often is no news: it is not followed. That keeps shops and other busy accounts out.
    static let mostExpected = 0.25
}
