import Strategy
import Testing
import Values

@Suite("The Strategy Lab")
struct StrategyTests {
    typealias Line = StrategyPlan.Line
    typealias Sheet = Judging.Sheet

    static let good = [
        Line(.protection, quarters: 1...8, unitCost: 200_000_000),
        Line(.justice, quarters: 2...8, unitCost: 100_000_000),
        Line(.operation, quarters: 4...5, unitCost: 50_000_000, harm: "loss of work"),
        Line(.nonPoliceMonitoring, quarters: 1...8, unitCost: 1_000_000, quantity: 100, isAlternative: true),
        Line(.capacity, quarters: 1...4, unitCost: 50_000_000, isAntiCorruption: true),
    ]

    static func rules(_ change: (inout [Line]) -> Void) -> [String] {
        var lines = good
        change(&lines)
        return StrategyPlan(lines).refusals().rules
    }

    @Test(
        "R012, R013, R017, R018, R020: a plan over the cap, beyond two years, or without what it must have is not submitted"
    )
    func validation() {
        #expect(Self.rules { _ in } == [] && StrategyPlan(Self.good).cost == 500_000_000)
        #expect(Self.rules { $0[0].unitCost += 1 } == ["R012"] && Self.rules { $0[0].unitCost = .max } == ["R012"])
        #expect(Self.rules { $0[0].to = 9 } == ["R012"] && Self.rules { $0[0].from = 0 } == ["R012"])
        #expect(
            Self.rules { $0[0].unitCost = -1 } == ["R012"] && Self.rules { ($0[0].from, $0[0].to) = (3, 2) } == ["R012"]
        )
        #expect(Self.rules { $0.append(Line(nil, quarters: 1...1, unitCost: 0)) } == ["R013"])
        #expect(Self.rules { $0.removeAll { $0.box == .protection } } == ["R017"])
        #expect(Self.rules { $0.removeAll { $0.box == .justice } } == ["R017"])
        #expect(Self.rules { $0[2].harm = "" } == ["R020"] && Self.rules { $0[3].isAlternative = false } == ["R018"])
        #expect(Self.rules { $0[4].isAntiCorruption = false } == ["R049"])
        #expect(StrategyPlan.missingSkills([.police, .labour]) == [.prosecution, .protection])  // R015
    }

    static func sheet(_ judge: String, _ team: String, _ score: Int, harm: Int? = nil, of own: String? = nil) -> Sheet {
        var scores = Dictionary(uniqueKeysWithValues: Judging.Criterion.allCases.map { ($0, score) })
        if let harm { scores[.harmAvoided] = harm }
        return Sheet(judge: judge, of: own, on: team, scores, comment: "because")
    }

    @Test("R014: nobody judges their own team, leaves a score out, or keeps silent; the weights add up to a hundred")
    func sheets() {
        #expect(Judging.Criterion.allCases.reduce(0) { $0 + $1.weight } == 100)
        #expect(Self.sheet("a", "red", 5, of: "blue").refusals == [])
        #expect(Self.sheet("a", "red", 5, of: "red").refusals.rules == ["R014"])
        #expect(Self.sheet("a", "red", 11).refusals.rules == ["R014"])
        var silent = Self.sheet("a", "red", 5)
        silent.comment = ""
        #expect(silent.refusals.rules == ["R014"])
        silent = Self.sheet("a", "red", 5)
        silent.scores[.clarity] = nil
        #expect(silent.refusals.rules == ["R014"])
    }

    @Test("R014: from five judges on the best and the worst are left out")
    func trimmed() {
        let five = [0, 5, 5, 5, 10].enumerated().map { Self.sheet("j\($0)", "red", $1) }
        let place = Judging.ranking(five + [Self.sheet("own", "red", 10, of: "red")], seed: 1).first
        #expect(place?.mean == Ratio(500) && place?.spread == 0...1000)
        let four = [0, 5, 5, 6].enumerated().map { Self.sheet("j\($0)", "red", $1) }
        #expect(Judging.ranking(four, seed: 1).first?.mean == Ratio(400))
    }

    @Test("R014: equals are ranked by harm avoided, then by a draw that is the same for the same seed")
    func ties() {
        // 20 · 8 + 80 · 5 = 560 for both: red by more harm avoided, blue by more of the rest.
        var blue = Self.sheet("j", "blue", 5, harm: 5)
        blue.scores[.effectOnPersons] = 5
        (blue.scores[.alternativesAndIntelligence], blue.scores[.prosecutionUpTheChain]) = (7, 7)
        let red = Self.sheet("j", "red", 5, harm: 8)
        let ranked = Judging.ranking([blue, red], seed: 4)
        #expect(ranked.map(\.mean) == [Ratio(560), Ratio(560)] && ranked.map(\.team) == ["red", "blue"])
        let even = ["a", "b", "c", "d"].map { Self.sheet("j", $0, 5) }
        let orders = Set((0..<50).map { seed in Judging.ranking(even, seed: UInt64(seed)).map(\.team) })
        #expect(orders.count > 5)
        #expect(Judging.ranking(even, seed: 9) == Judging.ranking(even.reversed(), seed: 9))
    }
}
