import Operations
import Testing
import Values

@Suite("RL-13: only qualified people collect evidence")
struct RL13QualifiedCollectorsTests {
    static let timeline = SceneTimeline([.sceneSecured: 0])

    static func refusals(
        on day: Day, _ qualifications: [CollectorQualification], _ change: (inout Seizure) -> Void = { _ in }
    ) -> [String] {
        var seizure = Seizure("ABC/1", at: day.moment + 5.hours, legalPower: "code 12", photoOrReason: "P-3")
        change(&seizure)
        return seizure.refusals(qualifications, taken: ["ABC/2"], timeline: timeline).rules
    }

    @Test("RL-13, R138: the day of collecting decides: expired, not begun, revoked or another course is refused")
    func dates() throws {
        let (first, last) = (try #require(Day("2025-01-01")), try #require(Day("2026-12-31")))
        let evd1 = CollectorQualification("EVD-1", from: first, until: last)
        #expect(Self.refusals(on: first, [evd1]) == [] && Self.refusals(on: last, [evd1]) == [])
        #expect(Self.refusals(on: first.adding(days: -1), [evd1]) == ["RL-13"])
        #expect(Self.refusals(on: last.adding(days: 1), [evd1]) == ["RL-13"])
        #expect(Self.refusals(on: first, []) == ["RL-13"])
        #expect(Self.refusals(on: first, [CollectorQualification("VIC-1", from: first, until: last)]) == ["RL-13"])
        let revoked = CollectorQualification("EVD-1", from: first, until: last, revokedOn: first.adding(days: 10))
        #expect(Self.refusals(on: first.adding(days: 9), [revoked]) == [])
        #expect(Self.refusals(on: first.adding(days: 10), [revoked]) == ["RL-13"])
        #expect(Self.refusals(on: first, [evd1]) { $0.isDigital = true } == ["RL-13"])
        let both = [evd1, CollectorQualification("EVD-2", from: first, until: last)]
        #expect(Self.refusals(on: first, both) { $0.isDigital = true } == [])
    }

    @Test("R135: power, photograph or reason, a reference of its own, and a reason before the scene is secured")
    func rest() throws {
        let day = try #require(Day("2026-01-01"))
        let evd1 = [CollectorQualification("EVD-1", from: day, until: day)]
        #expect(Self.refusals(on: day, evd1) { $0.legalPower = "" } == ["R135"])
        #expect(Self.refusals(on: day, evd1) { $0.photoOrReason = "" } == ["R135"])
        #expect(Self.refusals(on: day, evd1) { $0.reference = "ABC/2" } == ["R138"])
        let early = Seizure("ABC/1", at: day.moment, legalPower: "code 12", photoOrReason: "P-3")
        let open = SceneTimeline([.sceneSecured: day.moment + 1])
        #expect(early.refusals(evd1, taken: [], timeline: open).rules == ["R135"])
        var reasoned = early
        reasoned.reasonBeforeSecured = "it was burning"
        #expect(reasoned.refusals(evd1, taken: [], timeline: open) == [])
    }
}
