/// The money of every account as a line of units: what comes in stands at its end, what goes out is taken from its beginning.
///
/// So every unit has a place, and first-in-first-out needs no bookkeeping: a transfer takes the units from `head` of who pays and
/// puts them at `tail` of who is paid. An account that pays more than it has is given the units that are missing, at the end of
/// its line: money of unknown origin.
struct MoneyLine {
    private let transfers: Transfers
    private let request: TraceRequest
    private var head: [Int64]
    private var tail: [Int64]
    /// The parts that wait in an account, by its number in `place`, less one. Forward they ascend, backward they descend.
    private var waiting: [Waiting] = []
    private var place: [UInt32]

    /// Units that stand side by side in the line of an account and have made the same number of steps.
    private struct Part {
        var from: Int64
        var to: Int64
        var step: Int
    }

    private struct Waiting {
        var account: UInt32
        var parts: [Part] = []
        var first = 0
    }

    init(_ transfers: Transfers, _ request: TraceRequest) {
        self.transfers = transfers
        self.request = request
        head = [Int64](repeating: 0, count: transfers.accounts)
        tail = head
        place = [UInt32](repeating: 0, count: transfers.accounts)
    }

    private mutating func wait(_ account: UInt32, _ part: Part) {
        if place[Int(account)] == 0 {
            waiting.append(Waiting(account: account))
            place[Int(account)] = UInt32(waiting.count)
        }
        let number = Int(place[Int(account)]) - 1
        let last = waiting[number].parts.count - 1
        if last >= waiting[number].first, waiting[number].parts[last].step == part.step {
            if waiting[number].parts[last].to == part.from { return waiting[number].parts[last].to = part.to }
            if waiting[number].parts[last].from == part.to { return waiting[number].parts[last].from = part.from }
        }
        waiting[number].parts.append(part)
    }

    // MARK: Forward

    /// Follows what the account pays.
    mutating func follow(_ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        var wanted = request.amount ?? .max
        let source = UInt32(request.account)
        for index in 0..<transfers.count where transfers.time[index] <= request.until ?? .max {
            if index & 0xF_FFFF == 0 { try work.step(index, transfers.count) }
            let (from, to, amount) = (transfers.from[index], transfers.to[index], transfers.amount[index])
            let left = head[Int(from)]
            head[Int(from)] = left + amount
            if left + amount > tail[Int(from)] { tail[Int(from)] = left + amount }
            let arrived = tail[Int(to)]
            tail[Int(to)] = arrived + amount
            if from == source {
                guard wanted > 0, transfers.time[index] >= request.from ?? .min else { continue }
                let part = min(wanted, amount)
                wanted -= part
                settle(index, to, Part(from: arrived, to: arrived + part, step: 1), &found)
            } else if place[Int(from)] != 0 {
                leave(index, left, arrived, &found)
            }
        }
        for account in waiting {
            for part in account.parts[account.first...] {
                found.rest(account.account, part.step, .held, part.to - part.from)
            }
        }
    }

    /// A transfer takes the waiting parts that stand where it takes its units.
    private mutating func leave(_ index: Int, _ left: Int64, _ arrived: Int64, _ found: inout FoundMoney) {
        let number = Int(place[Int(transfers.from[index])]) - 1
        let end = left + transfers.amount[index]
        while waiting[number].first < waiting[number].parts.count {
            let part = waiting[number].parts[waiting[number].first]
            guard part.from < end else { break }
            let taken = min(part.to, end)
            settle(
                index, transfers.to[index],
                Part(from: arrived + part.from - left, to: arrived + taken - left, step: part.step + 1), &found)
            if taken == part.to {
                waiting[number].first += 1
            } else {
                waiting[number].parts[waiting[number].first].from = taken
            }
        }
    }

    /// A transfer carries a part: it waits in the account at its end, or is not followed further.
    private mutating func settle(_ index: Int, _ account: UInt32, _ part: Part, _ found: inout FoundMoney) {
        guard part.to > part.from else { return }
        found.flow(part.step, index, part.to - part.from)
        if Int(account) == request.account {
            found.rest(account, part.step, .returned, part.to - part.from)
        } else if part.step >= request.steps {
            found.rest(account, part.step, .steps, part.to - part.from)
        } else {
            wait(account, part)
        }
    }

    // MARK: Backward

    /// Follows what the account received back to where it came from: the lines run backward.
    mutating func unwind(_ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        let missing = fill()
        var next = missing.count - 1
        var wanted = request.amount ?? .max
        let source = UInt32(request.account)
        for index in (0..<transfers.count).reversed() where transfers.time[index] >= request.until ?? .min {
            if index & 0xF_FFFF == 0 { try work.step(transfers.count - index, transfers.count) }
            let (from, to, amount) = (transfers.from[index], transfers.to[index], transfers.amount[index])
            let arrived = tail[Int(to)] - amount
            tail[Int(to)] = arrived
            let left = head[Int(from)] - amount
            head[Int(from)] = left
            if to == source {
                if wanted > 0, transfers.time[index] <= request.from ?? .max {
                    let part = min(wanted, amount)
                    wanted -= part
                    settle(index, from, Part(from: left + amount - part, to: left + amount, step: 1), &found)
                }
            } else if place[Int(to)] != 0 {
                come(index, arrived, left, &found)
            }
            if next >= 0, missing[next].transfer == index {
                tail[Int(from)] -= missing[next].amount
                drop(from, beyond: tail[Int(from)], &found)
                next -= 1
            }
        }
        for account in waiting {
            for part in account.parts[account.first...] {
                found.rest(account.account, part.step, .held, part.to - part.from)
            }
        }
    }

    /// Runs all lines to their ends; the transfers that took more than there was, and how much more.
    private mutating func fill() -> [(transfer: Int, amount: Int64)] {
        var missing: [(transfer: Int, amount: Int64)] = []
        for index in 0..<transfers.count {
            let (from, to, amount) = (Int(transfers.from[index]), Int(transfers.to[index]), transfers.amount[index])
            head[from] += amount
            if head[from] > tail[from] {
                missing.append((index, head[from] - tail[from]))
                tail[from] = head[from]
            }
            tail[to] += amount
        }
        return missing
    }

    /// A transfer brought the waiting parts that stand where it put its units.
    private mutating func come(_ index: Int, _ arrived: Int64, _ left: Int64, _ found: inout FoundMoney) {
        for part in taken(transfers.to[index], from: arrived) {
            settle(
                index, transfers.from[index],
                Part(from: left + part.from - arrived, to: left + part.to - arrived, step: part.step + 1), &found)
        }
    }

    /// What an account had from where no transfer tells.
    private mutating func drop(_ account: UInt32, beyond end: Int64, _ found: inout FoundMoney) {
        guard place[Int(account)] != 0 else { return }
        for part in taken(account, from: end) { found.rest(account, part.step, .held, part.to - part.from) }
    }

    /// Takes the waiting parts, or their ends, that stand from a place on; the last first.
    private mutating func taken(_ account: UInt32, from start: Int64) -> [Part] {
        let number = Int(place[Int(account)]) - 1
        var taken: [Part] = []
        while waiting[number].first < waiting[number].parts.count {
            let part = waiting[number].parts[waiting[number].first]
            guard part.to > start else { break }
            taken.append(Part(from: max(start, part.from), to: part.to, step: part.step))
            if part.from < start {
                waiting[number].parts[waiting[number].first].to = start
                break
            }
            waiting[number].first += 1
        }
        return taken
    }
}
