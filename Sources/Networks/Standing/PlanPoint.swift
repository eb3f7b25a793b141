/// A plan with what it costs and what it leaves, under one or two measures; plans of parts that share nothing are joined by
/// adding.
struct PlanPoint: Sendable {
    var cost: Int
    /// What is left under the first and the second measure; the second is 0 where there is one measure.
    var left: SIMD2<Int>
    /// The arcs taken, as places in the whole network.
    var arcs: [Int]

    /// The plans of a list that no other plan of it matches in cost and in both measures, the cheapest first.
    static func best(_ points: [PlanPoint]) -> [PlanPoint] {
        var kept: [PlanPoint] = []
        var stairs = Stairs()
        let order = points.indices.sorted { points[$0].precedes(points[$1]) }
        for place in order where stairs.insert(points[place].left) { kept.append(points[place]) }
        return kept
    }

    /// All plans made of one of each list that keep to the budget, without those that another matches.
    static func joined(_ lists: [[PlanPoint]], budget: Int) -> [PlanPoint] {
        var all = [PlanPoint(cost: 0, left: .zero, arcs: [])]
        for list in lists {
            var next: [(point: PlanPoint, from: Int, with: Int)] = []
            for (from, a) in all.enumerated() {
                for (with, b) in list.enumerated() where a.cost + b.cost <= budget {
                    next.append((PlanPoint(cost: a.cost + b.cost, left: a.left &+ b.left, arcs: []), from, with))
                }
            }
            var stairs = Stairs()
            let order = next.indices.sorted { next[$0].point.precedes(next[$1].point) }
            var kept: [PlanPoint] = []
            for place in order where stairs.insert(next[place].point.left) {
                var point = next[place].point
                point.arcs = all[next[place].from].arcs + list[next[place].with].arcs
                kept.append(point)
            }
            all = kept
        }
        return all
    }

    private func precedes(_ other: PlanPoint) -> Bool {
        if cost != other.cost { return cost < other.cost }
        if left[0] != other.left[0] { return left[0] < other.left[0] }
        return left[1] < other.left[1]
    }
}

/// Pairs of numbers of which none is matched by another: ascending in the first, descending in the second.
struct Stairs {
    private(set) var steps: [SIMD2<Int>] = []

    /// Is there a step at most this in both?
    func covers(_ pair: SIMD2<Int>) -> Bool {
        let place = end(of: pair[0])
        return place > 0 && steps[place - 1][1] <= pair[1]
    }

    /// Adds a pair that no step covers; false when one does.
    mutating func insert(_ pair: SIMD2<Int>) -> Bool {
        if covers(pair) { return false }
        var begin = end(of: pair[0] - 1)
        let first = begin
        while begin < steps.count, steps[begin][1] >= pair[1] { begin += 1 }
        steps.replaceSubrange(first..<begin, with: [pair])
        return true
    }

    /// How many steps have at most this in the first.
    private func end(of first: Int) -> Int {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle][0] <= first { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
