import Planning
import Testing

@Suite("Watch or act")
struct WatchOrActTests {
    static func problem(cost: Double = 3) -> WatchOrAct {
        WatchOrAct(
            prior: 0.45, sensitivity: 0.8, specificity: 0.9, raidTrue: 100, raidEmpty: -60, inspectTrue: 35,
            inspectEmpty: -5, lookCost: cost, leak: 0.03, horizon: 8)
    }

    @Test("R116: the check values of measures.md B2")
    func checkValues() throws {
        let start = try #require(Self.problem().answer(isDangerImmediate: false))
        #expect(start.choice == .watch && abs(start.value - 35.5812) < 5e-5)
        #expect(abs(start.valueOfInformation - 22.5812) < 5e-5 && abs(start.valueNow - 13) < 1e-9)
        let rows: [(found: Int, notFound: Int, WatchOrAct.Choice, chance: Double, value: Double?)] = [
            (1, 0, .raid, 0.8675, 74.631), (0, 1, .watch, 0.1538, nil), (1, 1, .watch, 0.5926, 43.608),
            (2, 1, .raid, 0.9209, nil), (0, 2, .watch, 0.0388, 2.008),
        ]
        for (found, notFound, choice, chance, value) in rows {
            let answer = Self.problem().answer(found: found, notFound: notFound, isDangerImmediate: false)
            let there = try #require(answer)
            #expect(there.choice == choice && abs(there.chance - chance) < 5e-5, "\(found), \(notFound)")
            if let value { #expect(abs(there.value - value) < 5e-4) }
        }
        for (cost, value) in [(0.0, 38.182), (3, 35.581), (6, 33.428), (10, 30.572), (20, 23.819)] {
            let answer = try #require(Self.problem(cost: cost).answer(isDangerImmediate: false))
            #expect(abs(answer.value - value) < 5e-4)
        }
    }

    @Test("R143: in danger the question is not put: nobody is traded for information")
    func danger() { #expect(Self.problem().answer(isDangerImmediate: true) == nil) }

    @Test("nothing is asked beyond the horizon, and the last look is never one more")
    func horizon() throws {
        #expect(Self.problem().answer(found: 9, isDangerImmediate: false) == nil)
        #expect(Self.problem().answer(found: -1, isDangerImmediate: false) == nil)
        let last = try #require(Self.problem().answer(found: 0, notFound: 8, isDangerImmediate: false))
        #expect(last.choice == .close && last.value == 0)
    }
}
