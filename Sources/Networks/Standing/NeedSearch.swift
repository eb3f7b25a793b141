/// The optimistic form on a part too large to enumerate: which arcs to take so that the fewest counted arcs are needed to
/// carry the largest flow that is left.
///
/// Branch and bound, the lowest bound first. Whatever plan completes the decisions, at least as much flows as `CutBound`
/// proves, and that much has to be carried by counted arcs, the largest of which give a number that no plan goes below; and
/// the tolls (`FlowToll`) give another.
struct NeedSearch {
    private var bound: CutBound
    private var tolls: CutBound
    private var marked: MarkedFlow
    private var tree: [(parent: Int32, arc: Int32, isTaken: Bool, budget: Int)] = []
    private var open = BranchHeap()
    private var decisions: [CutBound.Decision]

    init(_ problem: CutProblem, isCounted: [Bool]) {
        bound = CutBound(problem)
        tolls = CutBound(FlowToll.problem(problem, isCounted: isCounted))
        marked = MarkedFlow(problem, isCounted: isCounted)
        decisions = .init(repeating: .open, count: problem.count)
    }

    /// The best plan for a budget.
    mutating func best(budget: Int, _ work: Work) -> CutSearch.Found {
        tree = [(-1, -1, false, budget)]
        open = BranchHeap()
        open.push(lower: 0, node: 0)
        var found = CutSearch.Found(left: .max, lower: 0, plan: [], cost: 0, explored: 0)
        while let (lower, node) = open.popLowest() {
            found.lower = lower
            if lower >= found.left { break }
            if found.explored % 64 == 63, !continues(work, found) { return found }
            explore(node, lower, &found)
        }
        if marked.isExact { found.lower = found.left }
        return found
    }

    private func continues(_ work: Work, _ found: CutSearch.Found) -> Bool {
        do { try work.step(found.explored, found.explored + open.count) } catch { return false }
        return true
    }

    private mutating func explore(_ node: Int, _ known: Int, _ found: inout CutSearch.Found) {
        found.explored += 1
        let taken = decide(node)
        let budget = tree[node].budget
        let toll = tolls.answer(decisions, budget: budget)
        var lower = max(known, FlowToll.count(toll.lower))
        guard lower < found.left else { return }
        let answer = bound.answer(decisions, budget: budget)
        lower = max(lower, marked.least(carrying: answer.lower, decisions))
        guard lower < found.left else { return }
        take(taken, &found)
        take(taken + toll.plan.map { Int($0) }, &found)
        take(taken + answer.plan.map { Int($0) }, &found)
        let arc = toll.branch ?? answer.branch ?? branch(toll.plan + answer.plan, budget)
        guard lower < found.left, let arc else { return }
        for isTaken in [false, true] {
            let left = isTaken ? budget - bound.problem.cost[arc] : budget
            tree.append((Int32(node), Int32(arc), isTaken, left))
            open.push(lower: lower, node: tree.count - 1)
        }
    }

    /// The flow is settled, the number is not: the largest arc of the plan, or of those that can be paid.
    private func branch(_ plan: [Int32], _ budget: Int) -> Int? {
        let problem = bound.problem
        let payable = decisions.indices.filter { decisions[$0] == .open && problem.cost[$0] <= budget }
        return plan.map { Int($0) }.max { problem.capacity[$0] < problem.capacity[$1] }
            ?? payable.max { problem.capacity[$0] < problem.capacity[$1] }
    }

    private mutating func take(_ arcs: [Int], _ found: inout CutSearch.Found) {
        let before = decisions
        for arc in arcs { decisions[arc] = .taken }
        let need = marked.need(decisions, below: found.left)
        decisions = before
        guard let need else { return }
        let cost = arcs.reduce(0) { $0 + bound.problem.cost[$1] }
        (found.left, found.plan, found.cost) = (need, arcs, cost)
    }

    private mutating func decide(_ node: Int) -> [Int] {
        for arc in decisions.indices { decisions[arc] = .open }
        var taken: [Int] = []
        var node = node
        while tree[node].parent >= 0 {
            let (parent, arc, isTaken, _) = tree[node]
            decisions[Int(arc)] = isTaken ? .taken : .kept
            if isTaken { taken.append(Int(arc)) }
            node = Int(parent)
        }
        return taken
    }
}
