import Planning
import Testing
import Values

@Suite("The decision engine, D0 to D7")
struct DecisionEngineTests {
    /// The rules as a table, first match from the top: the truth that the engine is held against.
    static let table: [(when: @Sendable (DecisionFacts) -> Bool, then: Recommendation.Course)] = [
        ({ $0.isUnitFlagged }, .routeAway),
        ({ $0.danger == .immediateToLife }, .rescueEmergency),
        ({ $0.danger == .immediateAndSignificant }, .rescue),
        ({ $0.gradedItems == 0 }, .lessIntrusive),
        ({ !$0.areAlternativesRecorded }, .lessIntrusive),
        ({ !$0.isNecessary }, .lessIntrusive),
        ({ !$0.isProportionate }, .lessIntrusive),
        ({ $0.risk == .methodNotRecommended }, .lessIntrusive),
        ({ !$0.isSufficient }, .develop),
        ({ facts in Gate.of(.full).contains { facts.openGates.contains($0) } }, .notReady),
        ({ _ in true }, .raid),
    ]

    @Test("R143, R144, R025: every combination of facts gives what the table says (23,040 rows)")
    func truthTable() {
        var rows = 0
        var wrong = 0
        AllFacts.each { facts in
            rows += 1
            if DecisionEngine.recommend(facts).course != Self.table.first(where: { $0.when(facts) })?.then {
                wrong += 1
            }
        }
        #expect(rows == 23_040 && wrong == 0)
    }

    @Test("R143: in immediate and significant danger nothing below rescue is ever recommended")
    func always() {
        AllFacts.each { facts in
            let recommendation = DecisionEngine.recommend(facts)
            if facts.danger >= .immediateAndSignificant && !recommendation.callsForRescue { Issue.record("\(facts)") }
            if facts.danger < .immediateAndSignificant && recommendation.callsForRescue { Issue.record("\(facts)") }
        }
    }

    @Test("R025, R026, R033, R003: below that danger an entry needs every one of its conditions")
    func everyCondition() {
        let changes: [(rule: String, change: (inout DecisionFacts) -> Void)] = [
            ("R033", { $0.gradedItems = 0 }), ("R018", { $0.areAlternativesRecorded = false }),
            ("R025", { $0.isNecessary = false }), ("R003", { $0.isProportionate = false }),
            ("R146", { $0.risk = .methodNotRecommended }), ("R116", { $0.isSufficient = false }),
            ("D0", { $0.isUnitFlagged = true }), ("G1", { $0.openGates = [.g1] }), ("G7", { $0.openGates = [.g7] }),
        ]
        for danger in [DangerLevel.none, .possible, .serious] {
            var facts = AllFacts.ready
            facts.danger = danger
            #expect(DecisionEngine.recommend(facts).course == .raid)
            #expect(DecisionEngine.recommend(facts).canBeAuthorised)
            for (rule, change) in changes {
                var worse = facts
                change(&worse)
                let recommendation = DecisionEngine.recommend(worse)
                #expect(!recommendation.canBeAuthorised && recommendation.reasons.rules == [rule])
            }
        }
    }

    @Test("D0: a unit under an integrity flag is passed over, and the danger is told to the next")
    func routeAway() {
        let calm = DecisionEngine.recommend(DecisionFacts(danger: .serious, isUnitFlagged: true))
        #expect(calm.course == .routeAway && calm.conditions == [] && !calm.canBeAuthorised)
        let grave = DecisionEngine.recommend(DecisionFacts(danger: .immediateToLife, isUnitFlagged: true))
        #expect(grave.course == .routeAway && grave.conditions == [.rescueStands] && !grave.canBeAuthorised)
    }

    @Test("R146: a method too dangerous for persons at risk does not end the rescue: another method is asked for")
    func anotherMethod() {
        for danger in [DangerLevel.immediateAndSignificant, .immediateToLife] {
            var facts = DecisionFacts(danger: danger, openGates: [])
            facts.risk = .methodNotRecommended
            let recommendation = DecisionEngine.recommend(facts)
            #expect(recommendation.callsForRescue)
            #expect(recommendation.conditions.isSuperset(of: [.anotherMethod, .seniorSignOff]))
        }
    }

    @Test("R022: the same stored facts give the stored result")
    func deterministic() {
        AllFacts.each { facts in
            if DecisionEngine.recommend(facts) != DecisionEngine.recommend(facts) { Issue.record("\(facts)") }
        }
    }
}
