import Planning
import Testing
import Values

@Suite("Gates in time")
struct ReadinessTests {
    @Test("R026: a gate with a time turns red by itself, one without does not", arguments: Gate.allCases)
    func validity(_ gate: Gate) throws {
        let readiness = try Readiness.shipped()
        let hours: [Gate: Int] = [
            .g4: 336, .g8: 72, .g9: 72, .g10: 72, .g11: 72, .g12: 72, .g13: 72, .g16: 24, .g17: 72,
            .m2: 72, .m4: 72, .m5: 72, .m6: 72,
        ]
        #expect(readiness.light(gate, confirmedAt: nil, now: 0) == .open)
        #expect(readiness.light(gate, confirmedAt: 5, now: 4) == .open)
        guard let valid = hours[gate] else {
            #expect(readiness.light(gate, confirmedAt: 0, now: 9999.days) == .green)
            return
        }
        #expect(readiness.light(gate, confirmedAt: 0, now: valid.hours) == .green)
        #expect(readiness.light(gate, confirmedAt: 0, now: valid.hours + 1) == .expired(at: valid.hours))
    }

    @Test("R022: a framework that leaves a gate or threshold out is refused")
    func incomplete() throws {
        let columns = ["gate", "valid-hours", "basis"]
        let text = "version: 1\nsource: x\ngate | valid-hours | basis\nG1 | - | x\n"
        #expect(throws: RuleTableError(RulePlace(table: "g", line: 1), .missing("G2"))) {
            try Readiness(RuleTable(parsing: text, name: "g", columns: columns))
        }
        #expect(throws: RuleTableError.self) { try Frameworks.with("risk-stop-from", 25) }
        #expect(throws: RuleTableError.self) { try Frameworks.with("review-independent-hours", 73) }
        #expect(try Frameworks.with("sufficiency-raid", 70)[.sufficiencyForRaid] == 70)
        #expect(try Framework.shipped().edition == "framework 2026.1")
    }

    @Test("R112: after an emergency both reviews fall due by themselves, and a missing one is a breach")
    func reviews() throws {
        let framework = try Framework.shipped()
        func breaches(_ done: [EmergencyReview: Int], _ now: Int) -> [EmergencyReview] {
            EmergencyReview.breaches(authorisedAt: 0, done: done, now: now, framework)
        }
        #expect(breaches([:], 24.hours) == [] && breaches([:], 24.hours + 1) == [.riskAssessment])
        #expect(breaches([.riskAssessment: 20.hours], 72.hours + 1) == [.independentReview])
        #expect(breaches([.riskAssessment: 30.hours, .independentReview: 71.hours], 99.days) == [.riskAssessment])
        #expect(breaches([.riskAssessment: 1, .independentReview: 1], 99.days) == [])
    }
}
