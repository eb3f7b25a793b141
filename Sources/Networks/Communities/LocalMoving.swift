/// Moves nodes to the neighbouring community that gains most, until none gains (the queue of Traag, Waltman and van Eck 2019).
enum LocalMoving {
    /// Improves a partition; communities are numbered below the number of nodes.
    static func run(_ level: LevelGraph, _ community: inout [UInt32], _ resolution: Double, _ bits: inout SeededBits) {
        let count = level.count
        guard count > 1, level.total > 0 else { return }
        var all = [Double](repeating: 0, count: count)
        var members = [UInt32](repeating: 0, count: count)
        for node in 0..<count {
            all[Int(community[node])] += level.strength[node]
            members[Int(community[node])] += 1
        }
        var free = (0..<count).filter { members[$0] == 0 }.map { UInt32($0) }
        var queue = (0..<count).map { UInt32($0) }
        bits.shuffle(&queue)
        var isQueued = [Bool](repeating: true, count: count)
        var gathered = Gathering(count: count)
        var head = 0
        var waiting = count
        let factor = resolution / level.total
        while waiting > 0 {
            let node = Int(queue[head])
            head = head + 1 == count ? 0 : head + 1
            waiting -= 1
            isQueued[node] = false
            let own = community[node]
            let strength = level.strength[node]
            let (best, gain, kept) = choice(level, node, community, &gathered, all, own, factor)
            var chosen = best
            // By itself, where it loses by staying and by going.
            if max(gain, kept) < 0, members[Int(own)] > 1, let empty = free.last {
                chosen = empty
            } else if gain <= kept {
                continue
            }
            if chosen == free.last { free.removeLast() }
            all[Int(own)] -= strength
            all[Int(chosen)] += strength
            members[Int(own)] -= 1
            members[Int(chosen)] += 1
            if members[Int(own)] == 0 { free.append(own) }
            community[node] = chosen
            for place in Int(level.offsets[node])..<Int(level.offsets[node + 1]) {
                let target = Int(level.targets[place])
                guard !isQueued[target], community[target] != chosen else { continue }
                isQueued[target] = true
                let tail = head + waiting
                queue[tail >= count ? tail - count : tail] = UInt32(truncatingIfNeeded: target)
                waiting += 1
            }
        }
    }

    /// The best other community and its gain, and the gain of staying; all against being by itself.
    @inline(__always)
    private static func choice(
        _ level: LevelGraph, _ node: Int, _ community: [UInt32], _ gathered: inout Gathering, _ all: [Double],
        _ own: UInt32,
        _ factor: Double
    ) -> (best: UInt32, gain: Double, kept: Double) {
        let strength = level.strength[node] * factor
        var best = own
        var gain = -Double.infinity
        var kept = -strength * (all[Int(own)] - level.strength[node])
        gathered.add(level, node, community)
        gathered.take { other, weight in
            if other == own {
                kept += weight
            } else {
                let value = weight - strength * all[Int(other)]
                if value > gain { (best, gain) = (other, value) }
            }
        }
        // A gain must be one, not the last bit of a sum.
        return (best, gain - 1e-12 * abs(gain), kept)
    }
}
