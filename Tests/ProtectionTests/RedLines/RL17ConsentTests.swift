import Protection
import Testing
import Values

@Suite("RL-17: consent is specific, time-limited, revocable")
struct RL17ConsentTests {
    @Test(
        "RL-17: it allows its purpose to its recipient in its time, and nothing else",
        arguments: ConsentPurpose.allCases)
    func specific(_ purpose: ConsentPurpose) {
        let consent = Consent(purpose, to: "clinic", .granted, at: 10, until: 20)
        for other in ConsentPurpose.allCases {
            for recipient in ["clinic", "police"] {
                for now in [9, 10, 19, 20] {
                    let expected = other == purpose && recipient == "clinic" && (10..<20).contains(now)
                    #expect(consent.allows(other, by: recipient, at: now) == expected)
                }
            }
        }
    }

    @Test("RL-17: without an end it is none, and once withdrawn it allows nothing at any time")
    func ends() {
        #expect(Consent(.mediaStory, to: "x", .granted, at: 0).state(at: 1) == .expired)
        let withdrawn = Consent(.mediaStory, to: "x", .withdrawn, at: 5, until: 100)
        for now in [0, 5, 50, 100] { #expect(!withdrawn.allows(.mediaStory, by: "x", at: now)) }
    }

    @Test("SM10: every step from every state")
    func steps() {
        let allowed: Set<[Consent.State]> = [
            [.notAsked, .informationGiven], [.informationGiven, .granted], [.informationGiven, .refused],
            [.informationGiven, .deferred], [.granted, .withdrawn], [.granted, .expired], [.deferred, .notAsked],
            [.refused, .notAsked], [.withdrawn, .notAsked], [.expired, .notAsked],
        ]
        for from in Consent.State.allCases {
            for to in Consent.State.allCases { #expect(from.next.contains(to) == allowed.contains([from, to])) }
        }
    }

    @Test("RL-17: whoever had it, directly or onward, is told to give back")
    func recalls() {
        let shares = [
            ConsentRules.Share(.shareWith, from: "ngo", to: "clinic"),
            ConsentRules.Share(.shareWith, from: "clinic", to: "hospital"),
            ConsentRules.Share(.shareWith, from: "hospital", to: "clinic"),
            ConsentRules.Share(.shareWith, from: "ngo", to: "lawyers"),
            ConsentRules.Share(.testimony, from: "clinic", to: "court"),
        ]
        let withdrawn = Consent(.shareWith, to: "clinic", .withdrawn, at: 5)
        #expect(ConsentRules.recalls(withdrawn, shares: shares) == ["clinic", "hospital"])
        #expect(ConsentRules.recalls(withdrawn, shares: []) == [])
    }
}
