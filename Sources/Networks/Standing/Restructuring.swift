/// A way that a network opens when something has been taken from it: another recruiter, another road, another account.
public struct Replacement: Sendable, Equatable {
    /// Where it leads.
    public var from: Int, to: Int
    /// How much it can carry.
    public var capacity: Int
    /// It opens only when one of these arcs has been taken; empty: it can always be opened.
    public var standsFor: Set<Int>

    /// A replacement.
    public init(_ from: Int, _ to: Int, capacity: Int, standsFor: Set<Int> = []) {
        (self.from, self.to, self.capacity, self.standsFor) = (from, to, capacity, standsFor)
    }
}

/// Interdiction of a network that answers: after the plan it opens the replacements that let most flow (Kosmas et al. 2022
/// have the model). A network that can replace a recruiter is hardly hurt, and this says so.
public struct Restructuring: Sendable {
    /// The network before, and with all replacements as arcs that nobody can take.
    public let network: FlowNetwork, whole: FlowNetwork
    /// The replacements.
    public let replacements: [Replacement]
    /// How many the network can open at most; nil when all.
    public let limit: Int?

    /// A network with its replacements.
    public init(_ network: FlowNetwork, _ replacements: [Replacement], limit: Int? = nil) throws(StandingError) {
        (self.network, self.replacements, self.limit) = (network, replacements, limit)
        let arcs = replacements.map { FlowNetwork.Arc($0.from, $0.to, capacity: $0.capacity) }
        whole = try FlowNetwork(
            nodes: network.nodeCount, source: network.source, sink: network.sink, arcs: network.arcs + arcs)
    }

    /// What flows when these arcs are taken and the network has answered.
    public func left(without arcs: [Int]) -> Int {
        var search = RestructuringSearch(self)
        return search.answered(Set(arcs))
    }

    /// The plan after whose answer the least flows. `explored` counts the nodes of the tree.
    public func plan(budget: Int, _ work: Work = .quiet) throws(StandingError) -> InterdictionPlan {
        guard budget >= 0 else { throw .negativeBudget }
        var search = RestructuringSearch(self)
        return search.best(budget: budget, work)
    }
}

/// Branch and bound over what is taken: whatever completes a plan, at least the replacements that are open already are open.
struct RestructuringSearch {
    private let asked: Restructuring
    private var bound: CutBound
    private var decisions: [CutBound.Decision]
    private let own: Int
    private var tree: [(parent: Int, arc: Int, isTaken: Bool, budget: Int)] = []

    init(_ asked: Restructuring) {
        self.asked = asked
        let arcs = Array(asked.whole.arcs.indices)
        bound = CutBound(CutProblem(asked.whole, arcs) { $0.capacity })
        own = asked.network.arcs.count
        decisions = .init(repeating: .open, count: arcs.count)
    }

    /// What flows after the network's best answer.
    mutating func answered(_ taken: Set<Int>) -> Int {
        let open = opened(by: taken)
        let most = asked.limit ?? open.count
        guard open.count > most else { return flow(taken, open) }
        var best = 0
        choose(taken, open[...], [], most, &best)
        return best
    }

    private func opened(by taken: Set<Int>) -> [Int] {
        asked.replacements.indices.filter { place in
            let cause = asked.replacements[place].standsFor
            return cause.isEmpty || !cause.isDisjoint(with: taken)
        }
    }

    private mutating func flow(_ taken: Set<Int>, _ open: [Int]) -> Int {
        let open = Set(open)
        return bound.flow { [own] arc in arc < own ? taken.contains(arc) : !open.contains(arc - own) }
    }

    private mutating func choose(
        _ taken: Set<Int>, _ rest: ArraySlice<Int>, _ chosen: [Int], _ most: Int, _ best: inout Int
    ) {
        if chosen.count == most || rest.isEmpty {
            best = max(best, flow(taken, chosen))
            return
        }
        guard let first = rest.first, flow(taken, chosen + rest) > best else { return }
        choose(taken, rest.dropFirst(), chosen + [first], most, &best)
        choose(taken, rest.dropFirst(), chosen, most, &best)
    }

    mutating func best(budget: Int, _ work: Work) -> InterdictionPlan {
        let before = answered([])
        var plan = InterdictionPlan(
            budget: budget, cost: 0, arcs: [], left: [before], lower: 0, isProven: false, before: [before], explored: 0)
        var open = BranchHeap()
        tree = [(-1, -1, false, budget)]
        open.push(lower: 0, node: 0)
        while let (lower, node) = open.popLowest() {
            plan.lower = lower
            if lower >= plan.left[0] { break }
            if plan.explored % 64 == 63 {
                do { try work.step(plan.explored, plan.explored + open.count) } catch { return plan }
            }
            plan.explored += 1
            guard let (bound, arc) = explore(node, &plan), max(bound, lower) < plan.left[0] else { continue }
            for isTaken in [false, true] {
                let left = tree[node].budget - (isTaken ? asked.network.arcs[arc].cost ?? 0 : 0)
                tree.append((node, arc, isTaken, left))
                open.push(lower: max(bound, lower), node: tree.count - 1)
            }
        }
        (plan.lower, plan.isProven) = (plan.left[0], true)
        return plan
    }

    /// Tries the plans of a node; gives its bound and where to decide next, nil when all is decided.
    private mutating func explore(_ node: Int, _ plan: inout InterdictionPlan) -> (lower: Int, arc: Int)? {
        for arc in decisions.indices { decisions[arc] = .open }
        var (taken, place): ([Int], Int) = ([], node)
        while tree[place].parent >= 0 {
            decisions[tree[place].arc] = tree[place].isTaken ? .taken : .kept
            if tree[place].isTaken { taken.append(tree[place].arc) }
            place = tree[place].parent
        }
        let open = opened(by: Set(taken))
        let isOpen = Set(open.count <= asked.limit ?? .max ? open : [])
        for place in asked.replacements.indices where !isOpen.contains(place) { decisions[own + place] = .taken }
        let budget = tree[node].budget
        let answer = bound.answer(decisions, budget: budget)
        guard answer.lower < plan.left[0] else { return nil }
        for arcs in [taken, taken + answer.plan.map { Int($0) }] {
            let left = answered(Set(arcs))
            guard left < plan.left[0] else { continue }
            (plan.left, plan.arcs) = ([left], arcs.sorted())
            plan.cost = arcs.reduce(0) { $0 + (asked.network.arcs[$1].cost ?? 0) }
        }
        let payable = (0..<own).first { arc in
            decisions[arc] == .open && (asked.network.arcs[arc].cost.map { $0 <= budget } ?? false)
        }
        return (answer.branch ?? answer.plan.first.map { Int($0) } ?? payable).map { (answer.lower, $0) }
    }
}
