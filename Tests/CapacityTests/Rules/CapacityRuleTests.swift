import Capacity
import Testing
import Values

@Suite("Postings, courses, gaps, leaks")
struct CapacityRuleTests {
    @Test("R082, R107: an early move needs ground, reason and head; open cases are handed over; integrity is at once")
    func postings() throws {
        let start = try #require(Day("2024-01-31"))
        let term = PostingTerm(start: start, openCases: 2)
        let free = term.freeFrom
        #expect(free.description == "2027-01-31")
        func rules(
            _ day: Day, _ ground: PostingTerm.Ground?, reason: String = "", head: Bool = false, handed: Bool = true
        )
            -> [String]
        {
            term.refusals(leaving: day, ground: ground, reason: reason, isSignedByHead: head, isHandedOver: handed)
                .rules
        }
        #expect(rules(free, nil) == [] && rules(free, nil, handed: false) == ["R107"])
        let early = free.adding(days: -1)
        #expect(rules(early, nil) == ["R082", "R082"] && rules(early, .health, reason: "ill", head: true) == [])
        #expect(rules(early, .rotationDue, reason: "due", head: true) == ["R082"])
        #expect(rules(early, .promotion, head: true) == ["R082"] && rules(early, .request, reason: "home") == ["R082"])
        #expect(rules(start, .integrity, handed: false) == [])
    }

    @Test("R105, R104, SM15: what a role needs and somebody has not, on a day")
    func courses() throws {
        let day = try #require(Day("2026-06-01"))
        let curriculum = try Curriculum.shipped()
        let evd = Qualification("EVD-1", from: day, until: day.adding(days: 10))
        let ethics = Qualification("ETH-1", from: day, until: day.adding(days: 100), revokedOn: day.adding(days: 5))
        func missing(_ days: Int) -> [String] {
            Qualification.missing("evidenceTech", [evd, ethics], on: day.adding(days: days), curriculum)
        }
        #expect(missing(0) == [] && missing(4) == [] && missing(5) == ["ETH-1"] && missing(11) == ["ETH-1", "EVD-1"])
        #expect(missing(-1) == ["ETH-1", "EVD-1"])
        for role in [
            "investigator", "analyst", "labourInspector", "prosecutor", "judge", "interpreter", "firstResponder",
        ] {
            #expect(curriculum.courses[role]?.isEmpty == false)
        }
    }

    @Test("R081, R080: hotspots without a trained unit, the worst first")
    func gaps() {
        let gaps = CoverageGap.areas(
            hotspots: ["a": 3, "b": 9, "c": 5, "d": 0, "e": 5],
            units: [(["a"], true), (["b"], false), (["c", "b"], false)])
        #expect(gaps == ["b", "c", "e"])
    }

    @Test("R109: who knew of every failure is where an inquiry begins; one failure says nothing")
    func leaks() {
        typealias Operation = LeakScore.Operation
        let operations = [
            Operation(informed: ["a", "b", "c"], signs: 3), Operation(informed: ["a", "c"], signs: 1),
            Operation(informed: ["b", "c"], signs: 0),
        ]
        #expect(LeakScore.common(operations) == ["a", "c"])
        #expect(LeakScore.shares(operations) == ["a": Ratio(1), "c": Ratio(1)])
        #expect(LeakScore.common([operations[0]]) == [] && LeakScore.shares([operations[0]]) == [:])
    }
}
