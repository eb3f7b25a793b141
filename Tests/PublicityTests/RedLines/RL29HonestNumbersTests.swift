import Publicity
import Testing

@Suite("RL-29: honest numbers")
struct RL29HonestNumbersTests {
    @Test("RL-29: a figure that somebody typed keeps a release back")
    func typed() {
        #expect(Releases.rules { $0.figures.append(Release.Figure(query: nil)) } == ["RL-29"])
        #expect(Releases.rules { $0.figures[1].query = "" } == ["RL-29"])
        #expect(Releases.rules { $0.figures = [] } == [])
    }
}
