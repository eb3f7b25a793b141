import Operations
import Planning
import Testing
import Values

@Suite("The scene")
struct SceneTests {
    @Test("R134, R147, R149: intervals from the timeline, and what takes too long")
    func intervals() {
        var timeline = SceneTimeline([.entry: 0, .sceneSecured: 5.minutes, .suspectsSeparated: 12.minutes])
        #expect(timeline.length(.separation) == 7.minutes && timeline.length(.removal) == nil)
        #expect(timeline.late(now: 65.minutes) == [] && timeline.late(now: 65.minutes + 1) == [.removal])
        timeline.moments[.suspectsSeparated] = 15.minutes + 1
        timeline.moments[.safeSiteArrived] = 60.minutes
        #expect(timeline.late(now: 61.minutes) == [.separation] && timeline.length(.removal) == 55.minutes)
        #expect(timeline.late(now: 3.hours + 1) == [.separation, .information])
        timeline.moments[.informationGiven] = 90.minutes
        #expect(timeline.length(.information) == 30.minutes && timeline.late(now: 9.hours) == [.separation])
        #expect(SceneTimeline([:]).late(now: 9.days) == [])
    }

    @Test("R134: what happened before what it follows is a contradiction")
    func order() {
        #expect(SceneTimeline([.entry: 1, .sceneSecured: 1, .suspectsSeparated: 2]).contradictions == [])
        #expect(SceneTimeline([.sceneSecured: 3, .suspectsSeparated: 2]).contradictions.rules == ["R134"])
        #expect(SceneTimeline([.informationGiven: 9, .screeningStarted: 8]).contradictions.count == 1)
    }

    @Test("R118, R121: whoever is not on the roster is an incident, and so is who came as somebody else")
    func log() {
        let roster: [String: SceneRoster.Capacity] = ["a": .entryTeam, "b": .medic]
        let entries = [
            SceneLog.Entry("a", as: .entryTeam, at: 1), SceneLog.Entry("c", as: .media, at: 2),
            SceneLog.Entry("b", as: .observer, at: 3),
        ]
        #expect(SceneLog.incidents(entries, roster: roster).map(\.person) == ["c", "b"])
        #expect(SceneLog.Effect.allCases.count == 4)
    }

    @Test("an operation can always be stopped; an advocate's objection is decided in ten minutes")
    func abort() {
        for asker in Abort.Asker.allCases {
            let answer = Abort.answer(asker, now: 0)
            #expect(answer == (asker == .advocate ? .goldDecides(by: 10.minutes) : .stops))
        }
    }

    @Test("R136, R161: the prompts name what the report names, for each kind of place")
    func prompts() throws {
        let prompts = try EvidencePrompts.shipped()
        for site in SiteType.allCases {
            let codes = Set(prompts.prompts(for: site).map(\.code))
            #expect(codes.isSuperset(of: ["CCTV", "WEAPON", "RECEIPT", "ABUSE", "CONFINEMENT"]))
        }
        for name in ["factory", "brothel", "karaokeBar", "farm"] { #expect(SiteType(rawValue: name) != nil) }
        #expect(prompts.prompts(for: .brothel).contains { $0.code == "NUMBER_TAG" && $0.isProtected })
        #expect(!prompts.prompts(for: .farm).contains { $0.code == "NUMBER_TAG" })
    }

    @Test(
        "R137, R139: each expected item ends as seized, not found, or left with a reason; the hit rate counts what was there"
    )
    func forecast() {
        let forecast = EvidenceForecast([
            "ledger": .seized(reference: "ABC/1"), "cctv": .notFound, "knife": .left(reason: ""), "phone": nil,
        ])
        #expect(forecast.shortcomings.rules == ["R137", "R137"])
        #expect(forecast.hitRate == Ratio(2, of: 4))
        #expect(EvidenceForecast([:]).hitRate == nil)
        #expect(EvidenceForecast(["knife": .left(reason: "unsafe"), "cctv": .notFound]).shortcomings == [])
    }

    @Test("R007: a review copy is made from the original and its faces are covered")
    func copies() {
        var copy = ReviewCopy(originalHash: "a", madeFrom: "a", copyHash: "b", isMasked: true)
        #expect(copy.refusals == [])
        copy.madeFrom = "x"
        #expect(copy.refusals.rules == ["RL-14"])
        copy = ReviewCopy(originalHash: "a", madeFrom: "a", copyHash: "a", isMasked: true)
        #expect(copy.refusals.rules == ["R007"])
        copy = ReviewCopy(originalHash: "a", madeFrom: "a", copyHash: "b", isMasked: false)
        #expect(copy.refusals.rules == ["R007"])
    }
}
