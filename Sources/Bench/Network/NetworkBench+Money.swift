import Networks

/// Money and movement on `tx1m.csv` and `sight1m.csv`.
extension NetworkBench {
    static let moneyTasks: [String: Task] = [
        "cycles": { words in
            let all = try transfers(words[0])
            var options = TypologyOptions()
            options.lengths = 3...(words.count > 1 ? Int(words[1]) ?? 3 : 3)
            (options.cycleWindow, options.kept, options.grown) = (86_400_000, 0.9, 0)
            let (counted, cost) = try cost { try CycleCount(all, options).counts }
            return [cost, ("cycles", Double(counted.values.reduce(0, +))), ("threes", Double(counted[3] ?? 0))]
        },
        "trace": { words in
            let all = try transfers(words[0])
            let busiest = busiest(all)
            let (trace, cost) = try cost { try Trace(all, TraceRequest(account: busiest, steps: 6)) }
            return [cost, ("flows", Double(trace.flows.count)), ("total", Double(trace.total))]
        },
        "typologies": { words in
            let all = try transfers(words[0])
            let (hits, cost) = try cost { try Typologies(all).hits }
            return [cost, ("hits", Double(hits.count))]
        },
        "colocation": { words in
            let wanted = NamedSightings.wanted(entity: nil, cell: nil, time: nil)
            let columns = try Columns(source(words[0]), wanted)
            let (found, cost) = try cost {
                try Colocation(
                    Sightings(
                        entities: columns.tables[0].count, cells: columns.tables[1].count, entity: columns.codes[0],
                        cell: columns.codes[1], time: columns.values[2]))
            }
            return [cost, ("pairs", Double(found.pairs.count))]
        },
        "sightings": { words in
            let count = words.isEmpty ? 100_000_000 : Int(words[0]) ?? 0
            let (found, cost) = try cost { try Colocation(ColocationOptions(), replay: drawn(count)) }
            return [cost, ("sightings", Double(count)), ("pairs", Double(found.pairs.count))]
        },
    ]

    private static func transfers(_ path: String) throws -> Transfers {
        let wanted = NamedTransfers.wanted(
            from: "src", to: "dst", time: "ts", amount: "amount", currency: nil, device: nil)
        return NamedTransfers(try Columns(source(path), wanted)).transfers
    }

    /// The account with most payments.
    private static func busiest(_ all: Transfers) -> Int {
        var counts = [Int](repeating: 0, count: all.accounts)
        for account in all.from { counts[Int(account)] += 1 }
        return counts.indices.max { counts[$0] < counts[$1] } ?? 0
    }

    /// Sightings that are drawn as they are asked for, in the order of time, the same each time: two million entities, two hundred
    /// thousand cells, thirty days; and a hundred pairs who go side by side once an hour.
    private static func drawn(_ count: Int) -> Colocation.Replay {
        { body in
            var draw = SeededBits(seed: 5)
            let span = 30 * 86_400_000
            for index in 0..<count {
                let time = Int64(Double(index) / Double(count) * Double(span))
                if index % 1_000_000 < 200 {
                    let pair = UInt32(index % 1_000_000 / 2)
                    let cell = UInt32((index / 1_000_000 * 7919 + Int(pair) * 104_729) % 200_000)
                    try body(pair * 2 + UInt32(index % 2), cell, time)
                } else {
                    try body(UInt32(200 + draw.below(1_999_800)), UInt32(draw.below(200_000)), time)
                }
            }
        }
    }
}
