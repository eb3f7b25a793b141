import Testing
import Values

@Suite("RL-12: separation of duties")
struct RL12SeparateDutiesTests {
    @Test("RL-12: one person on both sides is refused, for every pair of duties", arguments: SeparateDuty.allCases)
    func bothSides(_ duty: SeparateDuty) {
        #expect(duty.reason("ann", against: ["ann"])?.rule == "RL-12")
        #expect(duty.reason("ann", against: ["bo", "ann"]) != nil)
        #expect(duty.reason("ann", against: ["bo"]) == nil)
        #expect(duty.reason("ann", against: []) == nil)
    }

    @Test("RL-12: all pairs of the dossier are there") func all() { #expect(SeparateDuty.allCases.count == 7) }
}
