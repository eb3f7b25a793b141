import Testing

@testable import Linkage

/// The engine as a whole, on a made-up town.
@Suite struct LinkerTests {
    static let town = Town(people: 150, seed: 7)
    static let linker: Linker = {
        guard let settings = try? Settings.auto(town.table, links: .dedupe),
            let made = try? Linker(town.table, settings)
        else { fatalError("the made-up town cannot be linked") }
        return made
    }()

    private static func ids(_ clusters: [[Int]], _ table: Table) -> Set<Set<String>> {
        Set(clusters.map { Set($0.map { table.ids[$0] }) })
    }

    @Test("without a label, nearly all records of one person come together, and hardly any others")
    func accuracy() {
        let score = Self.town.score(Self.linker.clusters())
        #expect(score.f1 > 0.93, "F1 \(score.f1), precision \(score.precision), recall \(score.recall)")
        #expect(score.precision > 0.95)
    }

    @Test("the order of the records does not matter", arguments: [1, 2])
    func order(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let other = Self.town.table.picking(dice.shuffled(Array(0..<Self.town.table.count)))
        // The model is learned once: random pairs are other pairs in another order.
        let again = try Linker(other, Self.linker.settings)
        let first = try Linker(Self.town.table, Self.linker.settings)
        #expect(Self.ids(again.clusters(), other) == Self.ids(first.clusters(), Self.town.table), "seed \(seed)")
        #expect(again.threshold.score == first.threshold.score)
    }

    @Test("scores are symmetric, and the weights that are shown sum to the score, bit for bit")
    func explanations() {
        for pair in Self.linker.pairs(from: -100) {
            let there = Self.linker.explanation(pair.first, pair.second)
            let back = Self.linker.explanation(pair.second, pair.first)
            #expect(there.score == pair.score)
            #expect(back.score == pair.score)
            #expect(there.lines.reduce(0) { $0 + $1.weight.raw } == pair.score.raw)
            // As they are printed, too.
            #expect(there.lines.reduce(0.0) { $0 + $1.weight.bits } == pair.score.bits)
        }
    }

    @Test("every rule's report adds up to the pairs that were compared")
    func report() throws {
        let pairs = ComparedPairs(try Evidence(Self.town.table, Self.linker.settings))
        #expect(pairs.report.reduce(0) { $0 + $1.added } == pairs.first.count)
        let unique = Set(zip(pairs.first, pairs.second).map { [$0, $1] })
        #expect(unique.count == pairs.first.count, "a pair was compared twice")
        #expect(pairs.table.counts.reduce(0, +) == Double(pairs.first.count))
    }

    @Test("a budget is kept, and what was left out is said")
    func budget() throws {
        var settings = Self.linker.settings
        settings.pairsPerRecord = 0.5
        settings.pairsInAll = 1
        let linker = try Linker(Self.town.table, settings)
        #expect(linker.report.allSatisfy { Double($0.made) <= 0.5 * Double(Self.town.table.count) })
        #expect(linker.report.reduce(0) { $0 + $1.made } <= Self.town.table.count)
        #expect(linker.report.contains { $0.leftOut > 0 })
    }

    @Test("two sources are linked across, never within")
    func acrossSources() throws {
        let linker = try Linker(Self.town.table, try Settings.auto(Self.town.table, links: .link))
        let sources = Self.town.table.sources
        for pair in linker.pairs(from: -100) { #expect(sources[pair.first] != sources[pair.second]) }
        var settings = linker.settings
        settings.isOneToOne = true
        let pairs = try Linker(Self.town.table, settings).clusters()
        #expect(!pairs.isEmpty)
        #expect(Set(pairs.flatMap { $0 }).count == pairs.count * 2, "a record was given away twice")
    }

    @Test("the precision that is asked for is what the threshold is chosen by")
    func threshold() throws {
        var strict = Self.linker.settings
        strict.precision = 0.999
        let linker = try Linker(Self.town.table, strict)
        #expect(linker.threshold.score >= Self.linker.threshold.score)
        #expect(linker.threshold.precision >= 0.999)
        #expect(linker.threshold.range.contains(linker.threshold.precision))
    }

    @Test("labels teach: the pairs that are suggested are all different, and their labels do no harm")
    func labels() throws {
        let asked = Self.linker.suggestions(60)
        #expect(asked.count > 20)
        let (ids, truth) = (Self.town.table.ids, Self.town.truth)
        let labels = asked.map { Label(ids[$0.first], ids[$0.second], isSame: truth[$0.first] == truth[$0.second]) }
        #expect(labels.contains { $0.isSame })
        #expect(labels.contains { !$0.isSame })
        var settings = Self.linker.settings
        settings.threshold = nil
        let taught = try Linker(Self.town.table, settings, labels: labels)
        #expect(Self.town.score(taught.clusters()).f1 > Self.town.score(Self.linker.clusters()).f1 - 0.01)
    }
}
