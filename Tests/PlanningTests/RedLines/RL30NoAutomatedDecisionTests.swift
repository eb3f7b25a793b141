import Planning
import Testing
import Values

@Suite("RL-30: no automated decision")
struct RL30NoAutomatedDecisionTests {
    static let reason = "Three independent sources, two alternatives failed, gates are green."

    static func signed(_ change: (inout Authorisation) -> Void = { _ in }) -> Authorisation {
        var signed = Authorisation(
            signer: .person(id: "ann", isAuthorisingOfficer: true), planners: ["bo"], seniors: ["cy", "di"],
            reason: reason, aim: "profile-1", advocateOpinion: "agrees", prosecutorOpinion: "agrees")
        change(&signed)
        return signed
    }

    @Test("RL-30: programs, jobs and others than authorising officers cannot approve anything")
    func signers() throws {
        let framework = try Framework.shipped()
        let raid = DecisionEngine.recommend(AllFacts.ready)
        #expect(Self.signed().refusals(raid, framework) == [])
        let program = Self.signed { $0.signer = .program(id: "nightly") }
        #expect(program.refusals(raid, framework).rules == ["RL-30"])
        let other = Self.signed { $0.signer = .person(id: "ann", isAuthorisingOfficer: false) }
        #expect(other.refusals(raid, framework).rules == ["RL-30"])
        #expect(Self.signed { $0.reason = "go" }.refusals(raid, framework).rules == ["RL-30"])
    }

    @Test("R002, RL-12, G17, R193: what else an authorisation lacks is named")
    func lacks() throws {
        let framework = try Framework.shipped()
        let raid = DecisionEngine.recommend(AllFacts.ready)
        #expect(Self.signed { $0.aim = nil }.refusals(raid, framework).rules == ["R002"])
        #expect(Self.signed { $0.planners = ["ann", "bo"] }.refusals(raid, framework).rules == ["RL-12"])
        #expect(Self.signed { $0.hasOpenInterest = true }.refusals(raid, framework).rules == ["G17"])
        #expect(Self.signed { $0.advocateOpinion = "" }.refusals(raid, framework).rules == ["R193"])
        #expect(Self.signed { $0.prosecutorOpinion = nil }.refusals(raid, framework).rules == ["R114"])
    }

    @Test("RL-30, RL-10: a recommendation without entry cannot be signed as one, and open gates are named")
    func notRecommended() throws {
        let framework = try Framework.shipped()
        var facts = AllFacts.ready
        facts.isNecessary = false
        #expect(Self.signed().refusals(DecisionEngine.recommend(facts), framework).rules == ["RL-10"])
        facts = AllFacts.ready
        facts.openGates = [.g9]
        #expect(Self.signed().refusals(DecisionEngine.recommend(facts), framework).rules == ["G9"])
    }

    @Test("RL-10, R146: seniors must be others than the planners")
    func seniors() throws {
        let framework = try Framework.shipped()
        var facts = AllFacts.ready
        facts.risk = .needsSignOff
        let signOff = DecisionEngine.recommend(facts)
        #expect(Self.signed { $0.seniors = ["bo"] }.refusals(signOff, framework).rules == ["R146"])
        let closing = DecisionFacts(
            danger: .immediateAndSignificant, windowCloses: true, seniorSignatures: 2,
            openGates: Set(Gate.of(.full)))
        let minimum = DecisionEngine.recommend(closing)
        #expect(Self.signed { $0.advocateOpinion = nil }.refusals(minimum, framework) == [])
        #expect(Self.signed { $0.seniors = ["cy", "bo"] }.refusals(minimum, framework).rules == ["RL-10"])
    }
}
