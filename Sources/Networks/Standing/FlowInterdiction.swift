/// Which arcs of a network to take with a budget so that the least is left: exactly, with a proof.
///
///     let plans = FlowInterdiction(network)
///     let plan = try plans.plan(.flow, budget: 32)
///     plan.left       // what still flows
///     plan.isProven   // no plan within the budget leaves less
///
/// The network is cut into the parts that share nothing but source and sink. Small parts are enumerated, large ones searched
/// by branch and bound (`CutSearch` for a flow, `NeedSearch` for the optimistic form); the best plans of the parts at every
/// cost are joined. Cancelled work ends with the best plan so far and how far the proof got.
public struct FlowInterdiction: Sendable {
    /// The network.
    public let network: FlowNetwork
    let parts: [[Int]]
    /// Parts with at most this many sets within the budget are enumerated.
    static let enumerable = 50_000

    public init(_ network: FlowNetwork) {
        self.network = network
        parts = CutProblem.parts(network)
    }

    /// The best plan for a budget under one measure.
    public func plan(_ measure: FlowMeasure, budget: Int, _ work: Work = .quiet) throws(StandingError)
        -> InterdictionPlan
    {
        try check(budget)
        if parts.count == 1, sets(parts[0], budget, most: Self.enumerable / 10) == nil {
            return searched(measure, budget, work)
        }
        let (lists, explored, lower) = lists([measure], budget, work)
        let best = PlanPoint.joined(lists, budget: budget).min { ($0.left[0], $0.cost) < ($1.left[0], $1.cost) }
        return finished(best, [measure], budget, explored, lower.map { $0 })
    }

    /// The plans worth having from a budget of 0 to the given one: each leaves less than every cheaper one.
    public func front(_ measure: FlowMeasure, budget: Int, _ work: Work = .quiet) throws(StandingError)
        -> [InterdictionPlan]
    {
        try check(budget)
        let (lists, explored, lower) = lists([measure], budget, work)
        return PlanPoint.joined(lists, budget: budget)
            .map { finished($0, [measure], $0.cost, explored, lower == nil ? nil : lower) }
    }

    /// The plans within a budget that no other matches under both measures: the two-sided front, the least of the first
    /// measure first.
    public func pairs(
        _ first: FlowMeasure, _ second: FlowMeasure, budget: Int, _ work: Work = .quiet
    ) throws(StandingError) -> [InterdictionPlan] {
        try check(budget)
        let (lists, explored, lower) = lists([first, second], budget, work)
        let points = PlanPoint.joined(lists, budget: budget)
            .sorted { ($0.left[0], $0.left[1], $0.cost) < ($1.left[0], $1.left[1], $1.cost) }
        var (kept, least): ([InterdictionPlan], Int) = ([], .max)
        for point in points where point.left[1] < least {
            least = point.left[1]
            kept.append(finished(point, [first, second], budget, explored, lower))
        }
        return kept
    }

    /// What a measure counts when these arcs are taken.
    public func left(_ measure: FlowMeasure, without arcs: [Int]) -> Int {
        let taken = Set(arcs)
        return parts.reduce(0) { total, part in
            var one = PartMeasure(network, part, measure)
            return total + one.left(part.map { taken.contains($0) ? .taken : .open })
        }
    }

    private func check(_ budget: Int) throws(StandingError) {
        guard budget >= 0 else { throw .negativeBudget }
    }
}
