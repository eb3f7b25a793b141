import Access
import Daybreak
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import Records
import RichPicture
import Storage
import Synchronization

@testable import Web

/// A record for the tests of generic faces: it has every sort of field, may be undone, and meets others' changes.
struct Chore: Record {
    enum State: String, RecordState { case waiting, done }
    enum Action: String, RecordAction { case plan, note, finish }

    var title: String
    var remark: String
    var isUrgent: Bool
    var count: Int
    var day: Int
    var sort: String
    var helpers: [String]
    var owner: String

    static let type = RecordType("chore", kind: .intelEntity)
    static let fields = [
        Field("title", .text, isIndexed: true), Field("remark", .longText), Field("isUrgent", .flag),
        Field("count", .number), Field("day", .moment, group: "time"), Field("sort", .choice(["small", "large"])),
        Field("helpers", .list), Field("owner", .account),
    ]
    static let workers: Set<FineRole> = [.analyst, .intelOfficer]
    static let lifecycle = Lifecycle<Chore>(
        opening: Transition(
            .plan, to: .waiting, by: workers, sets: fields.map(\.name),
            deadlines: [.opens(DeadlineRule("do-chore", lasts: 1 * .days, "R001"))]
        ) {
            Guard("records.guard.named", "R001") { !$0.record.title.isEmpty }
        },
        Transition(.note, from: .waiting, by: workers, sets: ["remark", "count"], isUndoable: true),
        Transition(.finish, from: .waiting, to: .done, by: workers, deadlines: [.meets("do-chore")], needsReason: true)
        {
            Guard("records.guard.not-for-oneself", "RL-12") { !$0.viewerDid(.plan) }
        })

    func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.organisation(opened.organisation)])
    }
}

/// A Daybreak with people, each with their own browser.
struct RecordWorld: Sendable {
    let daybreak: Daybreak
    let book: RecordBook
    private let folder: String
    let clock: Clock

    final class Clock: Sendable {
        private let time = Mutex(1_780_300_000_000)
        var now: Int { time.withLock { $0 } }
        func pass(_ milliseconds: Int) { time.withLock { $0 += milliseconds } }
    }

    static let people: [String: Viewer] = [
        "ann": viewer("ann", .analyst, "Unit 4"), "ben": viewer("ben", .intelOfficer, "Unit 4"),
        "cas": viewer("cas", .analyst, "Unit 7"), "eve": viewer("eve", .sysadmin, "Unit 4"),
        "fay": viewer("fay", .prosecutor, "Court"), "hin": viewer("hin", .ngoManager, "Baan Mai"),
        "gus": viewer("gus", .integrityOfficer, "Oversight"),
    ]

    private static func viewer(_ account: String, _ role: FineRole, _ organisation: String) -> Viewer {
        Viewer(
            name: account, standing: Standing(account: account, role: role, organisation: organisation, unit: "North"),
            labels: [])
    }

    static func run(_ body: @escaping @Sendable (RecordWorld) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-rec-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let clock = Clock()
        let environment = Environment(
            database: folder + "/test.daybreak", now: { clock.now },
            random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }, costs: .trifling)
        let bare = try await makeDaybreak(environment)
        let organisations = Set(people.values.map(\.organisation)).sorted()
        _ = try await bare.desk.found(
            Founding(
                organisations: organisations.map { Organisation(name: $0, sort: "police") },
                units: [Unit(name: "North", organisation: "Unit 4", head: "ben")],
                postings: people.values.sorted { $0.name < $1.name }.map {
                    Posting(
                        account: $0.standing.account, name: $0.name.capitalized, role: $0.standing.role,
                        organisation: $0.organisation, unit: "North", from: 0)
                }))
        try await admit(bare.database)
        try await bare.close()
        let daybreak = try await makeDaybreak(environment)
        let book = RecordBook(Daybreak.recordTypes + [Chore.self], desk: daybreak.desk)
        try await body(RecordWorld(daybreak: daybreak, book: book, folder: folder, clock: clock))
        try await daybreak.close()
    }

    // Accounts that are called what their people are called, in a demonstration.
    private static func admit(_ database: any Database) async throws {
        try await database.write { connection in
            for name in people.keys {
                try connection.execute(
                    """
                    INSERT INTO identity_account (id, name, state, created, changed)
                    VALUES (\(name), \(name), 'active', 0, 0)
                    """)
            }
            try connection.execute("INSERT INTO founding (name, value) VALUES ('founded', 'demonstration')")
        }
    }

    /// Speaks as somebody, through the router.
    func speaking(
        as name: String, _ body: @escaping @Sendable (Browser) async throws -> Void
    ) async throws {
        let clock = clock
        let configuration = WebConfiguration(
            uploadFolder: folder + "/uploads", rates: RateLimits.Table(each: [:], organisation: [:]),
            now: { clock.now })
        var ground = daybreak.ground
        ground.book = book
        let world = WebWorld(ground, configuration: configuration)
        try await Application(router: WebServer.makeRouter(world)).test(.router) { client in
            try await body(Browser(client: client, name: name, daybreak: daybreak))
        }
    }
}

/// What somebody sends and gets.
struct Browser: Sendable {
    let client: any TestClientProtocol
    let name: String
    let daybreak: Daybreak

    // A session for every request: tests let days pass between two.
    private func session() async throws -> HTTPFields {
        let signedIn = try await daybreak.identity.signInForDemonstration(name: name)
        let held = try await daybreak.directory.postings(of: name)
        _ = try await daybreak.identity.take(posting: held.first?.id ?? "", token: signedIn.token)
        return [.authorization: "Bearer \(signedIn.token)"]
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: try await session()) { $0 }
    }

    func form(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
        var query = Query()
        for (name, value) in fields { query.items.append(Query.Item(name: name, value: value)) }
        var headers = try await session()
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await client.execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: String(query.suffix.dropFirst()))
        ) { $0 }
    }

    func json(_ path: String, _ body: String, key: String? = nil) async throws -> TestResponse {
        var headers = try await session()
        headers[.contentType] = "application/json"
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)) {
            $0
        }
    }
}

extension TestResponse {
    /// The body as a JSON object.
    func object() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    /// The body as a list of JSON objects.
    func list() throws -> [[String: Any]] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    }
}
