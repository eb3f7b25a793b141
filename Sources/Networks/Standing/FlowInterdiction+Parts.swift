extension FlowInterdiction {
    /// The plans worth having of each part at every cost; nil bounds when everything is proven.
    func lists(
        _ measures: [FlowMeasure], _ budget: Int, _ work: Work
    ) -> (lists: [[PlanPoint]], explored: Int, lower: Int?) {
        var (lists, explored, lower, isProven): ([[PlanPoint]], Int, Int, Bool) = ([], 0, 0, true)
        for part in parts {
            let list = list(part, measures, budget, work)
            lists.append(list.points)
            explored += list.explored
            lower += list.lower
            isProven = isProven && list.isProven
        }
        return (lists, explored, isProven ? nil : lower)
    }

    /// How many sets of a part's arcs a budget pays; nil when more than `most`.
    func sets(_ part: [Int], _ budget: Int, most: Int) -> Int? {
        let costs = part.compactMap { network.arcs[$0].cost }
        return PlanEnumeration.count(costs: costs, budget: min(budget, costs.reduce(0, +)), most: most)
    }

    private func list(
        _ part: [Int], _ measures: [FlowMeasure], _ budget: Int, _ work: Work
    ) -> (points: [PlanPoint], explored: Int, lower: Int, isProven: Bool) {
        let isSmall = sets(part, min(budget, stopping(part)), most: Self.enumerable) != nil
        if measures.count > 1 || isSmall {
            var all = PlanEnumeration(network, part, measures, limit: Self.limit, work)
            let points = all.plans(budget: budget)
            let least = points.map { $0.left[0] }.min() ?? 0
            return (points, all.explored, all.isProven ? least : 0, all.isProven)
        }
        return descended(part, measures[0], budget, work)
    }

    /// The least that stops everything in a part, as far as one arc does it.
    private func stopping(_ part: [Int]) -> Int {
        var bound = CutBound(CutProblem(network, part, FlowMeasure.reach.capacity))
        let costs = Set(part.compactMap { network.arcs[$0].cost })
        for cost in costs.sorted() {
            for (place, arc) in part.enumerated() where network.arcs[arc].cost == cost {
                if bound.flow(without: { $0 == place }) == 0 { return cost }
            }
        }
        return .max
    }

    /// The best plan for the budget, then for one less than it cost, and so on down to nothing.
    private func descended(
        _ part: [Int], _ measure: FlowMeasure, _ budget: Int, _ work: Work
    ) -> (points: [PlanPoint], explored: Int, lower: Int, isProven: Bool) {
        var search = PartSearch(network, part, measure)
        var (points, explored, lower, isProven): ([PlanPoint], Int, Int?, Bool) = ([], 0, nil, true)
        var budget = budget
        while budget >= 0 {
            let found = search.best(budget: budget, work)
            explored += found.explored
            lower = lower ?? found.lower
            isProven = isProven && found.lower == found.left
            points.append(PlanPoint(cost: found.cost, left: [found.left, 0], arcs: found.plan.map { part[$0] }))
            budget = found.cost - 1
        }
        return (PlanPoint.best(points), explored, lower ?? 0, isProven)
    }

    /// One part alone: no list of plans is needed.
    func searched(_ measure: FlowMeasure, _ budget: Int, _ work: Work) -> InterdictionPlan {
        var search = PartSearch(network, parts[0], measure)
        let found = search.best(budget: budget, work)
        let point = PlanPoint(cost: found.cost, left: [found.left, 0], arcs: found.plan.map { parts[0][$0] })
        return finished(point, [measure], budget, found.explored, found.lower == found.left ? nil : found.lower)
    }

    /// A plan with what it is measured against; `lower` is nil when it is proven.
    func finished(
        _ point: PlanPoint?, _ measures: [FlowMeasure], _ budget: Int, _ explored: Int, _ lower: Int?
    ) -> InterdictionPlan {
        let point = point ?? PlanPoint(cost: 0, left: .zero, arcs: [])
        var left = measures.indices.map { point.left[$0] }
        if lower != nil { left = measures.map { self.left($0, without: point.arcs) } }
        return InterdictionPlan(
            budget: budget, cost: point.cost, arcs: point.arcs.sorted(), left: left,
            lower: lower.map { min($0, left[0]) } ?? left[0], isProven: lower == nil || lower == left[0],
            before: measures.map { self.left($0, without: []) }, explored: explored)
    }

    private static var limit: Int { 5_000_000 }
}

/// The search that fits a measure.
private enum PartSearch {
    case cut(CutSearch)
    case need(NeedSearch)

    init(_ network: FlowNetwork, _ part: [Int], _ measure: FlowMeasure) {
        let problem = CutProblem(network, part, measure.capacity)
        self =
            measure == .need
            ? .need(NeedSearch(problem, isCounted: part.map { network.arcs[$0].marks.contains(.counted) }))
            : .cut(CutSearch(problem))
    }

    mutating func best(budget: Int, _ work: Work) -> CutSearch.Found {
        switch self {
        case .cut(var search):
            let found = search.best(budget: budget, work)
            self = .cut(search)
            return found
        case .need(var search):
            let found = search.best(budget: budget, work)
            self = .need(search)
            return found
        }
    }
}
