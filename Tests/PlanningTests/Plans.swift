import Planning
import Testing
import Values

/// A plan that lacks nothing, to take things out of.
enum Plans {
    static func law(_ name: String = "example-civil") throws -> Jurisdiction {
        try #require(try Jurisdiction.shipped()[name])
    }

    static func shortcomings(_ plan: OperationPlan, in law: String = "example-civil") throws -> [Reason] {
        plan.shortcomings(in: try Self.law(law), try Framework.shipped())
    }

    static func good() throws -> OperationPlan {
        var plan = OperationPlan(site: "site-1", entryAt: 1000.days)
        plan.objectives = Set(Objective.allCases)
        plan.members = [
            OperationPlan.Member("a", .sceneCommander, team: .scene, tasks: ["command"]),
            OperationPlan.Member("b", .exhibitsOfficer, team: .evidence, tasks: ["exhibits"]),
            OperationPlan.Member("c", .arrestTeam, team: .arrest, tasks: ["arrest"]),
            OperationPlan.Member("d", .transportOfficer, team: .persons, tasks: ["bring to the safe site"]),
        ]
        plan.leaders = [.scene: "a", .evidence: "b", .arrest: "c", .persons: "d"]
        plan.acknowledged = Set(OperationPlan.Party.allCases)
        plan.languages = ["km", "lo"]
        plan.interpreters = [["km"], ["lo"], ["km", "lo"]]
        plan.expectedPersons = 5...20
        plan.servicePlaces = 20
        plan.safeSite = OperationPlan.SafeSite(
            "safe-1", metres: 8000, capacity: 25, hasPrivateRooms: true, hasChildArea: true)
        plan.authority = OperationPlan.Authority(
            .warrant, number: "W-1", site: "site-1", from: 999.days, until: 1001.days)
        plan.hasSeparateTransport = true
        plan.hasMedicalCover = true
        plan.hasChildPlan = true
        plan.evidence = [.broker: "phones", .trafficker: "ledgers", .exploiter: "rosters"]
        plan.qualifiedCollectors = 1
        plan.brokerPlan = "two other sites at the same hour"
        plan.postRaid = Set(OperationPlan.PostRaidPart.allCases)
        return plan
    }
}
