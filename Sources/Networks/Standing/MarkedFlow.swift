/// The fewest counted arcs with which a network carries its largest flow: the inner problem of the optimistic form.
///
/// Choosing arcs is exact: the arcs with the largest capacities first; a choice is given up when even the largest of what
/// is left cannot bring the flow with fewer arcs than the best, or when what is left cannot bring it at all.
struct MarkedFlow {
    let problem: CutProblem
    let isCounted: [Bool]
    private var flow: MaxFlow
    /// Made when first asked for: most choices are settled without.
    private lazy var tolls = CutBound(FlowToll.problem(problem, isCounted: isCounted))
    private var capacity: [Int]
    /// The counted arcs, the largest first.
    private let counted: [Int]
    /// False once a choice was too large to be made exactly: numbers are then no longer proven to be the fewest.
    private(set) var isExact = true
    private var runs = 0
    private static let runLimit = 300_000

    init(_ problem: CutProblem, isCounted: [Bool]) {
        (self.problem, self.isCounted) = (problem, isCounted)
        flow = problem.flow
        capacity = problem.capacity
        counted = isCounted.indices.filter { isCounted[$0] && problem.capacity[$0] > 0 }
            .sorted { problem.capacity[$0] > problem.capacity[$1] }
    }

    /// The fewest counted arcs that carry the largest flow without the taken arcs; nil when they are `limit` or more.
    mutating func need(_ decisions: [CutBound.Decision], below limit: Int = .max) -> Int? {
        open(decisions, counted: true)
        let wanted = flow.run(capacity)
        guard wanted > 0 else { return limit > 0 ? 0 : nil }
        let useful = useful(decisions)
        open(decisions, counted: false)
        var (carried, count) = (flow.run(capacity), 0)
        for arc in useful where carried < wanted {
            carried += arc.most
            capacity[arc.arc] = problem.capacity[arc.arc]
            count += 1
        }
        guard count < limit else { return nil }
        if flow.run(capacity) == wanted { return count }
        let least = max(count, FlowToll.count(tolls.flow { decisions[$0] == .taken }))
        guard least < limit else { return nil }
        var best = leanest(wanted, useful)
        if best > least {
            for arc in useful { capacity[arc.arc] = 0 }
            best = min(best, limit)
            choose(from: 0, chosen: 0, wanted, useful, least, &best)
        }
        return best < limit ? best : nil
    }

    /// A number that no choice of counted arcs goes below when it has to carry this much; quick, not always reached.
    mutating func least(carrying wanted: Int, _ decisions: [CutBound.Decision]) -> Int {
        guard wanted > 0 else { return 0 }
        open(decisions, counted: false)
        var (carried, count) = (flow.run(capacity), 0)
        for arc in counted where decisions[arc] != .taken && carried < wanted {
            carried += problem.capacity[arc]
            count += 1
        }
        return count
    }

    /// Leaves out what can be left out, the smallest first: not always the fewest.
    private mutating func leanest(_ wanted: Int, _ useful: [(arc: Int, most: Int)]) -> Int {
        for arc in useful { capacity[arc.arc] = problem.capacity[arc.arc] }
        _ = flow.run(capacity)
        var kept = useful.map(\.arc).filter { flow.carried(by: $0) > 0 }
        for arc in useful { capacity[arc.arc] = 0 }
        for arc in kept { capacity[arc] = problem.capacity[arc] }
        for arc in kept.reversed() {
            capacity[arc] = 0
            if flow.run(capacity) < wanted {
                capacity[arc] = problem.capacity[arc]
            } else {
                kept.removeAll { $0 == arc }
            }
        }
        return kept.count
    }

    private mutating func open(_ decisions: [CutBound.Decision], counted isOpen: Bool) {
        for arc in capacity.indices {
            capacity[arc] = decisions[arc] == .taken || (isCounted[arc] && !isOpen) ? 0 : problem.capacity[arc]
        }
    }

    /// The open counted arcs that can carry something, with the most that each can: what enters its beginning and leaves its
    /// end; those that can carry most first.
    private func useful(_ decisions: [CutBound.Decision]) -> [(arc: Int, most: Int)] {
        var (entering, leaving) = ([Int](repeating: 0, count: problem.nodes), [Int](repeating: 0, count: problem.nodes))
        (entering[problem.source], leaving[problem.sink]) = (.max / 4, .max / 4)
        for arc in 0..<problem.count where decisions[arc] != .taken {
            entering[Int(problem.to[arc])] += problem.capacity[arc]
            leaving[Int(problem.from[arc])] += problem.capacity[arc]
        }
        return counted.filter { decisions[$0] != .taken }.map { arc in
            let ends = min(entering[Int(problem.from[arc])], leaving[Int(problem.to[arc])])
            return (arc, min(problem.capacity[arc], ends))
        }
        .filter { $0.most > 0 }.sorted { $0.most > $1.most }
    }

    /// Arcs before `place` are decided: chosen ones have their capacity, others none.
    private mutating func choose(
        from place: Int, chosen: Int, _ wanted: Int, _ useful: [(arc: Int, most: Int)], _ least: Int,
        _ best: inout Int
    ) {
        guard best > least else { return }
        guard runs < Self.runLimit else { return isExact = false }
        runs += 1
        var (carried, count) = (flow.run(capacity), chosen)
        if carried >= wanted {
            best = min(best, chosen)
            return
        }
        for next in useful[place...] where carried < wanted {
            carried += next.most
            count += 1
        }
        guard carried >= wanted, count < best else { return }
        for next in useful[place...] { capacity[next.arc] = problem.capacity[next.arc] }
        let all = flow.run(capacity)
        for next in useful[place...] { capacity[next.arc] = 0 }
        guard all >= wanted else { return }
        capacity[useful[place].arc] = problem.capacity[useful[place].arc]
        choose(from: place + 1, chosen: chosen + 1, wanted, useful, least, &best)
        capacity[useful[place].arc] = 0
        choose(from: place + 1, chosen: chosen, wanted, useful, least, &best)
    }
}
