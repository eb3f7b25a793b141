import Planning
import Testing
import Values

@Suite("RL-01: no immigration-enforcement objective")
struct RL01ThreeObjectivesTests {
    @Test("RL-01, R051, R130: the objectives are three, and nothing else can be read as one")
    func three() {
        #expect(Objective.allCases.map(\.rawValue) == ["ARREST", "SEIZE", "RESCUE"])
        for text in ["DEPORT", "IMMIGRATION", "DETAIN", "arrest", "", "OTHER", "REMOVE"] {
            #expect(Objective(rawValue: text) == nil)
        }
    }

    @Test("R051: a plan that leaves one of the three out is not ready", arguments: Objective.allCases)
    func allThree(_ objective: Objective) throws {
        var plan = try Plans.good()
        plan.objectives.remove(objective)
        #expect(try Plans.shortcomings(plan).rules == ["G6"])
    }
}
