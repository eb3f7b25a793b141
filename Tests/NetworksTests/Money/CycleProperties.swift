import Networks
import Testing

@Suite("Money that comes back")
struct CycleProperties {
    /// Every cycle, by trying every sequence of transfers.
    static func tried(_ transfers: Transfers, _ options: TypologyOptions) -> Set<[UInt32]> {
        var found = Set<[UInt32]>()
        func go(_ path: [Int]) {
            let (first, last) = (path[0], path[path.count - 1])
            if transfers.to[last] == transfers.from[first] {
                if options.lengths.contains(path.count) { found.insert(path.map(UInt32.init)) }
                return
            }
            guard path.count < options.lengths.upperBound else { return }
            let seen = Set(path.map { transfers.from[$0] })
            for next in (last + 1)..<max(last + 1, transfers.count) {
                let (before, amount) = (Double(transfers.amount[last]), Double(transfers.amount[next]))
                guard transfers.from[next] == transfers.to[last], !seen.contains(transfers.from[next]) else { continue }
                guard transfers.time[next] - transfers.time[first] <= options.cycleWindow else { continue }
                guard amount >= before * options.kept, amount <= before * (1 + options.grown) else { continue }
                go(path + [next])
            }
        }
        for first in 0..<transfers.count where transfers.from[first] != transfers.to[first] { go([first]) }
        return found
    }

    @Test("all cycles in the order of time are found, each once, and nothing else")
    func exhaustive() throws {
        var total = 0
        for seed in 0..<400 as Range<UInt64> {
            var draw = Draws(seed)
            let transfers = TraceProperties.random(seed, most: 60)
            var options = TypologyOptions()
            options.lengths = (2 + draw.below(2))...(3 + draw.below(4))
            options.cycleWindow = Int64(5 + draw.below(30))
            options.kept = [0.0, 0.5, 0.8][draw.below(3)]
            options.grown = [0.0, 0.5, 3][draw.below(3)]
            var found: [[UInt32]] = []
            let counts = try CycleCount(transfers, options) { found.append($0) }.counts
            let expected = Self.tried(transfers, options)
            #expect(Set(found) == expected, "seed \(seed)")
            #expect(found.count == expected.count, "seed \(seed)")
            #expect(counts.values.reduce(0, +) == expected.count)
            total += expected.count
        }
        #expect(total > 1000)
    }
}
