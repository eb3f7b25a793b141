import Access
import Records
import RoomSupport
import Testing

@testable import Capacity

/// What somebody can do, what ties they have, and what is done when the work is betrayed.
@Suite struct CapacityRecordTests {
    private let now = 1_780_000_000_000

    private func flag(_ principal: String, chain: [String] = []) -> IntegrityFlag {
        IntegrityFlag(
            principal: principal, chain: chain, sort: "leak", subject: "site1", told: "The place was empty",
            finding: "",
            measure: "")
    }

    @Test("RL-25: whom a flag names does not see it, nor do those above them")
    func unseen() {
        let opened = Past(action: "raise", account: "ann", organisation: "Unit 4", at: 0)
        let terms = flag("account:bob", chain: ["unit:Vice", "organisation:Police"]).terms(in: .raised, opened: opened)
        #expect(Set(terms.excluded) == [.account("bob"), .unit("Vice"), .organisation("Police")])
        #expect(terms.owners.isEmpty)
    }

    @Test("RL-25: nobody of the flagged person's chain looks into it")
    func independent() {
        let theirs = flag("account:bob", chain: ["organisation:Police"])
        for action in [IntegrityFlag.Action.screen] {
            #expect(
                obstacles(action, theirs, in: .raised, by: .integrityOfficer, of: "Police") == ["independent"])
            #expect(obstacles(action, theirs, in: .raised, by: .integrityOfficer, of: "Oversight").isEmpty)
        }
    }

    @Test("whom it names is kept away while it is looked into and when it is true, and no longer when it is not")
    func suspended() {
        let kept = IntegrityFlag.State.allCases.filter(IntegrityFlag.suspends)
        #expect(kept == [.suspendedAccess, .inquiry, .substantiated, .measured])
    }

    @Test("R109: one tells one's own ties, and nobody assesses their own")
    func ties() {
        func tie(_ account: String) -> Interest {
            Interest(account: account, sort: "business", to: "Mill", subject: "", nature: "", consequence: "avoid")
        }
        #expect(obstacles(.declare, tie("me"), in: nil, by: .prosecutor).isEmpty)
        #expect(obstacles(.declare, tie("bob"), in: nil, by: .prosecutor) == ["own-tie"])
        #expect(obstacles(.assess, tie("me"), in: .declared, by: .integrityOfficer) == ["not-own-assessment"])
    }

    @Test("RL-13: a competence that ran out later held at the time")
    func held() {
        let record = Competence(
            account: "bob", course: "EVD-1", provider: "", sector: "police", attendedOn: 1, validFrom: 100,
            validUntil: 200)
        #expect(record.held(at: 150, in: .valid) && record.held(at: 150, in: .expired))
        #expect(!record.held(at: 99, in: .valid) && !record.held(at: 200, in: .valid))
        for state in [Competence.State.required, .enrolled, .attended, .failed, .revoked] {
            #expect(!record.held(at: 150, in: state))
        }
    }

    @Test("RL-12: nobody passes themselves")
    func passing() {
        func competence(of account: String) -> Competence {
            Competence(
                account: account, course: "EVD-1", provider: "", sector: "police", attendedOn: 1, validFrom: 100,
                validUntil: 200)
        }
        #expect(obstacles(.pass, competence(of: "me"), in: .attended, by: .trainingOfficer) == ["not-oneself"])
        #expect(obstacles(.pass, competence(of: "bob"), in: .attended, by: .trainingOfficer).isEmpty)
    }

    @Test("RL-27: a recognition has no number in it, and needs quality that a record shows")
    func recognition() {
        #expect(!Recognition.fields.contains { $0.holds == .number })
        let bare = Recognition(team: "Team A", indicators: [], evidence: [], words: "", hasOpenFlag: false)
        #expect(obstacles(.propose, bare, in: nil, by: .trainingOfficer) == ["quality", "evidence"])
        for count in ["arrests", "raids", "rescued", "persons"] {
            #expect(!Recognition.indicators.contains { $0.lowercased().contains(count) })
        }
    }
}
