/// Every plan of a small part, evaluated: what remains are the plans that no other matches in cost and measures.
///
/// A set that costs as much as stopping everything is not looked at, so a part that hangs on one person is quick. Whole
/// branches are left out when a plan is known that costs no more and leaves no more than they could at best.
struct PlanEnumeration {
    private let arcs: [Int]
    private let cost: [Int]
    private var measures: [PartMeasure]
    private var decisions: [CutBound.Decision]
    private var taken: [Int] = []
    private var points: [PlanPoint] = []
    private(set) var explored = 0
    private(set) var isProven = true
    private let work: Work
    private let limit: Int

    /// The part of these arcs; at most `limit` sets are looked at.
    init(_ network: FlowNetwork, _ arcs: [Int], _ measures: [FlowMeasure], limit: Int = .max, _ work: Work) {
        self.arcs = arcs
        (self.limit, self.work) = (limit, work)
        cost = arcs.map { network.arcs[$0].cost ?? .max }
        self.measures = measures.map { PartMeasure(network, arcs, $0) }
        decisions = .init(repeating: .open, count: arcs.count)
    }

    /// The plans worth having with at most this budget.
    mutating func plans(budget: Int) -> [PlanPoint] {
        let order = arcs.indices.filter { cost[$0] <= budget }.sorted { cost[$0] < cost[$1] }
        var budget = budget
        for place in order where cost[place] <= budget {
            decisions[place] = .taken
            if evaluate() == .zero {
                points.append(PlanPoint(cost: cost[place], left: .zero, arcs: [arcs[place]]))
                budget = cost[place] - 1
            }
            decisions[place] = .open
        }
        extend(order, from: 0, cost: 0, budget)
        isProven = isProven && measures.allSatisfy(\.isExact)
        return PlanPoint.best(points)
    }

    /// How many sets there are within a budget, or nil when there are more than `most`.
    static func count(costs: [Int], budget: Int, most: Int) -> Int? {
        guard budget <= 100_000 else { return nil }
        var sets = [Int](repeating: 0, count: budget + 1)
        sets[0] = 1
        for cost in costs where cost <= budget {
            for spent in stride(from: budget, through: cost, by: -1) {
                sets[spent] = min(most + 1, sets[spent] + sets[spent - cost])
            }
        }
        let total = sets.reduce(0) { min(most + 1, $0 + $1) }
        return total > most ? nil : total
    }

    private mutating func evaluate() -> SIMD2<Int> {
        explored += 1
        var left = SIMD2<Int>.zero
        for place in measures.indices { left[place] = measures[place].left(decisions) }
        return left
    }

    private mutating func extend(_ order: [Int], from begin: Int, cost spent: Int, _ budget: Int) {
        guard isProven else { return }
        if explored >= limit || (explored % 256 == 255 && !continues()) { return isProven = false }
        let left = evaluate()
        points.append(PlanPoint(cost: spent, left: left, arcs: taken.map { arcs[$0] }))
        guard left != .zero else { return }
        for place in begin..<order.count {
            let arc = order[place]
            guard spent + cost[arc] <= budget else { break }
            decisions[arc] = .taken
            taken.append(arc)
            extend(order, from: place + 1, cost: spent + cost[arc], budget)
            taken.removeLast()
            decisions[arc] = .open
        }
    }

    private func continues() -> Bool {
        do { try work.step(explored, explored + 1) } catch { return false }
        return true
    }
}

/// One measure on one part.
struct PartMeasure {
    private var bound: CutBound
    private var marked: MarkedFlow?
    var isExact: Bool { marked?.isExact ?? true }

    init(_ network: FlowNetwork, _ arcs: [Int], _ measure: FlowMeasure) {
        let problem = CutProblem(network, arcs, measure.capacity)
        bound = CutBound(problem)
        guard measure == .need else { return }
        marked = MarkedFlow(problem, isCounted: arcs.map { network.arcs[$0].marks.contains(.counted) })
    }

    mutating func left(_ decisions: [CutBound.Decision]) -> Int {
        marked?.need(decisions) ?? bound.flow { decisions[$0] == .taken }
    }
}
