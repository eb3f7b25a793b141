/// Parts communities into what hangs together well: each node that is still alone joins the part of its own community that gains
/// most, if both are well connected to the rest of it (Traag, Waltman and van Eck 2019).
enum Refinement {
    /// The part of each node; a part lies within one community.
    static func parts(
        _ level: LevelGraph, _ community: [UInt32], _ resolution: Double, _ bits: inout SeededBits
    ) -> [UInt32] {
        let count = level.count
        var part = (0..<count).map { UInt32($0) }
        guard level.total > 0 else { return part }
        let factor = resolution / level.total
        var whole = [Double](repeating: 0, count: count)
        for node in 0..<count { whole[Int(community[node])] += level.strength[node] }
        // Of each part: the weight of its links, of those into the rest of its community, and whether it is one node.
        var strength = level.strength
        var outward = [Double](repeating: 0, count: count)
        for node in 0..<count { outward[node] = linked(level, node, community) }
        var isAlone = [Bool](repeating: true, count: count)
        var order = (0..<count).map { UInt32($0) }
        bits.shuffle(&order)
        var gathered = Gathering(count: count)
        for index in order where isAlone[Int(index)] {
            let node = Int(index)
            let all = whole[Int(community[node])]
            let own = level.strength[node]
            guard outward[node] >= own * (all - own) * factor, outward[node] > 0 else { continue }
            var (best, gain, joined) = (part[node], 0.0, 0.0)
            gathered.add(level, node, part)
            gathered.take { other, weight in
                let value = weight - own * strength[Int(other)] * factor
                guard value > gain, community[Int(other)] == community[node], other != part[node],
                    outward[Int(other)] >= strength[Int(other)] * (all - strength[Int(other)]) * factor
                else { return }
                (best, gain, joined) = (other, value, weight)
            }
            guard best != part[node] else { continue }
            part[node] = best
            strength[Int(best)] += own
            outward[Int(best)] += outward[node] - 2 * joined
            (isAlone[node], isAlone[Int(best)]) = (false, false)
        }
        return part
    }

    private static func linked(_ level: LevelGraph, _ node: Int, _ community: [UInt32]) -> Double {
        var sum = 0.0
        for place in Int(level.offsets[node])..<Int(level.offsets[node + 1])
        where community[Int(level.targets[place])] == community[node] {
            sum += level.weights?[place] ?? 1
        }
        return sum
    }
}
