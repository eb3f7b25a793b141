import Protection
import Testing
import Values

@Suite("RL-05: no shelter detention")
struct RL05NoShelterDetentionTests {
    static let consent = Consent(.shelterStay, to: "house", .granted, at: 0, until: 30.days)

    @Test("RL-05, R175: a stay without valid consent rings, and so does a wish to leave that is a day old")
    func alarms() {
        #expect(ShelterStay(since: 0, consent: Self.consent).alarms(at: 29.days) == [])
        #expect(ShelterStay(since: 0, consent: Self.consent).alarms(at: 30.days) == [.withoutConsent])
        #expect(ShelterStay(since: 0, consent: nil).alarms(at: 0) == [.withoutConsent])
        let other = Consent(.careRecord, to: "house", .granted, at: 0, until: 30.days)
        #expect(ShelterStay(since: 0, consent: other).alarms(at: 1) == [.withoutConsent])
        let withdrawn = Consent(.shelterStay, to: "house", .withdrawn, at: 1)
        #expect(ShelterStay(since: 0, consent: withdrawn).alarms(at: 1) == [.withoutConsent])
        let leaving = ShelterStay(since: 0, consent: Self.consent, leavingAsked: 1.days)
        #expect(leaving.alarms(at: 2.days) == [] && leaving.alarms(at: 2.days + 1) == [.notLetOut])
    }

    @Test("R177: waiting for proceedings is asked about after 30, 90 and 180 days")
    func waiting() {
        let consent = Consent(.shelterStay, to: "house", .granted, at: 0, until: 999.days)
        let stay = ShelterStay(since: 0, consent: consent, awaitsProceedings: true)
        let days = [29, 30, 89, 90, 179, 180, 500].map { stay.alarms(at: $0.days) }
        #expect(
            days == [
                [], [.longWait(days: 30)], [.longWait(days: 30)], [.longWait(days: 90)],
                [.longWait(days: 90)], [.longWait(days: 180)], [.longWait(days: 180)],
            ])
        #expect(ShelterStay(since: 0, consent: consent).alarms(at: 500.days) == [])
    }
}
