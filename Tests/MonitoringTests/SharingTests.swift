import Access
import Records
import RoomSupport
import Testing

@testable import Monitoring

/// What may be handed on, and to whom (SM18).
@Suite struct SharingTests {
    private func sharing(_ change: (inout Sharing) -> Void = { _ in }) -> Sharing {
        var sharing = Sharing(
            subject: "r1", recipient: "Baan Mai", recipientSort: "ngo", purpose: "care", ground: "agreement",
            groundReference: "7/2569", concernsPerson: false, text: "Four people", until: 0)
        change(&sharing)
        return sharing
    }

    @Test("RL-02: nothing goes to immigration authorities, at no step on the way")
    func immigration() {
        let record = sharing { $0.recipientSort = "immigration" }
        #expect(obstacles(.request, record, in: nil) == ["not-to-immigration"])
        #expect(obstacles(.checkGround, record, in: .purposeChecked) == ["not-to-immigration"])
        #expect(obstacles(.approve, record, in: .sanitised) == ["not-to-immigration"])
    }

    @Test("RL-17: of a person at risk only with their consent, under a law, or in danger to life")
    func person() {
        for (ground, expected) in [("agreement", ["person-agrees"]), ("consent", []), ("law", []), ("danger", [])] {
            let record = sharing { ($0.concernsPerson, $0.ground) = (true, ground) }
            #expect(obstacles(.checkGround, record, in: .purposeChecked) == expected, "\(ground)")
        }
    }

    @Test("RL-12: whoever cleaned it does not approve it")
    func another() {
        let cleaned = Past(action: "sanitise", account: "me", organisation: "Unit 4", at: 0)
        #expect(obstacles(.approve, sharing(), in: .sanitised, past: [cleaned]) == ["another-approves"])
        #expect(obstacles(.approve, sharing(), in: .sanitised).isEmpty)
    }

    @Test("the recipient sees it from its sending to its end, and nobody else confirms it")
    func recipient() {
        let opened = Past(action: "request", account: "ann", organisation: "Unit 4", at: 0)
        for state in Sharing.State.allCases {
            let isSeen = sharing().terms(in: state, opened: opened).assigned.contains(.organisation("Baan Mai"))
            #expect(isSeen == [.sent, .received].contains(state), "\(state)")
        }
        #expect(obstacles(.receive, sharing(), in: .sent) == ["by-recipient"])
        #expect(obstacles(.receive, sharing(), in: .sent, by: .ngoManager, of: "Baan Mai").isEmpty)
    }
}
