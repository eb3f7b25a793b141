import Storage
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    static let steps = [
        Migration("0001-first", ["CREATE TABLE first (id {id}, n {int}) {table}", "INSERT INTO first VALUES (1, 1)"]),
        Migration("0002-second", ["CREATE TABLE second (a {int}, b {text}, PRIMARY KEY (a, b)) {clustered}"]),
        Migration("0003-third", ["UPDATE first SET n = n + 1", "CREATE INDEX by_n ON first (n)"]),
    ]

    private func expectNames(
        _ names: [String], _ database: any Database, at location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await database.read { reading in
            try reading.rows("SELECT name FROM migration ORDER BY number").map { $0.text(0) }
        }
        #expect(found == names, sourceLocation: location)
    }

    @Test("run in order, once", arguments: Backend.present)
    func order(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open()
            try await database.migrate(Array(Self.steps[..<1]))
            try await database.migrate(Self.steps)
            try await database.migrate(Self.steps)
            try await expectNames(Self.steps.map(\.name), database)
            let n = try await database.read { try $0.row("SELECT n FROM first")?.int(0) }
            #expect(n == 2)
            try await database.close()
        }
    }

    @Test("a database of a newer Daybreak is refused and left alone", arguments: Backend.present)
    func newer(_ backend: Backend) async throws {
        try await backend.withDatabase(Self.steps) { database in
            await #expect(throws: StorageError.newerDatabase(migration: "0003-third")) {
                try await database.migrate(Array(Self.steps[..<2]))
            }
            try await expectNames(Self.steps.map(\.name), database)
        }
    }

    @Test("a step put in between, or two exchanged, is refused", arguments: Backend.present)
    func exchanged(_ backend: Backend) async throws {
        try await backend.withDatabase(Array(Self.steps[..<2])) { database in
            await #expect(throws: StorageError.migrationsOutOfOrder(ran: "0002-second", expected: "0003-third")) {
                try await database.migrate([Self.steps[0], Self.steps[2], Self.steps[1]])
            }
        }
    }

    @Test("a step that fails leaves those before it, and nothing of itself", arguments: Backend.present)
    func failing(_ backend: Backend) async throws {
        let bad = Migration("0002-bad", ["CREATE TABLE half (id {id}) {table}", "CREATE NONSENSE"])
        try await backend.withPlace { place in
            let database = try await place.open()
            await #expect(throws: StorageError.self) { try await database.migrate([Self.steps[0], bad]) }
            try await expectNames(["0001-first"], database)
            await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT * FROM half") } }
            try await database.close()
        }
    }

    @Test("several nodes that start together do it once", arguments: Backend.present)
    func together(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            try await withThrowingTaskGroup { group in
                for _ in 1...4 {
                    group.addTask {
                        let node = try await place.open(connections: 1)
                        try await node.migrate(Self.steps)
                        try await node.close()
                    }
                }
                try await group.waitForAll()
            }
            let database = try await place.open()
            try await expectNames(Self.steps.map(\.name), database)
            let n = try await database.read { try $0.row("SELECT n FROM first")?.int(0) }
            #expect(n == 2)
            try await database.close()
        }
    }
}
