import Access
import Storage
import Synchronization
import TestSupport
import Testing

@testable import RichPicture

@Suite("All of an import or none of it")
struct AtomicityTests {
    static let people = TestProfiles.people([
        "Somchai,สมชาย,1980-01-02,0812345678,boat", "Hla,လှ,1990-01-02,0812345679,", "Chan,ចាន់,,,",
    ])

    @Test("a failure at any load of a commit leaves nothing, and the next try succeeds", arguments: Backend.present)
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
            let staged = try await picture.stage(Self.people, .people())
            let before = try await Reads.all(picture)
            var tries = 0
            while tries < 50 {
                database.loads.store(tries, ordering: .relaxed)
                do {
                    let source = try await picture.commit(staged.source.id)
                    #expect(source.counts == staged.source.counts)
                    break
                } catch is FailingDatabase.Broken {
                    #expect(try await picture.factRows() == [0, 0, 0, 0, 0, 0], "load \(tries)")
                    #expect(try await Reads.all(picture) == before, "load \(tries)")
                    #expect(try await picture.rich.sources(as: picture.viewer).map(\.state) == [.staged])
                }
                tries += 1
            }
            #expect(tries >= 4 && tries < 50)
            #expect(try await picture.first("somchai") != nil)
        }
    }

    @Test("a large commit that fails keeps the indexes that it had dropped", arguments: Backend.present)
    func indexesComeBack(_ backend: Backend) async throws {
        nonisolated(unsafe) var failing: FailingDatabase?
        try await Picture.open(
            backend,
            { database in
                let wrapped = FailingDatabase(database)
                failing = wrapped
                return wrapped
            }
        ) { picture in
            let lines = (0..<20_500).map {
                "081000\(1000 + $0 % 900),082000\(1000 + $0 % 700),2026-06-01 08:15,1,\($0 % 9)"
            }
            let staged = try await picture.stage(TestProfiles.calls(lines), .calls())
            let database = try #require(failing)
            database.loads.store(2, ordering: .relaxed)
            await #expect(throws: FailingDatabase.Broken()) {
                try await picture.commit(staged.source.id)
            }
            #expect(try await picture.factRows() == [0, 0, 0, 0, 0, 0])
            database.loads.store(-1, ordering: .relaxed)
            try await picture.commit(staged.source.id)
            #expect(try await picture.count("event") == 20_500)
            let names: SQL =
                backend == .sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'event' AND name LIKE 'event_%' ORDER BY name"
                : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'event_%' ORDER BY 1"
            let indexes = try await picture.database.read { try $0.rows(names).map { $0.text(0) } }
            #expect(Set(indexes).isSuperset(of: ["event_a", "event_b", "event_place"]))
        }
    }

    @Test(
        "two imports at once: both are whole, identifiers are shared, the same bytes are taken once",
        arguments: Backend.present)
    func atOnce(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let files = (0..<4).map { file in
                TestProfiles.calls(
                    (0..<500).map {
                        "081000\(1000 + $0 % 40),082000\(2000 + $0 % 30),2026-06-0\(file + 1) 08:15,\(file),1"
                    })
            }
            try await withThrowingTaskGroup { group in
                for (index, text) in files.enumerated() {
                    group.addTask { _ = try await picture.add(text, .calls("calls-\(index).csv")) }
                }
                try await group.waitForAll()
            }
            #expect(try await picture.count("event") == 2_000)
            #expect(try await picture.count("entity") == 71)
            #expect(try await picture.count("appearance") == 4 * 71)
            let same = TestProfiles.calls(["0812345678,0898765432,2026-06-01 08:15,1,1"])
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for index in 0..<4 {
                    group.addTask { try await picture.stage(same, .calls("same-\(index).csv")).source.id }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await picture.count("source") == 5)
        }
    }
}
