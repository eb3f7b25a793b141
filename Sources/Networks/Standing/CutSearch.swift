/// Wood's interdiction problem, exactly: which arcs to take with a budget so that the least can flow (Wood 1993, MFNIP).
///
/// Branch and bound: the node with the lowest bound first (`CutBound`), so that what is still open is always known; ends
/// when the lowest bound is the best plan, or when the work is cancelled, and then tells how far the proof got.
struct CutSearch {
    /// What was found.
    struct Found {
        /// What flows when the plan is carried out, and a proof that no plan leaves less than `lower`.
        var left: Int
        var lower: Int
        /// The arcs to take, as places in the problem.
        var plan: [Int]
        var cost: Int
        /// How many nodes of the tree were looked at.
        var explored: Int
    }

    /// A node of the tree: one decision more than its parent.
    private struct Branch {
        var parent: Int32
        var arc: Int32
        var isTaken: Bool
        var lower: Int
        var budget: Int
    }

    private var bound: CutBound
    private var tree: [Branch] = []
    private var open = BranchHeap()
    private var decisions: [CutBound.Decision]

    init(_ problem: CutProblem) {
        bound = CutBound(problem)
        decisions = .init(repeating: .open, count: problem.count)
    }

    /// The best plan for a budget.
    mutating func best(budget: Int, _ work: Work) -> Found {
        tree.removeAll(keepingCapacity: true)
        open = BranchHeap()
        var found = Found(left: bound.flow { _ in false }, lower: 0, plan: [], cost: 0, explored: 0)
        tree.append(Branch(parent: -1, arc: -1, isTaken: false, lower: 0, budget: budget))
        open.push(lower: 0, node: 0)
        while let (lower, node) = open.popLowest() {
            found.lower = lower
            if lower >= found.left { break }
            if found.explored % 64 == 63, !continues(work, found) { return found }
            explore(node, &found)
        }
        found.lower = found.left
        return found
    }

    private func continues(_ work: Work, _ found: Found) -> Bool {
        do { try work.step(found.explored, found.explored + open.count) } catch { return false }
        return true
    }

    private mutating func explore(_ node: Int, _ found: inout Found) {
        found.explored += 1
        let taken = decide(node)
        let budget = tree[node].budget
        let answer = bound.answer(decisions, budget: budget)
        if answer.upper < found.left {
            found.plan = taken + answer.plan.map { Int($0) }
            found.cost = found.plan.reduce(0) { $0 + bound.problem.cost[$1] }
            found.left = answer.upper
        }
        guard answer.lower < found.left, let arc = answer.branch else { return }
        for isTaken in [false, true] {
            let left = isTaken ? budget - bound.problem.cost[arc] : budget
            tree.append(
                Branch(parent: Int32(node), arc: Int32(arc), isTaken: isTaken, lower: answer.lower, budget: left))
            open.push(lower: answer.lower, node: tree.count - 1)
        }
    }

    /// Sets the decisions that lead to a node; returns the arcs taken.
    private mutating func decide(_ node: Int) -> [Int] {
        for arc in decisions.indices { decisions[arc] = .open }
        var taken: [Int] = []
        var node = node
        while tree[node].parent >= 0 {
            let branch = tree[node]
            decisions[Int(branch.arc)] = branch.isTaken ? .taken : .kept
            if branch.isTaken { taken.append(Int(branch.arc)) }
            node = Int(branch.parent)
        }
        return taken
    }
}

/// The open nodes of a search: the lowest bound first, and of those the newest.
struct BranchHeap {
    private var heap: [(lower: Int, node: Int)] = []
    var count: Int { heap.count }

    private static func isBefore(_ a: (lower: Int, node: Int), _ b: (lower: Int, node: Int)) -> Bool {
        a.lower != b.lower ? a.lower < b.lower : a.node > b.node
    }

    mutating func push(lower: Int, node: Int) {
        heap.append((lower, node))
        var place = heap.count - 1
        while place > 0, Self.isBefore(heap[place], heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popLowest() -> (lower: Int, node: Int)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if Self.isBefore(heap[child], heap[least]) { least = child }
            }
            if least == place { return first }
            heap.swapAt(place, least)
            place = least
        }
    }
}
