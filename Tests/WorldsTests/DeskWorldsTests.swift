import Access
import Ledger
import Storage
import TestSupport
import Testing

@testable import Records

/// The desk itself, without a face: what each role can ask it gives the same with and without the hidden case.
@Suite("Two worlds at the desk", .serialized)
struct DeskWorldsTests {
    @Test(
        "lists, boards, notices, requests and every record's id answer every role the same", arguments: Backend.present)
    func sameAnswers(_ backend: Backend) async throws {
        try await House.with([], on: backend) { without in
            try await House.with([.guests, .oversight], on: backend) { with in
                try await House.with([.guests], on: backend) { calm in
                    let ids = try await Self.ids(with)
                    #expect(ids.count > 10)
                    for role in Self.roles(backend) {
                        let other = TwoWorldsTests.isCalledToAct(role) ? calm : with
                        let here = try await Self.answers(without, ids, try await without.viewer(role))
                        let there = try await Self.answers(other, ids, try await other.viewer(role))
                        for (left, right) in zip(here, there) { #expect(left == right, "\(role.rawValue)") }
                        #expect(here.count == there.count)
                    }
                }
            }
        }
    }

    @Test("whose case it is sees it: the hidden world is not empty")
    func notEmpty() async throws {
        try await House.with([.guests, .oversight]) { with in
            let worker = People.hiding(.ngoCaseworker)
            #expect(try await with.desk.list(Guest.self, as: worker).total == 5)
            #expect(try await !with.desk.due(.mine, as: worker).isEmpty)
            #expect(try await with.desk.list(Conflict.self, as: worker).total == 1)
            let officer = try await with.viewer(.prosecutor)
            let requests = try await with.desk.requests(as: officer)
            #expect(requests.count { $0.organisation == People.theirs } == 3)
            let overseer = try await with.viewer(.integrityOfficer)
            #expect(try await with.desk.brokenGlasses(as: overseer).count == 1)
        }
    }

    @Test("F1: who is excluded from a record learns of no request, broken glass, notice or order about it")
    func excludedFromOversight() async throws {
        try await House.with([.guests]) { with in
            let hidden = try await with.database.read { connection in
                try connection.rows(
                    """
                    SELECT pid FROM approval_request WHERE organisation = \(People.theirs)
                    UNION SELECT pid FROM break_glass
                    """
                ).map { $0.text(0) }
            }
            #expect(hidden.count == 2)
            for role in FineRole.allCases {
                let viewer = try await with.viewer(role)
                let told = try await with.desk.notices(as: viewer).map(\.record)
                #expect(Set(told).isDisjoint(with: hidden), "\(role)")
                let requests = try await with.desk.requests(as: viewer)
                #expect(!requests.contains { $0.organisation == People.theirs }, "\(role)")
                #expect(try await with.desk.brokenGlasses(as: viewer).isEmpty, "\(role)")
                #expect(try await with.desk.list(ExclusionOrder.self, as: viewer).total == 0, "\(role)")
            }
        }
    }

    @Test(
        "a forbidden id and a missing one are asked about in the same statements, whatever is tried",
        arguments: Backend.present)
    func sameWay(_ backend: Backend) async throws {
        try await House.with([.guests, .oversight], on: backend) { house in
            let ids = try await house.database.read { connection in
                try connection.rows("SELECT pid FROM record WHERE type = 'guest' ORDER BY id DESC LIMIT 2")
                    .map { $0.text(0) }
            }
            for role in Self.roles(backend) {
                let viewer = try await house.viewer(role)
                for (name, attempt) in Self.attempts {
                    let missing = try await Self.refused(attempt, house, "nosuchrecord", viewer)
                    for id in ids {
                        let hidden = try await Self.refused(attempt, house, id, viewer)
                        // Who may see it with two approvals may ask for them, and so knows that it is there.
                        let mayAsk = decide(as: role, .read, .victimPseudo, Context(approvals: .twoDifferent))
                        if name == "ask for approval", mayAsk.isPermitted, hidden.error == "seen" { continue }
                        #expect(hidden.error == missing.error, "\(name) \(role.rawValue)")
                        #expect(hidden.statements == missing.statements, "\(name) \(role.rawValue)")
                    }
                }
            }
        }
    }

    // All of them on SQLite; on PostgreSQL those whose rights differ most.
    private static func roles(_ backend: Backend) -> [FineRole] {
        backend == .sqlite
            ? FineRole.allCases : [.ngoCaseworker, .investigator, .authorisingOfficer, .auditor, .integrityOfficer]
    }

    typealias Attempt = @Sendable (House, RecordID, Viewer) async throws -> Bool

    /// What may be tried with an id; `false` for what is answered with nothing.
    static let attempts: [(String, Attempt)] = [
        ("read", { try await $0.desk.read($1, of: Guest.self, as: $2) != nil }),
        ("history", { try await $0.desk.history($1, of: Guest.self, as: $2) != nil }),
        ("readers", { try await $0.desk.readers($1, of: Guest.self, as: $2) != nil }),
        (
            "perform",
            {
                let edits: Document = ["note": .text("x")]
                _ = try await $0.desk.perform(
                    .note, on: $1, of: Guest.self, Asking(base: 1, edits: edits, key: "k"), as: $2)
                return true
            }
        ),
        (
            "wrong action",
            {
                _ = try await $0.desk.perform(.leave, on: $1, of: Guest.self, Asking(), as: $2)
                return true
            }
        ),
        (
            "undo",
            {
                _ = try await $0.desk.undo($1, of: Guest.self, as: $2, because: "slip")
                return true
            }
        ),
        (
            "ask for approval",
            {
                _ = try await $0.desk.askApproval(
                    to: .read, $1, of: Guest.self, Asking(reason: "x"), as: $2)
                return true
            }
        ),
        (
            "another type",
            { try await $0.desk.read($1, of: Posting.self, as: $2) != nil }
        ),
    ]

    private static func refused(
        _ attempt: Attempt, _ house: House, _ id: RecordID, _ viewer: Viewer
    ) async throws -> (error: String, statements: [String]) {
        var error = ""
        let statements = await house.database.statements {
            do {
                error = try await attempt(house, id, viewer) ? "seen" : "nothing"
            } catch let thrown {
                error = "\(thrown)"
            }
        }
        return (error, statements)
    }

    // Some of every sort: the newest, among which are those of the hidden case.
    private static func ids(_ house: House) async throws -> [String] {
        try await house.database.read { connection in
            let types = try connection.rows("SELECT DISTINCT type FROM record").map { $0.text(0) }
            let records = try types.flatMap { type in
                try connection.rows("SELECT pid FROM record WHERE type = \(type) ORDER BY id DESC LIMIT 1")
            }
            let others = try ["approval_request", "break_glass", "notice"].flatMap { table in
                try connection.rows("SELECT pid FROM \(raw: table) ORDER BY id DESC LIMIT 2")
            }
            return (records + others).map { $0.text(0) } + ["nosuchthing"]
        }
    }

    // Whatever can be asked, as lines.
    private static func answers(_ house: House, _ ids: [String], _ viewer: Viewer) async throws -> [String] {
        let desk = house.desk
        var lines = try await lists(desk, viewer)
        for scope in BoardScope.allCases {
            lines.append("\(try await desk.due(scope, within: 400 * .days, as: viewer))")
        }
        lines.append("\(try await desk.notices(as: viewer))")
        lines.append("\(try await desk.requests(as: viewer))")
        lines.append("\(try await desk.brokenGlasses(as: viewer))")
        for id in ids {
            lines.append(
                "\(try await told { try await desk.read(id, of: Guest.self, as: viewer).map { text($0.fields) } })")
            lines.append(
                "\(try await told { try await desk.read(id, of: Conflict.self, as: viewer).map { text($0.fields) } })")
            lines.append(
                "\(try await told { try await desk.read(id, of: ExclusionOrder.self, as: viewer).map { text($0.fields) } })"
            )
            lines.append("\(try await told { try await desk.history(id, of: Posting.self, as: viewer) })")
            lines.append("\(try await told { try await desk.putAway(id, as: viewer) })")
        }
        return lines
    }

    private static func lists(_ desk: Desk, _ viewer: Viewer) async throws -> [String] {
        func list<R: Record>(_ type: R.Type) async throws -> String {
            let page = try await desk.list(R.self, limit: 5, as: viewer)
            return "\(R.type.name) \(page.total) \(page.records.map { "\($0.id) \(text($0.fields)) \($0.actions)" })"
        }
        return [
            try await list(Guest.self), try await list(Posting.self), try await list(Organisation.self),
            try await list(Unit.self), try await list(ExclusionOrder.self), try await list(Conflict.self),
        ]
    }

    private static func text(_ fields: Document) -> String {
        String(decoding: Tree.object(fields).bytes, as: UTF8.self)
    }

    private static func told<Value>(_ body: () async throws -> Value) async throws -> String {
        do { return "\(try await body())" } catch { return "\(error)" }
    }
}
