/// How low the flow can be brought with a budget, at best, when some arcs are already decided: the Lagrangian bound.
///
/// With a price λ on the budget, the cheapest cut in which each arc either stays (counting its capacity) or is taken away
/// (counting λ times its cost) is a smallest cut with capacities min(u, λ·r): one max flow. Its value less λ·budget never
/// exceeds the optimum; the best λ is found by intersecting lines (Wood 1993 has the model; this is the dual of its
/// relaxation). The cuts met on the way give plans, which bound the optimum from above. λ is price / scale, so that all
/// arithmetic is whole.
struct CutBound {
    /// What is decided about an arc.
    enum Decision: UInt8 { case open, taken, kept }

    /// A cut: what stays in it, what taking the rest costs, and which open arcs cross it.
    private struct Cut {
        var stays = 0
        var costs = 0
        var taken: [Int32] = []
        var open: [Int32] = []
    }

    /// What is known of one node of the search.
    struct Answer {
        /// No plan that keeps to the decisions leaves less.
        var lower = 0
        /// What this plan leaves at most, and which undecided arcs it takes.
        var upper = Int.max
        var plan: [Int32] = []
        /// Where to decide next; nil when the bound is reached.
        var branch: Int?
    }

    let problem: CutProblem
    private var flow: MaxFlow
    private var scaled: [Int]
    /// No price or scale above this, so that sums of products fit.
    private let largest: Int

    init(_ problem: CutProblem) {
        self.problem = problem
        flow = problem.flow
        scaled = problem.capacity
        let most = max(problem.capacity.max() ?? 1, problem.cost.filter { $0 < .max }.max() ?? 1, 1)
        largest = max(1, (Int.max / 8) / most / max(1, problem.count))
    }

    /// The flow when the given arcs are taken.
    mutating func flow(without taken: (Int) -> Bool) -> Int {
        for arc in 0..<problem.count { scaled[arc] = taken(arc) ? 0 : problem.capacity[arc] }
        return flow.run(scaled)
    }

    /// The bound under these decisions, with what is left of the budget.
    mutating func answer(_ decisions: [Decision], budget: Int) -> Answer {
        var total = 1
        for arc in 0..<problem.count where isOpen(arc, decisions, budget) { total += problem.cost[arc] }
        let first = min(total, largest)
        var (value, low) = cut(decisions, budget, price: 1, scale: first)
        if low.costs <= budget, first == total {
            return Answer(lower: low.stays, upper: low.stays, plan: low.taken)
        }
        var answer = Answer(lower: max(0, (value - budget).dividedUp(by: first)))
        var high = cut(decisions, budget, price: 1, scale: 0).cut
        for _ in 0..<64 where low.costs > high.costs && high.stays > low.stays {
            let (price, scale) = reduced(high.stays - low.stays, low.costs - high.costs)
            let next: Cut
            (value, next) = cut(decisions, budget, price: price, scale: scale)
            let bound = value - price * budget
            answer.lower = max(answer.lower, bound.dividedUp(by: scale))
            if bound >= low.stays * scale + price * (low.costs - budget) { break }
            if next.costs > budget { low = next } else { high = next }
        }
        improve(&answer, with: high, budget)
        improve(&answer, with: low, budget)
        if answer.lower < answer.upper {
            let settled = Set(high.taken)
            answer.branch =
                low.taken.filter { !settled.contains($0) }
                .max { problem.capacity[Int($0)] < problem.capacity[Int($1)] }.map { Int($0) }
                ?? decisions.indices.first { isOpen($0, decisions, budget) }
            if answer.branch == nil { answer.lower = answer.upper }
        }
        return answer
    }

    private func isOpen(_ arc: Int, _ decisions: [Decision], _ budget: Int) -> Bool {
        decisions[arc] == .open && problem.cost[arc] <= budget
    }

    /// The smallest cut at a price; scale 0 is the price at which nothing is taken.
    private mutating func cut(_ decisions: [Decision], _ budget: Int, price: Int, scale: Int) -> (value: Int, cut: Cut)
    {
        for arc in 0..<problem.count {
            let stays = problem.capacity[arc] * max(1, scale)
            if decisions[arc] == .taken {
                scaled[arc] = 0
            } else if scale > 0, isOpen(arc, decisions, budget) {
                scaled[arc] = min(stays, problem.cost[arc] * price)
            } else {
                scaled[arc] = stays
            }
        }
        let value = flow.run(scaled)
        var cut = Cut()
        for arc in 0..<problem.count where decisions[arc] != .taken {
            guard flow.isBeforeCut(Int(problem.from[arc])), !flow.isBeforeCut(Int(problem.to[arc])) else { continue }
            let isFree = isOpen(arc, decisions, budget)
            if isFree { cut.open.append(Int32(arc)) }
            if isFree, scale > 0, problem.cost[arc] * price < problem.capacity[arc] * scale {
                cut.costs += problem.cost[arc]
                cut.taken.append(Int32(arc))
            } else {
                cut.stays += problem.capacity[arc]
            }
        }
        return (value, cut)
    }

    /// Spends the budget on a cut, what gives most for its cost first.
    private func improve(_ answer: inout Answer, with cut: Cut, _ budget: Int) {
        var (left, spent) = (cut.stays, 0)
        for arc in cut.taken { left += problem.capacity[Int(arc)] }
        var plan: [Int32] = []
        let order = cut.open.sorted {
            let (a, b) = (Int($0), Int($1))
            return Double(problem.capacity[a]) * Double(problem.cost[b])
                > Double(problem.capacity[b]) * Double(problem.cost[a])
        }
        for arc in order where spent + problem.cost[Int(arc)] <= budget {
            spent += problem.cost[Int(arc)]
            left -= problem.capacity[Int(arc)]
            plan.append(arc)
        }
        if left < answer.upper { (answer.upper, answer.plan) = (left, plan) }
    }

    private func reduced(_ price: Int, _ scale: Int) -> (Int, Int) {
        var (a, b) = (price, scale)
        while b != 0 { (a, b) = (b, a % b) }
        var (price, scale) = (price / a, scale / a)
        while max(price, scale) > largest { (price, scale) = (price / 2, max(1, scale / 2)) }
        return (price, scale)
    }
}

extension Int {
    /// The quotient, rounded towards the larger.
    func dividedUp(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor > 0 ? quotient + 1 : quotient
    }
}
