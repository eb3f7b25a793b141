/// What carrying costs at least, in counted arcs: the bound of the optimistic form.
///
/// A unit of flow through a counted arc of capacity u uses 1/u of it. The toll of an arc is the least that a flow uses which
/// fills this arc alone (a smallest-cost flow up to it and on from it). The arcs of a smallest cut are full in every largest
/// flow, and every unit crosses the cut once, so no largest flow needs fewer counted arcs than the tolls of the cut add up
/// to; and that sum is never less than the smallest cut measured in tolls. So the optimistic form is at least Wood's problem
/// with tolls for capacities.
struct FlowToll {
    /// One counted arc.
    static let unit = 720_720

    private let problem: CutProblem
    private let lengths: [Double]
    private let leaving: [[Int32]]

    /// The problem with tolls for capacities.
    static func problem(_ problem: CutProblem, isCounted: [Bool]) -> CutProblem {
        var copy = problem
        let toll = FlowToll(problem, isCounted)
        let most = Double(isCounted.count { $0 } + 1)
        copy.capacity = problem.capacity.indices.map { arc in
            problem.capacity[arc] == 0 ? 0 : Int(Double(unit) * min(most, toll.filling(arc)) + 1e-6)
        }
        return copy
    }

    /// The number of counted arcs that a sum of tolls proves.
    static func count(_ toll: Int) -> Int { (toll - unit / 10_000).dividedUp(by: unit) }

    private init(_ problem: CutProblem, _ isCounted: [Bool]) {
        self.problem = problem
        lengths = isCounted.indices.map {
            isCounted[$0] && problem.capacity[$0] > 0 ? 1 / Double(problem.capacity[$0]) : 0
        }
        var leaving = [[Int32]](repeating: [], count: problem.nodes)
        for arc in lengths.indices {
            leaving[Int(problem.from[arc])].append(Int32(2 * arc))
            leaving[Int(problem.to[arc])].append(Int32(2 * arc + 1))
        }
        self.leaving = leaving
    }

    private func filling(_ arc: Int) -> Double {
        let wanted = problem.capacity[arc]
        return cheapest(wanted, from: problem.source, to: Int(problem.from[arc])) + lengths[arc] * Double(wanted)
            + cheapest(wanted, from: Int(problem.to[arc]), to: problem.sink)
    }

    /// The least that sending this much uses; infinite when it cannot be sent.
    private func cheapest(_ wanted: Int, from start: Int, to end: Int) -> Double {
        guard start != end else { return 0 }
        var left = problem.capacity.flatMap { [$0, 0] }
        var (sent, cost) = (0, 0.0)
        while sent < wanted {
            guard let way = way(left, start, end) else { return .infinity }
            let most = min(wanted - sent, way.edges.map { left[$0] }.min() ?? 0)
            for edge in way.edges {
                left[edge] -= most
                left[edge ^ 1] += most
            }
            sent += most
            cost += way.length * Double(most)
        }
        return cost
    }

    /// The shortest way through what is left (Bellman and Ford, with a queue).
    private func way(_ left: [Int], _ start: Int, _ end: Int) -> (length: Double, edges: [Int])? {
        var distance = [Double](repeating: .infinity, count: problem.nodes)
        var by = [Int](repeating: -1, count: problem.nodes)
        var isQueued = [Bool](repeating: false, count: problem.nodes)
        var queue = [start]
        distance[start] = 0
        var place = 0
        while place < queue.count {
            let node = queue[place]
            place += 1
            isQueued[node] = false
            for edge in leaving[node].lazy.map({ Int($0) }) where left[edge] > 0 {
                let isBack = edge & 1 == 1
                let next = Int(isBack ? problem.from[edge / 2] : problem.to[edge / 2])
                let length = distance[node] + (isBack ? -lengths[edge / 2] : lengths[edge / 2])
                guard length < distance[next] - 1e-12 else { continue }
                (distance[next], by[next]) = (length, edge)
                if !isQueued[next] { queue.append(next) }
                isQueued[next] = true
            }
        }
        guard distance[end] < .infinity else { return nil }
        var (edges, node): ([Int], Int) = ([], end)
        while node != start {
            edges.append(by[node])
            node = Int(by[node] & 1 == 1 ? problem.to[by[node] / 2] : problem.from[by[node] / 2])
        }
        return (distance[end], edges)
    }
}
