/// What a trace has found so far.
struct FoundMoney {
    private var carried: [Carried] = []
    private var resting: [Resting: Int64] = [:]

    private struct Carried {
        var step: Int32
        var transfer: UInt32
        var amount: Int64
    }

    private struct Resting: Hashable {
        var account: UInt32
        var step: Int32
        var reason: TracedRest.Reason
    }

    /// A transfer carries a part of the money.
    @inline(__always)
    mutating func flow(_ step: Int, _ transfer: Int, _ amount: Int64) {
        guard amount > 0 else { return }
        carried.append(Carried(step: Int32(step), transfer: UInt32(transfer), amount: amount))
    }

    /// A part of the money is not followed further.
    mutating func rest(_ account: UInt32, _ step: Int, _ reason: TracedRest.Reason, _ amount: Int64) {
        guard amount > 0 else { return }
        resting[Resting(account: account, step: Int32(step), reason: reason), default: 0] += amount
    }

    /// The flows, one for each step and transfer.
    func flows(_ transfers: Transfers) -> [TracedFlow] {
        let sorted = carried.sorted { ($0.step, $0.transfer) < ($1.step, $1.transfer) }
        var flows: [TracedFlow] = []
        var index = 0
        while index < sorted.count {
            let first = sorted[index]
            var amount: Int64 = 0
            while index < sorted.count, sorted[index].step == first.step, sorted[index].transfer == first.transfer {
                amount += sorted[index].amount
                index += 1
            }
            flows.append(TracedFlow(step: Int(first.step), transfer: Int(first.transfer), amount: amount))
        }
        return flows
    }

    /// The rests, the greatest first.
    var rests: [TracedRest] {
        resting.map { TracedRest(account: Int($0.account), step: Int($0.step), reason: $0.reason, amount: $1) }
            .sorted {
                ($1.amount, $0.account, $0.step, $0.reason.rawValue) < (
                    $0.amount, $1.account, $1.step, $1.reason.rawValue
                )
            }
    }
}
