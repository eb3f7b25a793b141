import Protection
import Testing
import Values

@Suite("RL-04: no service forced; freedom to decline")
struct RL04NothingForcedTests {
    static let payload = ReferralPayload(
        reference: "r-1", service: "LEGAL", calledName: "Dao", languages: ["lo"], safeContact: "evenings, own phone",
        needs: ["a wage claim"], isChild: false)

    static func refusals(_ consents: [Consent], path: AgeView.Path = .adult, basis: ConsentRules.ChildBasis? = nil)
        -> [String]
    {
        ReferralRules.refusals(payload, to: "lawyers", consents: consents, path: path, childBasis: basis, now: 100)
            .rules
    }

    @Test("RL-04, R151: nothing is sent for an adult without granted consent to share with that provider")
    func consent() {
        let states: [(Consent, Bool)] = [
            (Consent(.shareWith, to: "lawyers", .granted, at: 1, until: 200), true),
            (Consent(.shareWith, to: "lawyers", .granted, at: 1, until: 100), false),
            (Consent(.shareWith, to: "lawyers", .granted, at: 1), false),
            (Consent(.shareWith, to: "clinic", .granted, at: 1, until: 200), false),
            (Consent(.service, to: "lawyers", .granted, at: 1, until: 200), false),
            (Consent(.shareWith, to: "lawyers", .granted, at: 150, until: 200), false),
            (Consent(.shareWith, to: "lawyers", .refused, at: 1), false),
            (Consent(.shareWith, to: "lawyers", .withdrawn, at: 1), false),
            (Consent(.shareWith, to: "lawyers", .deferred, at: 1), false),
        ]
        for (consent, isSent) in states { #expect(Self.refusals([consent]) == (isSent ? [] : ["RL-04"])) }
        #expect(Self.refusals([]) == ["RL-04"])
        #expect(Self.refusals([], basis: .assentAndGuardian) == ["RL-04"], "no child's basis for an adult")
        #expect(Self.refusals([], path: .presumedChild, basis: .bestInterest(panel: 2)) == [])
    }

    @Test("RL-04: declining one thing leaves every other referral as it was")
    func declining() {
        let granted = Consent(.shareWith, to: "lawyers", .granted, at: 1, until: 200)
        for other in ConsentPurpose.allCases {
            let declined = Consent(other, to: "clinic", .refused, at: 2)
            #expect(Self.refusals([granted, declined]) == [] && Self.refusals([declined, granted]) == [])
        }
    }

    @Test("R151: after a no a person is left in peace for thirty days, unless they raise it")
    func quiet() {
        func refusal(_ now: Int, raised: Bool = false) -> Reason? {
            ConsentRules.refusalToAskAgain(asked: [5.days, 0], raisedByPerson: raised, now: now)
        }
        #expect(refusal(35.days - 1)?.rule == "R151" && refusal(35.days) == nil)
        #expect(refusal(6.days, raised: true) == nil)
        #expect(ConsentRules.refusalToAskAgain(asked: [], raisedByPerson: false, now: 0) == nil)
    }
}
