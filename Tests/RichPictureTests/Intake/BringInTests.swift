import Access
import Storage
import Synchronization
import TestSupport
import Testing

@testable import RichPicture

@Suite("Brought in at once, by those who do not want to look first")
struct BringInTests {
    static let calls = StageCommitTests.calls

    @Test("R043: what is brought in at once is what is staged and committed, row for row", arguments: Backend.present)
    func same(_ backend: Backend) async throws {
        let files: [(String, ImportRequest)] = [
            (Self.calls, .calls()), (AtomicityTests.people, .people()),
            (TestProfiles.transfers(["111-1-11111-1,222-2-22222-2,2026-06-01,100.00,THB,rent"]), .transfers()),
        ]
        let slowly = try await Picture.open(backend) { picture in
            for (text, request) in files { try await picture.add(text, request) }
            return try await Self.rows(picture)
        }
        let atOnce = try await Picture.open(backend) { picture in
            for (text, request) in files {
                let staged = try #require(try await Self.bringIn(text, request, picture).committed)
                #expect(staged.source.state == .committed && staged.source.committedAt == Picture.noon)
                #expect(staged.source.receivedAt == Picture.noon && !staged.firstFacts.isEmpty)
            }
            #expect(try await picture.first("081-234-5678")?.entity.caption == "+66812345678")
            return try await Self.rows(picture)
        }
        #expect(slowly.count == atOnce.count && slowly.count > 40)
        for (one, other) in zip(slowly, atOnce) { #expect(one == other) }
    }

    @Test("the same bytes again add nothing; what waits is committed", arguments: Backend.present)
    func again(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let waiting = try await picture.stage(Self.calls, .calls())
            let committed = try #require(try await Self.bringIn(Self.calls, .calls("b.csv"), picture).committed)
            #expect(committed.source.id == waiting.source.id && committed.source.state == .committed)
            let rows = try await Self.rows(picture)
            guard case .alreadyThere(let source) = try await Self.bringIn(Self.calls, .calls("c.csv"), picture) else {
                Issue.record("brought in twice")
                return
            }
            #expect(source.id == waiting.source.id)
            #expect(try await Self.rows(picture) == rows)
        }
    }

    @Test(
        "R064, RL-33: without an authority it is kept, unusable, and no row of it is written",
        arguments: Backend.present)
    func unusable(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let request = ImportRequest.calls().with { $0.authority = nil }
            guard case .unusable(let staged) = try await Self.bringIn(Self.calls, request, picture) else {
                Issue.record("used without an authority")
                return
            }
            #expect(staged.source.state == .unusable && staged.source.counts.rows == 4)
            #expect(try await picture.factRows() == [0, 0, 0, 0, 0, 0])
            #expect(try await picture.bytes(of: staged.source.id) == Array(Self.calls.utf8))
        }
    }

    @Test(
        "a file without one good row is shown and not kept; one that cannot be read neither", arguments: Backend.present
    )
    func refused(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let bad = TestProfiles.calls(["x,y,z,1,1", "x,y,z,2,1"])
            guard case .allRefused(let staged) = try await Self.bringIn(bad, .calls(), picture) else {
                Issue.record("took a file of bad rows")
                return
            }
            #expect(staged.source.counts.rejected == 2 && staged.rejected.map(\.line) == [2, 3])
            await #expect(throws: IntakeError.self) { try await Self.bringIn("a,b\n1,2\n", .calls(), picture) }
            #expect(try await Self.rows(picture).isEmpty)
        }
    }

    @Test("a failure at any load leaves nothing, and the next try succeeds", arguments: Backend.present)
    func failure(_ backend: Backend) async throws {
        nonisolated(unsafe) var failing: FailingDatabase?
        try await Picture.open(
            backend,
            { database in
                let wrapped = FailingDatabase(database)
                failing = wrapped
                return wrapped
            }
        ) { picture in
            let database = try #require(failing)
            var tries = 0
            while tries < 50 {
                database.loads.store(tries, ordering: .relaxed)
                do {
                    _ = try await Self.bringIn(AtomicityTests.people, .people(), picture)
                    break
                } catch is FailingDatabase.Broken {
                    #expect(try await Self.rows(picture).isEmpty, "load \(tries)")
                }
                tries += 1
            }
            #expect(tries >= 4 && tries < 50)
            #expect(try await picture.first("somchai") != nil)
        }
    }

    private static func bringIn(
        _ text: String, _ request: ImportRequest, _ picture: Picture
    ) async throws -> BroughtIn {
        try await picture.rich.bringIn(
            path: try picture.file(request.name, Array(text.utf8)), request: request, as: picture.viewer)
    }

    // Every row of every table that an import writes.
    private static func rows(_ picture: Picture) async throws -> [[String]] {
        try await picture.database.read { connection in
            try (["source", "source_chunk", "rejection"] + Picture.facts).flatMap { table in
                try connection.rows("SELECT * FROM \(raw: table)").map { row in
                    [table] + row.values.map { "\($0)" }
                }.sorted { $0.joined() < $1.joined() }
            }
        }
    }
}

extension BroughtIn {
    fileprivate var committed: StagedImport? {
        if case .committed(let staged) = self { staged } else { nil }
    }
}
