import Testing

@testable import Access

/// The four kinds of which the page is silent (decision 16).
@Suite("Kinds that the rooms add")
struct RoomKindTests {
    private static let best = ForbidTests.favourable

    private func given(_ role: Role, _ kind: Kind) -> Set<Operation> {
        Set(Operation.allCases.filter { decide(role, $0, kind, Self.best).isPermitted })
    }

    @Test("RL-02, RL-26: immigration, administrators, key custodians and the public have none of them")
    func nobody() {
        for kind in Kind.ofRooms {
            for role in [Role.immigrationOfficer, .administrator, .custodian, .media, .survivor, .teller] {
                guard (role, kind) != (.survivor, .exercise), (role, kind) != (.teller, .exercise) else { continue }
                #expect(given(role, kind).isEmpty, "\(role) \(kind)")
            }
        }
    }

    @Test("an inspection is the inspectorate's; analysts see it without who complained (RL-23)")
    func inspections() {
        #expect(given(.labourInspector, .inspection) == [.create, .read, .update, .share])
        #expect(given(.caseworker, .inspection) == [.create])
        guard case .permit(let grant) = decide(.analyst, .read, .inspection, Self.best) else {
            Issue.record("analysts read inspections")
            return
        }
        #expect(grant.isRedacted)
    }

    @Test("what somebody can do is read by them and by who plans, and written by who trains")
    func competences() {
        #expect(decide(as: .evidenceTech, .read, .competence, Context(isOwn: true, isPostingCurrent: true)).isPermitted)
        #expect(!decide(as: .evidenceTech, .read, .competence, Context(isPostingCurrent: true)).isPermitted)
        let assigned = Context(isAssigned: true, isPostingCurrent: true)
        #expect(decide(as: .trainingOfficer, .update, .competence, assigned).isPermitted)
        #expect(!decide(as: .interpreter, .update, .competence, assigned).isPermitted)
    }

    @Test("a release is written by the publisher alone, and read before it is out by who must approve it")
    func releases() {
        for role in FineRole.allCases {
            let writes = decide(as: role, .create, .release, Self.best).isPermitted
            #expect(writes == (role == .publisher), "\(role)")
        }
        for role in [FineRole.prosecutor, .ngoManager, .disclosureReviewer] {
            #expect(decide(as: role, .read, .release, Self.best).isPermitted, "\(role)")
        }
        #expect(!decide(as: .analyst, .update, .release, Self.best).isPermitted)
    }
}
