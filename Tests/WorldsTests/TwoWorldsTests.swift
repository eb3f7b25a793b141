import Access
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Records
@testable import RichPicture
@testable import Web

/// Two databases, identical but that one also holds what is hidden from the eyes that look. Whoever looks, at whatever,
/// gets the same bytes.
@Suite("Two worlds", .serialized)
struct TwoWorldsTests {
    @Test(
        "every route answers every role the same with and without the hidden case", arguments: Backend.allCases)
    func sameTranscripts(_ backend: Backend) async throws {
        let roles = Self.roles(on: backend)
        try await Self.worlds(on: backend) { without, with, calm in
            var total = Comparison.Outcome()
            let script = try await Self.script(without, with, calm)
            // Whoever reads is known to those who may ask who did: so everything is done in all three worlds.
            for (pass, steps) in [script.reads, script.writes + script.after + script.doors].enumerated() {
                for role in roles + [nil] {
                    let isCalled = role.map(Self.isCalledToAct) ?? false
                    let (other, third) = isCalled ? (calm, with) : (with, calm)
                    let comparison = Comparison(without: without, with: other, also: third)
                    total.add(try await comparison.run(steps, as: role, pass: pass + 1))
                }
            }
            print("two worlds: \(total.requests) requests as \(roles.count) roles on \(backend)")
            #expect(total.differences.isEmpty, "\(total.differences.count): \(Self.summary(total.differences))")
            let unreached = RouteTable.all.map { "\($0.method.rawValue) \($0.pattern)" }.filter {
                !total.reached.contains($0)
            }
            #expect(unreached.isEmpty, "no request got anything out of these; the pool needs what they take")
        }
    }

    @Test("every route of the table is asked for, with its parameters and with ids of every kind")
    func everyRouteIsAsked() async throws {
        let pool = Pool(
            ids: [
                .seen: ["entity": ["a"], "source": ["b"], "record": ["e"]], .hidden: ["entity": ["c"]],
                .unknown: ["": ["d"]],
            ],
            types: ["e": "posting"], actions: ["posting": ["amend"]])
        let script = Script(routes: RouteTable.all, pool: pool)
        let steps = script.reads + script.writes + script.doors
        for route in RouteTable.all {
            let own = steps.filter { $0.route == route.pattern && $0.method == route.method }
            #expect(!own.isEmpty, "\(route.pattern)")
            if route.places.contains("id") {
                for id in ["a", "b", "c", "d"] {
                    #expect(own.contains { $0.path.split(separator: "?")[0].contains("/\(id)") }, "\(route.pattern)")
                }
            }
            for parameter in script.parameters(route) {
                #expect(own.contains { $0.path.contains(parameter.name + "=") }, "\(route.pattern) \(parameter.name)")
            }
        }
    }

    /// All roles in `make soak`; in `make test` those whose rights differ most, on PostgreSQL those who reach most routes.
    private static func roles(on backend: Backend) -> [FineRole?] {
        if ProcessInfo.processInfo.environment["DAYBREAK_SOAK"] != nil { return FineRole.allCases }
        guard backend == .sqlite else { return [.ngoCaseworker, .intelOfficer] }
        return [
            .ngoCaseworker, .intelOfficer, .raidTeamMember, .authorisingOfficer, .auditor, .sysadmin, .reporterPublic,
        ]
    }

    /// Worlds without and with everything hidden, and one without what calls overseers to act.
    static func worlds(
        on backend: Backend = .sqlite,
        _ body: @Sendable (_ without: House, _ with: House, _ calm: House) async throws -> Void
    ) async throws {
        try await House.with([], on: backend) { without in
            try await House.with(Set(Hidden.allCases), on: backend) { with in
                try await House.with([.sources, .guests], on: backend) { calm in try await body(without, with, calm) }
            }
        }
    }

    static func script(_ without: House, _ with: House, _ calm: House) async throws -> Script {
        var script = Script(routes: RouteTable.all, pool: try await Pool.of(without, with))
        for house in [with, calm, without] {
            script.tables = try await Comparison(without: house, with: house).tables(
                script, as: [.intelOfficer, .ngoCaseworker, .authorisingOfficer, .auditor, .sysadmin])
        }
        return script
    }

    /// Overseers and approvers, of whatever organisation, are told of what waits for them.
    static func isCalledToAct(_ role: FineRole) -> Bool {
        let mayReadExclusions = decide(as: role, .read, .coiRegister, Context()).isPermitted
        return mayReadExclusions || Desk.glassReviewers.contains(role)
            || Kind.allCases.contains { Desk.approvers(of: $0).contains(role) }
    }

    /// The first of each route's differences.
    static func summary(_ differences: [String]) -> String {
        var seen: Set<String> = []
        return differences.filter { line in
            let route = line.split(separator: " ").dropFirst().prefix(2).joined(separator: " ")
            return seen.insert(String(route.split(separator: "?")[0])).inserted
        }.prefix(30).joined(separator: "\n")
    }
}
