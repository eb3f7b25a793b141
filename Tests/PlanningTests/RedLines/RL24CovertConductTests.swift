import Planning
import Testing
import Values

@Suite("RL-24: no sexual contact, entrapment or purchase of exploitation in covert plans")
struct RL24CovertConductTests {
    @Test(
        "RL-24: a plan cannot be saved while one prohibition is not accepted",
        arguments: CovertPlan.Prohibition.allCases)
    func prohibitions(_ prohibition: CovertPlan.Prohibition) throws {
        let day = try #require(Day("2026-03-01"))
        let all = Set(CovertPlan.Prohibition.allCases)
        #expect(CovertPlan(accepted: all, from: day, to: day).refusals == [])
        #expect(CovertPlan(accepted: all.subtracting([prohibition]), from: day, to: day).refusals.rules == ["RL-24"])
    }

    @Test("RL-24: a day without attestation holds what comes next")
    func attestation() throws {
        let first = try #require(Day("2026-02-27"))
        var plan = CovertPlan(
            accepted: Set(CovertPlan.Prohibition.allCases), from: first, to: first.adding(days: 3), attested: [first])
        #expect(plan.holds(on: first) == nil && plan.holds(on: first.adding(days: 1)) == nil)
        #expect(plan.holds(on: first.adding(days: 2))?.rule == "RL-24")
        plan.attested = Set((0...3).map { first.adding(days: $0) })
        #expect(plan.holds(on: first.adding(days: 100)) == nil)
        plan.attested.remove(first.adding(days: 3))
        #expect(plan.holds(on: first.adding(days: 100)) != nil)
    }
}
