/// The transfers of every account, those that it made or those that it received, in the order of time: compressed rows.
struct TransferSide: Sendable {
    /// A transfer, seen from one of its accounts.
    struct Entry: Sendable {
        /// When.
        var time: Int64
        /// How much.
        var amount: Int64
        /// Who was at the other end.
        var other: UInt32
        /// Which transfer.
        var transfer: UInt32
    }

    /// Where the transfers of each account begin; one entry more than there are accounts.
    let starts: [UInt32]
    /// The transfers.
    let entries: [Entry]

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
        self.starts = starts
        entries = [Entry](unsafeUninitializedCapacity: transfers.count) { room, count in
            for index in 0..<transfers.count {
                let account = Int(owner[index])
                let place = Int(starts[account])
                starts[account] += 1
                room.initializeElement(
                    at: place,
                    to: Entry(
                        time: transfers.time[index], amount: transfers.amount[index], other: others[index],
                        transfer: UInt32(index)))
            }
            count = transfers.count
        }
    }

    /// How many transfers there are.
    var count: Int { entries.count }

    /// The transfer at a place.
    @inline(__always)
    subscript(place: Int) -> Entry { entries[place] }

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
            if entries[middle].transfer <= transfer { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
