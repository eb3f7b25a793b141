import Access
import Daybreak
import Foundation
import Records
import Storage
import TestSupport

@testable import RichPicture

/// A rich picture on a database of its own, with a folder for files, a clock that stands still, and a fixed key, so that
/// two pictures that are told the same give the same public identifiers.
struct Picture: Sendable {
    /// 2026-11-23 12:00 UTC.
    static let noon = 1_795_435_200_000

    let rich: RichPicture
    let database: any Database
    let folder: URL
    var viewer = Viewer.owner(of: "police")

    /// Runs `body` on a new picture and removes it.
    static func open<Result>(
        _ backend: Backend, _ wrap: (any Database) -> any Database = { $0 }, _ body: (Picture) async throws -> Result
    ) async throws -> Result {
        try await backend.withDatabase(Daybreak.migrations) { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "daybreak-picture-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let wrapped = wrap(database)
            let rich = try await RichPicture.open(
                desk(wrapped), now: { noon }, newSecret: [UInt8](repeating: 7, count: 32), profiles: TestProfiles.all())
            return try await body(Picture(rich: rich, database: wrapped, folder: folder))
        }
    }

    /// The desk of a database, with a clock that stands still.
    static func desk(_ database: any Database) -> Desk {
        Desk(database, vault: nil, now: { noon }) { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    }

    /// Writes a file of these bytes.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder.appending(path: "\(UUID().uuidString)-\(name)")
        try Data(bytes).write(to: path)
        return path.path
    }

    func stage(_ bytes: [UInt8], _ request: ImportRequest) async throws -> StagedImport {
        try await rich.stage(path: try file(request.name, bytes), request: request, as: viewer)
    }

    func stage(_ text: String, _ request: ImportRequest) async throws -> StagedImport {
        try await stage(Array(text.utf8), request)
    }

    /// Stages and commits.
    @discardableResult func add(_ bytes: [UInt8], _ request: ImportRequest) async throws -> Source {
        try await commit(try await stage(bytes, request).source.id)
    }

    @discardableResult func add(_ text: String, _ request: ImportRequest) async throws -> Source {
        try await add(Array(text.utf8), request)
    }

    /// Commits what was staged.
    @discardableResult func commit(_ id: String) async throws -> Source { try await rich.commit(id, as: viewer) }

    /// The number of rows of a table.
    func count(_ table: String) async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) FROM \(raw: table)")?.int(0) ?? 0 }
    }

    /// The tables that hold what is believed.
    static let facts = ["entity", "statement", "event", "location", "appearance", "posting"]

    func factRows() async throws -> [Int] {
        var rows: [Int] = []
        for table in Self.facts { rows.append(try await count(table)) }
        return rows
    }

    /// The first hit for a text.
    func first(_ text: String, country: String? = "TH") async throws -> SearchHit? {
        try await rich.search(SearchQuery(text), country: country, as: viewer).hits.first
    }

    /// The public identifier of the entity that this identifier is.
    func id(_ kind: EntityKind, _ key: String) -> String { rich.publicID(kind.name, key) }

    /// The stored bytes of a source.
    func bytes(of id: String) async throws -> [UInt8] {
        try await database.read { connection in
            let number = try connection.row("SELECT id FROM source WHERE pid = \(id)")?.int(0) ?? 0
            return try SourceBytes.all(of: number, from: connection, limit: 1 << 30)
        }
    }
}

extension IntrusionAuthority {
    /// An authority for all of this century.
    static let order = IntrusionAuthority(
        reference: "order 17", basis: "Provincial Court", subject: .suspect, from: 0, until: 4_102_444_800_000)
}

extension ImportRequest {
    static func calls(_ name: String = "calls.csv", owner: String = "police") -> ImportRequest {
        ImportRequest(name: name, owner: owner, authority: .order, profile: "test-calls")
    }

    static func people(_ name: String = "people.csv", owner: String = "police") -> ImportRequest {
        ImportRequest(name: name, owner: owner, profile: "test-people")
    }

    static func transfers(_ name: String = "transfers.csv", owner: String = "police") -> ImportRequest {
        ImportRequest(name: name, owner: owner, authority: .order, profile: "test-transfers")
    }

    func with(_ change: (inout ImportRequest) -> Void) -> ImportRequest {
        var request = self
        change(&request)
        return request
    }
}
