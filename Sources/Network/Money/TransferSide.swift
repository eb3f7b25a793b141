/// The transfers of every account, those that it made or those that it received, in the order of time: compressed rows.
struct TransferSide: Sendable {
    /// Where the transfers of each account begin; one entry more than there are accounts.
    let starts: [UInt32]
    /// The transfers.
    let transfer: [UInt32]
    /// Who was at the other end.
    let other: [UInt32]
    /// When.
    let time: [Int64]
    /// How much.
    let amount: [Int64]

    /// What each account paid.
    static func paid(_ transfers: Transfers) -> TransferSide {
        TransferSide(transfers, of: transfers.from, with: transfers.to)
    }

    /// What each account received.
    static func received(_ transfers: Transfers) -> TransferSide {
        TransferSide(transfers, of: transfers.to, with: transfers.from)
    }

    private init(_ transfers: Transfers, of owner: [UInt32], with others: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: transfers.accounts + 1)
        for account in owner { starts[Int(account) + 1] += 1 }
        for account in 0..<transfers.accounts { starts[account + 1] += starts[account] }
        var next = starts
        let count = transfers.count
        var transfer = [UInt32](repeating: 0, count: count)
        var other = [UInt32](repeating: 0, count: count)
        var time = [Int64](repeating: 0, count: count)
        var amount = [Int64](repeating: 0, count: count)
        for index in 0..<count {
            let account = Int(owner[index])
            let place = Int(next[account])
            next[account] += 1
            transfer[place] = UInt32(index)
            other[place] = others[index]
            time[place] = transfers.time[index]
            amount[place] = transfers.amount[index]
        }
        (self.starts, self.transfer, self.other, self.time, self.amount) = (starts, transfer, other, time, amount)
    }

    /// The places of an account's transfers.
    @inline(__always)
    func range(_ account: Int) -> Range<Int> { Int(starts[account])..<Int(starts[account + 1]) }

    /// How many transfers an account has.
    @inline(__always)
    func count(_ account: Int) -> Int { Int(starts[account + 1] - starts[account]) }

    /// The first place of an account whose transfer comes after the given one.
    @inline(__always)
    func first(after transfer: UInt32, of account: Int) -> Int {
        var (low, high) = (Int(starts[account]), Int(starts[account + 1]))
        while low < high {
            let middle = (low + high) / 2
            if self.transfer[middle] <= transfer { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first place of an account that is not before a moment.
    func first(notBefore moment: Int64, of account: Int) -> Int {
        var (low, high) = (Int(starts[account]), Int(starts[account + 1]))
        while low < high {
            let middle = (low + high) / 2
            if time[middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
