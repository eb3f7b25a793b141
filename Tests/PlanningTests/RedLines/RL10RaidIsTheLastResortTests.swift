import Planning
import Testing
import Values

@Suite("RL-10: raid only after alternatives, necessity, risk assessment, plan")
struct RL10RaidIsTheLastResortTests {
    @Test("RL-10: each single gate that is missing blocks, and so does each pair", arguments: Gate.of(.full))
    func missingGates(_ gate: Gate) {
        for other in Gate.of(.full) {
            var facts = AllFacts.ready
            facts.openGates = [gate, other]
            let recommendation = DecisionEngine.recommend(facts)
            #expect(recommendation.course == .notReady && !recommendation.canBeAuthorised)
            #expect(
                recommendation.openGates
                    == [gate, other].sorted().reduce(into: []) { list, gate in
                        if list.last != gate { list.append(gate) }
                    })
            facts.danger = .immediateAndSignificant
            #expect(!DecisionEngine.recommend(facts).canBeAuthorised)
        }
    }

    @Test(
        "RL-10: the minimum gates are reached in danger to life, or in immediate danger as time runs out and two sign")
    func minimumGates() {
        AllFacts.each { facts in
            let reached = DecisionEngine.recommend(facts).path == .minimum
            let full = Gate.of(.full).contains { facts.openGates.contains($0) }
            let may =
                !facts.isUnitFlagged
                && (facts.danger == .immediateToLife
                    || (facts.danger == .immediateAndSignificant && facts.windowCloses && facts.seniorSignatures >= 2
                        && full))
            if reached != may { Issue.record("\(facts)") }
        }
    }

    @Test("RL-10: no emergency is so great that a minimum gate may be missing", arguments: Gate.of(.minimum))
    func minimumGateMissing(_ gate: Gate) {
        for danger in [DangerLevel.immediateToLife, .immediateAndSignificant] {
            let facts = DecisionFacts(
                danger: danger, windowCloses: true, seniorSignatures: 2, openGates: [gate, .g1])
            let recommendation = DecisionEngine.recommend(facts)
            #expect(!recommendation.canBeAuthorised && recommendation.openGates == [gate])
        }
    }

    @Test("RL-10: where an entry can be authorised, danger is immediate or every condition holds")
    func nothingElse() {
        AllFacts.each { facts in
            guard DecisionEngine.recommend(facts).canBeAuthorised else { return }
            let isDanger = facts.danger >= .immediateAndSignificant
            let hasAll =
                facts.gradedItems > 0 && facts.areAlternativesRecorded && facts.isNecessary && facts.isProportionate
                && facts.isSufficient && facts.risk != .methodNotRecommended
            if facts.isUnitFlagged || !(isDanger || hasAll) { Issue.record("\(facts)") }
        }
    }
}
