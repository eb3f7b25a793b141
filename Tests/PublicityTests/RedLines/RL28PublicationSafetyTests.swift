import Publicity
import Testing
import Values
import Words

@Suite("RL-28: publication safety")
struct RL28PublicationSafetyTests {
    @Test("RL-28: small figures, faces without consent, a gate left out, too soon, a live operation: not released")
    func gates() {
        #expect(Releases.rules() == [])
        #expect(Releases.rules { $0.figures[0].persons = 10 } == ["RL-28"])
        #expect(Releases.rules { $0.figures[0].persons = 0 } == [])
        #expect(
            Releases.rules { $0.portraits = [Release.Portrait(isIdentifiable: true, consentUntil: nil)] } == ["RL-28"])
        #expect(
            Releases.rules { $0.portraits = [Release.Portrait(isIdentifiable: true, consentUntil: 200.days)] } == [
                "RL-28"
            ])
        #expect(
            Releases.rules { $0.portraits = [Release.Portrait(isIdentifiable: true, consentUntil: 201.days)] } == [])
        #expect(Releases.rules { $0.portraits = [Release.Portrait(isIdentifiable: false, consentUntil: nil)] } == [])
        for gate in Release.Gate.allCases { #expect(Releases.rules { $0.agreed[gate] = nil } == ["RL-28"]) }
        #expect(Releases.rules(now: 90.days) == [] && Releases.rules(now: 90.days - 1) == ["RL-28"])
        #expect(Releases.rules { $0.touchesLiveOperation = true } == ["RL-28"])
        #expect(Releases.rules { $0.agreed[.legal] = "will" } == ["RL-12"])
    }

    @Test("RL-28: no threshold goes below the floor")
    func floor() {
        #expect(SmallNumbers(threshold: 1).threshold == 5 && SmallNumbers().threshold == 11)
        #expect((0...12).filter { !SmallNumbers().mayShow($0) } == Array(1...10))
    }

    @Test("RL-28: what can be found by subtracting, once or again and again, is a leak")
    func subtracting() {
        typealias Table = SmallNumbers.Table
        typealias Place = SmallNumbers.Place
        let rule = SmallNumbers()
        let single = Table([[20, nil, 30], [40, 50, 60]], rowTotals: [54, 150], columnTotals: [nil, nil, nil])
        #expect(rule.leaks(single) == [Place(0, 1)])
        let byColumn = Table([[20, nil], [40, 50]], rowTotals: [nil, nil], columnTotals: [60, 54])
        #expect(rule.leaks(byColumn) == [Place(0, 1)])
        // Four corners hidden: no line has one unknown alone.
        let square = Table(
            [[nil, nil, 30], [nil, nil, 60], [11, 12, 13]], rowTotals: [40, 90, 36], columnTotals: [31, 52, 103])
        #expect(rule.leaks(square) == [])
        // A chain: the first is found, then the next.
        let chain = Table([[nil, nil], [nil, 20]], rowTotals: [nil, 24], columnTotals: [30, nil])
        #expect(rule.leaks(chain) == [Place(1, 0), Place(0, 0)])
        let shown = Table([[3]], rowTotals: [nil], columnTotals: [nil])
        #expect(rule.leaks(shown) == [Place(0, 0)])
    }

    @Test(
        "RL-28, RL-33: until the end of all appeals everybody is called alleged, and nobody is named",
        arguments: AccusedStatus.allCases)
    func accused(_ status: AccusedStatus) {
        let text = Catalogue.english.text(status.phrase)
        let isOpen = ![.convictedFinal, .acquitted, .withdrawn].contains(status)
        #expect(text.contains("alleged") == isOpen && status.mayBeNamed == (status == .convictedFinal))
        #expect(!text.contains("guilty"))
    }

    @Test(
        "R056, R057, R186: what stalled, how to report, and both tracks are always in it",
        arguments: Release.Section.allCases)
    func sections(_ section: Release.Section) {
        let rules = Releases.rules { $0.sections.remove(section) }
        #expect(rules == [section == .stalledAndFailed ? "R056" : section == .howToReport ? "R057" : "R186"])
    }
}
