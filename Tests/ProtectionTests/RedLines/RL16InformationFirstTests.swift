import Protection
import Testing

@Suite("RL-16: information before interview")
struct RL16InformationFirstTests {
    @Test("RL-16, R149: what was told later, not at all, or in a language not understood, was not told")
    func information() {
        #expect(Interviews.gate { $0.information = nil } == ["RL-16"])
        #expect(Interviews.gate { $0.information?.at = 1000 } == ["RL-16"])
        #expect(Interviews.gate { $0.information?.at = 1001 } == ["RL-16"])
        #expect(Interviews.gate { $0.information?.at = 999 } == [])
        #expect(Interviews.gate { $0.information?.language = "en" } == ["RL-16"])
    }

    @Test("R149: each topic is spoken of", arguments: InterviewGate.Topic.allCases)
    func topics(_ topic: InterviewGate.Topic) {
        #expect(Interviews.gate { $0.information?.topics.remove(topic) } == ["R149"])
    }

    @Test("the ten principles of interviewing are ticked one by one")
    func principles() {
        #expect(InterviewPrinciple.allCases.map(\.rawValue) == Array(1...10))
        #expect(InterviewPrinciple.open([.doNoHarm, .consent]).count == 8)
    }
}
