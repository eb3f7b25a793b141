/// The money of every account as a line of units: what comes in stands at its end, what goes out is taken from its beginning.
///
/// So every unit has a place, and first-in-first-out needs no bookkeeping: a transfer takes the units `left..<left + amount` of who
/// pays, and puts them at `arrived..<arrived + amount` of who is paid. An account that pays more than it has is given the units
/// that are missing, at the end of its line: money of unknown origin.
struct MoneyLine {
    private let transfers: Transfers
    private let paid: TransferSide
    private let received: TransferSide
    private let left: [Int64]
    private let arrived: [Int64]

    init(_ transfers: Transfers) {
        self.transfers = transfers
        paid = .paid(transfers)
        received = .received(transfers)
        var head = [Int64](repeating: 0, count: transfers.accounts)
        var tail = head
        var left = [Int64](repeating: 0, count: transfers.count)
        var arrived = left
        for index in 0..<transfers.count {
            let (from, to, amount) = (Int(transfers.from[index]), Int(transfers.to[index]), transfers.amount[index])
            left[index] = head[from]
            head[from] += amount
            if head[from] > tail[from] { tail[from] = head[from] }
            arrived[index] = tail[to]
            tail[to] += amount
        }
        (self.left, self.arrived) = (left, arrived)
    }

    /// A part of a transfer: the units from one to another, counted from its own first.
    private struct Part {
        var transfer: UInt32
        var from: Int64
        var to: Int64
    }

    /// Follows what an account pays.
    func follow(_ request: TraceRequest, _ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        var parts: [Part] = []
        var wanted = request.amount ?? .max
        for place in paid.range(request.account) where paid.time[place] >= request.from ?? .min {
            let amount = min(wanted, paid.amount[place])
            guard amount > 0, paid.time[place] <= request.until ?? .max else { continue }
            parts.append(Part(transfer: paid.transfer[place], from: 0, to: amount))
            wanted -= amount
        }
        for step in 1..<max(2, request.steps + 1) where !parts.isEmpty {
            try work.step(step, request.steps)
            var next: [Part] = []
            for part in parts {
                found.flow(step, Int(part.transfer), part.to - part.from)
                let account = transfers.to[Int(part.transfer)]
                if Int(account) == request.account {
                    found.rest(account, step, .returned, part.to - part.from)
                } else if step >= request.steps {
                    found.rest(account, step, .steps, part.to - part.from)
                } else {
                    found.rest(account, step, .held, onward(part, request.until ?? .max, &next))
                }
            }
            parts = joined(next)
        }
    }

    /// The transfers with which a part goes on; what stays is returned.
    private func onward(_ part: Part, _ until: Int64, _ next: inout [Part]) -> Int64 {
        let index = Int(part.transfer)
        let (from, to) = (arrived[index] + part.from, arrived[index] + part.to)
        let range = paid.range(Int(transfers.to[index]))
        var place = range.lowerBound
        var high = range.upperBound
        while place < high {
            let middle = (place + high) / 2
            let transfer = Int(paid.transfer[middle])
            if left[transfer] + transfers.amount[transfer] <= from { place = middle + 1 } else { high = middle }
        }
        var moved: Int64 = 0
        while place < range.upperBound, paid.time[place] <= until {
            let start = left[Int(paid.transfer[place])]
            guard start < to else { break }
            let part = Part(
                transfer: paid.transfer[place], from: max(0, from - start), to: min(paid.amount[place], to - start))
            if part.to > part.from {
                next.append(part)
                moved += part.to - part.from
            }
            place += 1
        }
        return to - from - moved
    }

    /// Follows what an account received back to where it came from.
    func unwind(_ request: TraceRequest, _ work: Work, _ found: inout FoundMoney) throws(CancellationError) {
        var parts: [Part] = []
        var wanted = request.amount ?? .max
        for place in received.range(request.account).reversed() where received.time[place] <= request.from ?? .max {
            let amount = min(wanted, received.amount[place])
            guard amount > 0, received.time[place] >= request.until ?? .min else { continue }
            parts.append(
                Part(
                    transfer: received.transfer[place], from: received.amount[place] - amount,
                    to: received.amount[place]))
            wanted -= amount
        }
        for step in 1..<max(2, request.steps + 1) where !parts.isEmpty {
            try work.step(step, request.steps)
            var next: [Part] = []
            for part in parts {
                found.flow(step, Int(part.transfer), part.to - part.from)
                let account = transfers.from[Int(part.transfer)]
                if Int(account) == request.account {
                    found.rest(account, step, .returned, part.to - part.from)
                } else if step >= request.steps {
                    found.rest(account, step, .steps, part.to - part.from)
                } else {
                    found.rest(account, step, .held, inward(part, request.until ?? .min, &next))
                }
            }
            parts = joined(next)
        }
    }

    /// The transfers that brought a part; what none of them brought is returned.
    private func inward(_ part: Part, _ until: Int64, _ next: inout [Part]) -> Int64 {
        let index = Int(part.transfer)
        let (from, to) = (left[index] + part.from, left[index] + part.to)
        let range = received.range(Int(transfers.from[index]))
        var place = range.lowerBound
        var high = range.upperBound
        while place < high {
            let middle = (place + high) / 2
            let transfer = Int(received.transfer[middle])
            if arrived[transfer] + transfers.amount[transfer] <= from { place = middle + 1 } else { high = middle }
        }
        var moved: Int64 = 0
        while place < range.upperBound {
            let start = arrived[Int(received.transfer[place])]
            guard start < to else { break }
            let part = Part(
                transfer: received.transfer[place], from: max(0, from - start),
                to: min(received.amount[place], to - start))
            if part.to > part.from, received.time[place] >= until {
                next.append(part)
                moved += part.to - part.from
            }
            place += 1
        }
        return to - from - moved
    }

    /// Parts that follow one another in one transfer as one.
    private func joined(_ parts: [Part]) -> [Part] {
        var joined: [Part] = []
        joined.reserveCapacity(parts.count)
        for part in parts.sorted(by: { ($0.transfer, $0.from) < ($1.transfer, $1.from) }) {
            if let last = joined.last, last.transfer == part.transfer, last.to == part.from {
                joined[joined.count - 1].to = part.to
            } else {
                joined.append(part)
            }
        }
        return joined
    }
}
