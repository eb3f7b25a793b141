import Testing
import Words

@testable import Access

@Suite("Roles that people have")
struct FineRoleTests {
    /// Those that the matrix names and domain.md 3.2 lacks.
    static let added: Set<FineRole> = [.counsellor, .immigrationOfficer, .raidTeamMember, .keyCustodian]

    @Test("they are the 33 of domain.md 3.2, and four", .enabled(if: Page.read("domain.md") != nil, "needs ../shared"))
    func names() throws {
        let text = try #require(Page.read("domain.md"))
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Roles: `") })
        let named = line.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        #expect(named.count == 33)
        #expect(Set(named) == Set(FineRole.allCases.filter { !Self.added.contains($0) }.map(\.rawValue)))
    }

    @Test("every column but the public's is somebody's")
    func columns() {
        #expect(Set(FineRole.allCases.map(\.column)) == Set(Role.allCases.filter { $0 != .media }))
    }

    @Test(
        "a role is never wider than its column, and where it is narrower the reason is the role",
        arguments: FineRole.allCases)
    func narrower(_ role: FineRole) {
        let best = [ForbidTests.favourable, Context(), Context(isOwn: true), Context(isAssigned: true)]
        for kind in Kind.allCases {
            for operation in Operation.allCases {
                for context in best {
                    let column = decide(role.column, operation, kind, context)
                    let fine = decide(as: role, operation, kind, context)
                    #expect(fine == column || column.isPermitted && fine == .deny(.narrower(role)))
                }
            }
        }
    }

    /// The kinds of which a role can do something in the best of contexts.
    static func kinds(_ role: FineRole, _ operation: Operation = .read) -> Set<String> {
        Set(Kind.ofPage.filter { decide(as: role, operation, $0, ForbidTests.favourable).isPermitted }.map(\.name))
    }

    @Test("what domain.md 3.2 says of some: aggregates only, audit but no content, no content at all")
    func examples() {
        let account: Set = ["audit_log", "stats_pub", "users_config"]
        #expect(Self.kinds(.publisher) == account)
        #expect(Self.kinds(.publisher, .create) == ["stats_pub"])
        #expect(Self.kinds(.disclosureReviewer) == ["stats_pub", "users_config"])
        #expect(Self.kinds(.disclosureReviewer, .approve) == ["stats_pub"])
        #expect(Self.kinds(.auditor) == account.union(["custody_log", "coi_register", "keys"]))
        #expect(Self.kinds(.sysadmin) == account)
        #expect(Self.kinds(.hrOfficer, .update) == ["users_config"])
        #expect(Self.kinds(.sysadmin, .update) == ["users_config", "keys"])
        #expect(Self.kinds(.integrityOfficer) == account.union(["coi_register"]))
        for role in [FineRole.trainingOfficer, .strategyFacilitator, .strategyPlayer] {
            #expect(Self.kinds(role) == account)
        }
        let people: Set = ["victim_id", "victim_pseudo", "relatives", "testimony", "status_label"]
        #expect(Self.kinds(.financialInvestigator).isDisjoint(with: people))
        #expect(Self.kinds(.investigator).isSuperset(of: people))
    }

    @Test("RL-12: who plans does not approve, who approves does not write, who commands at the site does neither")
    func duties() {
        #expect(Self.kinds(.operationPlanner, .approve).isEmpty)
        #expect(Self.kinds(.operationPlanner, .update).contains("op_plan"))
        #expect(Self.kinds(.authorisingOfficer, .approve) == ["op_plan", "risk_assess"])
        #expect(Self.kinds(.authorisingOfficer, .update).isDisjoint(with: ["op_plan", "risk_assess", "role_card"]))
        #expect(Self.kinds(.sceneCommander).contains("op_plan"))
        #expect(Self.kinds(.sceneCommander, .update).contains("op_plan") == false)
        #expect(Self.kinds(.sceneCommander, .approve).isEmpty)
    }

    @Test("every decision has words, and all of them are in the catalogue")
    func words() {
        var said: Set<Decision> = []
        for role in FineRole.allCases {
            #expect(Catalogue.english.text(role.phrase) != role.phrase.key)
            for right in Matrix.page.rights.keys {
                for place in stride(from: 0, to: Context.count, by: 37) {
                    said.insert(decide(as: role, right.operation, right.kind, Context.all[place]))
                }
            }
        }
        for decision in said {
            #expect(!decision.explanation.isEmpty)
            for phrase in decision.explanation {
                let text = Catalogue.english.text(phrase)
                #expect(!text.contains("access.") && !text.contains("{"), "\(text)")
            }
        }
        let keys = Role.allCases.map(\.phrase) + Operation.allCases.map(\.phrase) + ForbidNumber.allCases.map(\.phrase)
        for phrase in keys { #expect(Catalogue.english.text(phrase) != phrase.key) }
    }
}
