import Protection
import Testing
import Values

@Suite("RL-31: best interest beats conviction")
struct RL31BestInterestFirstTests {
    @Test(
        "RL-31, R193: an objection holds its step until somebody independent has decided",
        arguments: AdvocateHold.Step.allCases)
    func hold(_ step: AdvocateHold.Step) {
        for other in AdvocateHold.Step.allCases {
            #expect((AdvocateHold(step).hold(other) == nil) == (other != step))
        }
        for reviewer in AdvocateHold.Reviewer.allCases {
            for upheld in [true, false] {
                for reason in ["", "because"] {
                    let decision = AdvocateHold.Decision(isUpheld: upheld, by: reviewer, reason: reason)
                    let isFree = reviewer == .independent && !upheld && !reason.isEmpty
                    #expect((AdvocateHold(step, decision: decision).hold(step) == nil) == isFree)
                }
            }
        }
    }
}
