import Networks
import Testing

@Suite("Who was where somebody else was")
struct ColocationProperties {
    static func random(_ seed: UInt64, most: Int = 60) -> Sightings {
        var draw = Draws(seed)
        let (entities, cells, count) = (2 + draw.below(6), 1 + draw.below(4), draw.below(most))
        var columns: (entity: [UInt32], cell: [UInt32], time: [Int64]) = ([], [], [])
        for _ in 0..<count {
            columns.entity.append(UInt32(draw.below(entities)))
            columns.cell.append(UInt32(draw.below(cells)))
            columns.time.append(Int64(draw.below(200)))
        }
        return Sightings(
            entities: entities, cells: cells, entity: columns.entity, cell: columns.cell, time: columns.time)
    }

    struct Seen: Hashable {
        var meetings: [[Int64]] = []
        var sightings = 0
    }

    /// Every two sightings against each other.
    static func tried(_ sightings: Sightings, _ options: ColocationOptions) -> [[UInt32]: Seen] {
        var pairs: [[UInt32]: Seen] = [:]
        for now in 0..<sightings.count {
            for then in (0..<now).reversed() {
                let (one, other) = (sightings.entity[then], sightings.entity[now])
                guard one != other, sightings.cell[then] == sightings.cell[now] else { continue }
                guard sightings.time[now] - sightings.time[then] <= options.window else { continue }
                guard options.cells?.contains(sightings.cell[now]) ?? true else { continue }
                var seen = pairs[[min(one, other), max(one, other)]] ?? Seen()
                seen.sightings += 1
                let cell = Int64(sightings.cell[now])
                if let last = seen.meetings.last, last[0] == cell, sightings.time[then] <= last[2] + options.window {
                    seen.meetings[seen.meetings.count - 1][1] = min(last[1], sightings.time[then])
                    seen.meetings[seen.meetings.count - 1][2] = sightings.time[now]
                } else {
                    seen.meetings.append([cell, sightings.time[then], sightings.time[now]])
                }
                pairs[[min(one, other), max(one, other)]] = seen
            }
        }
        return pairs.filter { $0.value.meetings.count >= options.least }
    }

    @Test("all pairs and all their meetings are found, and nothing else; held or sieved")
    func exact() throws {
        var total = 0
        for seed in 0..<400 as Range<UInt64> {
            var draw = Draws(seed &+ 77)
            let sightings = Self.random(seed)
            var options = ColocationOptions()
            options.window = Int64(draw.below(40))
            options.least = 1 + draw.below(3)
            if draw.below(4) == 0 { options.cells = [0, 2] }
            let expected = Self.tried(sightings, options)
            let room = seed % 40 == 0 ? 5 : 1 << 20
            let colocation = try Colocation(options, room: room) { body in
                for index in 0..<sightings.count {
                    try body(sightings.entity[index], sightings.cell[index], sightings.time[index])
                }
            }
            var found: [[UInt32]: Seen] = [:]
            for (place, pair) in colocation.pairs.enumerated() {
                let own = colocation.meetings.filter { $0.pair == place }
                #expect(pair.meetings == own.count && pair.cells == Set(own.map(\.cell)).count)
                #expect(pair.weight > 0 && pair.weight <= Double(pair.meetings) && pair.chance <= 0)
                found[[pair.first, pair.second]] = Seen(
                    meetings: own.map { [Int64($0.cell), $0.time, $0.end] }, sightings: pair.sightings)
            }
            #expect(found == expected, "seed \(seed)")
            #expect(try Colocation(sightings, options).pairs == colocation.pairs, "seed \(seed)")
            total += found.count
        }
        #expect(total > 500)
    }

    @Test(
        "a convoy is every set in which any two met in enough of the same cells, at overlapping times, and is no part of another"
    )
    func convoys() throws {
        var total = 0
        for seed in 0..<200 as Range<UInt64> {
            var options = ColocationOptions()
            (options.window, options.least) = (30, 1)
            let colocation = try Colocation(Self.random(seed), options)
            let found = try colocation.convoys(members: 3, cells: 2)
            for convoy in found {
                #expect(convoy.cells >= 2 && convoy.members == convoy.members.sorted())
                for (place, one) in convoy.members.enumerated() {
                    for other in convoy.members[(place + 1)...] {
                        let pair = try #require(
                            colocation.pairs.firstIndex { $0.first == one && $0.second == other }, "seed \(seed)")
                        let own = colocation.meetings.filter { $0.pair == pair }
                        for stop in convoy.stops {
                            #expect(own.contains { $0.cell == stop.cell && $0.time >= stop.time && $0.end <= stop.end })
                        }
                    }
                }
                #expect(!found.contains { $0 != convoy && Set($0.members).isStrictSuperset(of: convoy.members) })
            }
            total += found.count
        }
        #expect(total > 50)
    }

    @Test(
        "three who drive through four cells together are one convoy, and share three journeys; one who stays behind is not"
    )
    func drive() throws {
        var columns: (entity: [UInt32], cell: [UInt32], time: [Int64]) = ([], [], [])
        for cell in 0..<4 {
            for (entity, delay) in [(5, 0), (6, 60_000), (7, 120_000), (8, cell < 2 ? 30_000 : 9_000_000)] {
                columns.entity.append(UInt32(entity))
                columns.cell.append(UInt32(cell))
                columns.time.append(Int64(cell) * 3_600_000 + Int64(delay))
            }
        }
        let colocation = try Colocation(
            Sightings(entities: 9, cells: 4, entity: columns.entity, cell: columns.cell, time: columns.time))
        #expect(colocation.pairs.count == 3)
        #expect(try colocation.convoys().map(\.members) == [[5, 6, 7]])
        #expect(colocation.journeys(cells: 4).count == 3)
        #expect(colocation.journeys(cells: 4, pause: 1_000_000).isEmpty)
    }

    @Test("sightings that come out of order are refused, and work that is stopped ends")
    func refused() throws {
        #expect(throws: MovementError.notInOrder(sighting: 2)) {
            try Colocation(ColocationOptions()) { body in
                try body(0, 0, 10)
                try body(1, 0, 5)
            }
        }
        let stopped = Work { _, _ throws(CancellationError) in throw CancellationError() }
        #expect(throws: CancellationError.self) { try Colocation(Self.random(1), work: stopped) }
    }
}
