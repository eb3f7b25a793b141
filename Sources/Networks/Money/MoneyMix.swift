/// The money of every account as a mixture: a payment takes from all of it, in proportion.
///
/// Of `followed` units among `balance`, a payment of `amount` takes `followed × amount / balance`, rounded down; an account that pays
/// more than it has gives all of them. They are kept apart by how many steps they have made.
struct MoneyMix {
    private let transfers: Transfers
    private let request: TraceRequest
    /// Units that are followed, of each account that has some, by steps made: `room` numbers an account.
    private var units: [Int64] = []
    private var place: [UInt32]
    private let room: Int

    init(_ transfers: Transfers, _ request: TraceRequest) {
        self.transfers = transfers
        self.request = request
        room = max(1, request.steps) + 1
        place = [UInt32](repeating: 0, count: transfers.accounts)
    }

    /// Where the units of an account stand; room is made when there is none.
    private mutating func base(_ account: UInt32) -> Int {
        if place[Int(account)] == 0 {
            units += [Int64](repeating: 0, count: room)
            place[Int(account)] = UInt32(units.count / room)
        }
        return (Int(place[Int(account)]) - 1) * room
    }

    private static func share(_ part: Int64, _ factor: Int64, _ whole: Int64) -> Int64 {
        guard factor < whole else { return part }
        let product = part.multipliedFullWidth(by: factor)
        return whole.dividingFullWidth(product).quotient
    }

    /// Takes units from an account, `amount` of `balance`, and says how many of each number of steps.
    private mutating func take(_ account: UInt32, _ amount: Int64, of balance: Int64, _ taken: inout [Int64]) -> Bool {
        guard place[Int(account)] != 0 else { return false }
        let base = self.base(account)
        // Those that may go no further stay out of it.
        let all = units[base..<base + room - 1].reduce(0, +)
        guard all > 0 else { return false }
        let out = Self.share(all, amount, balance)
        var (before, gone): (Int64, Int64) = (0, 0)
        for step in 0..<room - 1 {
            before += units[base + step]
            let until = Self.share(before, out, all)
            taken[step] = until - gone
            units[base + step] -= taken[step]
            gone = until
        }
        return out > 0
    }

    /// Follows what the account pays.
    mutating func follow(_ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        var balance = [Int64](repeating: 0, count: transfers.accounts)
        var wanted = request.amount ?? .max
        var taken = [Int64](repeating: 0, count: room)
        let source = UInt32(request.account)
        for index in 0..<transfers.count where transfers.time[index] <= request.until ?? .max {
            if index & 0xF_FFFF == 0 { try work.step(index, transfers.count) }
            let (from, to, amount) = (transfers.from[index], transfers.to[index], transfers.amount[index])
            if from == source {
                if wanted > 0, transfers.time[index] >= request.from ?? .min {
                    let part = min(wanted, amount)
                    wanted -= part
                    arrive(to, 1, index, part, &found)
                }
            } else if take(from, amount, of: balance[Int(from)], &taken) {
                for step in 0..<room - 1 where taken[step] > 0 { arrive(to, step + 1, index, taken[step], &found) }
            }
            balance[Int(from)] = max(0, balance[Int(from)] - amount)
            balance[Int(to)] += amount
        }
        finish(&found)
    }

    private mutating func arrive(
        _ account: UInt32, _ step: Int, _ index: Int, _ amount: Int64, _ found: inout FoundMoney
    ) {
        found.flow(step, index, amount)
        if Int(account) == request.account {
            found.rest(account, step, .returned, amount)
        } else {
            units[base(account) + step] += amount
        }
    }

    /// What is left in the accounts rests there.
    private func finish(_ found: inout FoundMoney) {
        for (account, number) in place.enumerated() where number != 0 {
            for step in 0..<room {
                let amount = units[(Int(number) - 1) * room + step]
                found.rest(UInt32(account), step, step == room - 1 ? .steps : .held, amount)
            }
        }
    }

    /// Follows what the account received back to where it came from: the same shares, from the last transfer to the first.
    mutating func unwind(_ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        let (before, after) = balances()
        var wanted = request.amount ?? .max
        var taken = [Int64](repeating: 0, count: room)
        let source = UInt32(request.account)
        for index in (0..<transfers.count).reversed() where transfers.time[index] >= request.until ?? .min {
            if index & 0xF_FFFF == 0 { try work.step(transfers.count - index, transfers.count) }
            let (to, amount) = (transfers.to[index], transfers.amount[index])
            if to == source {
                guard wanted > 0, transfers.time[index] <= request.from ?? .max else { continue }
                let part = min(wanted, amount)
                wanted -= part
                come(index, 1, part, before[index], &found)
            } else if take(to, amount, of: after[index], &taken) {
                for step in 0..<room - 1 where taken[step] > 0 {
                    come(index, step + 1, taken[step], before[index], &found)
                }
            }
        }
        finish(&found)
    }

    /// Units came with a transfer: those that its payer had are sought further back, of the others nobody knows.
    private mutating func come(
        _ index: Int, _ step: Int, _ amount: Int64, _ balance: Int64, _ found: inout FoundMoney
    ) {
        found.flow(step, index, amount)
        let account = transfers.from[index]
        if Int(account) == request.account {
            found.rest(account, step, .returned, amount)
        } else {
            let known = Self.share(amount, min(balance, transfers.amount[index]), transfers.amount[index])
            found.rest(account, step, step == room - 1 ? .steps : .held, amount - known)
            units[base(account) + step] += known
        }
    }

    /// What the payer had before each transfer, and what the payee had after it.
    private func balances() -> (before: [Int64], after: [Int64]) {
        var balance = [Int64](repeating: 0, count: transfers.accounts)
        var before = [Int64](repeating: 0, count: transfers.count)
        var after = before
        for index in 0..<transfers.count {
            let (from, to, amount) = (Int(transfers.from[index]), Int(transfers.to[index]), transfers.amount[index])
            before[index] = balance[from]
            balance[from] = max(0, balance[from] - amount)
            balance[to] += amount
            after[index] = balance[to]
        }
        return (before, after)
    }
}
