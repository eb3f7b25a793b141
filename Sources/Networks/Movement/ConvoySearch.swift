/// Looks for convoys: grows sets of entities one by one, as long as enough stops are left at which all were together.
struct ConvoySearch {
    private let members: Int
    private let cells: Int
    /// For each entity those with a greater number whom it met in enough cells, ascending, and where.
    private var met: [UInt32: [(other: UInt32, stops: [Convoy.Stop])]] = [:]
    private var stopsOf: [UInt64: [Convoy.Stop]] = [:]
    private var found: [Convoy] = []

    init(_ colocation: Colocation, members: Int, cells: Int) {
        (self.members, self.cells) = (members, cells)
        var first = 0
        let meetings = colocation.meetings
        while first < meetings.count {
            var last = first
            while last < meetings.count, meetings[last].pair == meetings[first].pair { last += 1 }
            let stops = meetings[first..<last].map { Convoy.Stop(cell: $0.cell, time: $0.time, end: $0.end) }
            let pair = colocation.pairs[meetings[first].pair]
            if Self.cells(stops) >= cells {
                met[pair.first, default: []].append((pair.second, stops))
                stopsOf[pairKey(pair.first, pair.second)] = stops
            }
            first = last
        }
        for entity in met.keys { met[entity]?.sort { $0.other < $1.other } }
    }

    private static func cells(_ stops: [Convoy.Stop]) -> Int { Set(stops.map(\.cell)).count }

    mutating func run(_ work: Work) throws(CancellationError) -> [Convoy] {
        let beginnings = met.keys.sorted()
        for (number, entity) in beginnings.enumerated() {
            try work.step(number, beginnings.count)
            for (other, stops) in met[entity] ?? [] { try grow([entity, other], stops, work) }
        }
        return maximal().sorted { ($1.members.count, $1.cells) < ($0.members.count, $0.cells) }
    }

    private mutating func grow(
        _ set: [UInt32], _ stops: [Convoy.Stop], _ work: Work
    ) throws(CancellationError) {
        try work.step(0, 0)
        var isGrown = false
        for (other, _) in met[set[0]] ?? [] where other > set[set.count - 1] {
            guard let left = together(set, stops, other) else { continue }
            if left == stops { isGrown = true }
            try grow(set + [other], left, work)
        }
        if !isGrown, set.count >= members { found.append(Convoy(members: set, stops: stops)) }
    }

    /// The stops at which another one was together with all; nil when they are in too few cells.
    private func together(_ set: [UInt32], _ stops: [Convoy.Stop], _ other: UInt32) -> [Convoy.Stop]? {
        var left = stops
        for member in set {
            guard let theirs = stopsOf[pairKey(member, other)] else { return nil }
            left = left.compactMap { stop in
                guard
                    let same = theirs.first(where: {
                        $0.cell == stop.cell && $0.time <= stop.end && $0.end >= stop.time
                    })
                else { return nil }
                return Convoy.Stop(cell: stop.cell, time: min(stop.time, same.time), end: max(stop.end, same.end))
            }
            guard Self.cells(left) >= cells else { return nil }
        }
        return left
    }

    /// Those that are no part of another.
    private func maximal() -> [Convoy] {
        let sets = found.map { Set($0.members) }
        var containing: [UInt32: [Int]] = [:]
        for (number, set) in sets.enumerated() { for member in set { containing[member, default: []].append(number) } }
        return found.indices.filter { number in
            let others = containing[found[number].members[0]] ?? []
            return !others.contains { sets[$0].count > sets[number].count && sets[$0].isSuperset(of: sets[number]) }
        }.map { found[$0] }
    }
}
