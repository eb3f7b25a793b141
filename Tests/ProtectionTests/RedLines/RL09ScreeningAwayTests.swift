import Protection
import Testing

@Suite("RL-09: screening away from the scene")
struct RL09ScreeningAwayTests {
    @Test("RL-09, R147: at the scene or within its distance no screening begins")
    func places() {
        #expect(Interviews.gate() == [])
        #expect(
            Interviews.gate { $0.place = InterviewGate.Place("site", metresFromScene: nil, isScene: true) } == ["RL-09"]
        )
        for metres in [0, 1, 499] { #expect(Interviews.gate { $0.place.metresFromScene = metres } == ["RL-09"]) }
        #expect(Interviews.gate { $0.place.metresFromScene = 500 } == [])
        #expect(Interviews.gate { $0.place.metresFromScene = nil } == [], "somebody who came by themselves")
    }
}
