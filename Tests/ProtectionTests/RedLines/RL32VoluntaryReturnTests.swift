import Protection
import Testing
import Values

@Suite("RL-32: return only if voluntary and safe")
struct RL32VoluntaryReturnTests {
    static let consent = Consent(.repatriation, to: "iom", .granted, at: 0, until: 90.days)

    static func refusals(
        _ consents: [Consent] = [consent],
        _ assessment: ReprisalAssessment? = ReprisalAssessment(
            at: 0, person: 1, relatives: 0, measures: []), service: String? = "home NGO", now: Int = 30.days
    ) -> [String] {
        Return.refusals(
            consents: consents, organiser: "iom", assessment: assessment, receivingService: service, now: now
        ).rules
    }

    @Test("RL-32, R178: without voluntary consent, a fresh assessment of danger and a receiving service: no")
    func gate() {
        #expect(Self.refusals() == [])
        #expect(Self.refusals([]) == ["RL-32"] && Self.refusals(service: nil) == ["RL-32"])
        #expect(Self.refusals(service: "") == ["RL-32"] && Self.refusals(now: 30.days + 1) == ["R178"])
        #expect(Self.refusals([Self.consent], nil) == ["R178"])
        #expect(Self.refusals([Consent(.repatriation, to: "iom", .withdrawn, at: 1)]) == ["RL-32"])
        #expect(Self.refusals([Consent(.repatriation, to: "state", .granted, at: 0, until: 90.days)]) == ["RL-32"])
    }

    @Test(
        "R178: danger to the person or to relatives counts alike; the greatest is no return, a middling one needs measures"
    )
    func danger() {
        for person in 0...4 {
            for relatives in 0...4 {
                for measures in [[], ["safe house"]] {
                    let rules = Self.refusals(
                        [Self.consent],
                        ReprisalAssessment(at: 0, person: person, relatives: relatives, measures: measures))
                    let worst = max(person, relatives)
                    #expect(rules.isEmpty == (worst < 2 || (worst < 4 && !measures.isEmpty)))
                }
            }
        }
    }
}
