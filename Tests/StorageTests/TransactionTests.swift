import Storage
import Synchronization
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    static let table = Migration("0001-values", ["CREATE TABLE thing (id {id}, t {text} NOT NULL) {table}"])

    struct Mishap: Error {}

    private func expectCount(
        _ count: Int, _ database: any Database, at location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await database.read { try $0.row("SELECT COUNT(*) FROM thing")?.int(0) }
        #expect(found == count, sourceLocation: location)
    }

    @Test("a write that throws leaves nothing", arguments: Backend.present)
    func rollback(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            await #expect(throws: Mishap.self) {
                try await database.write { writing in
                    try writing.execute("INSERT INTO thing (id, t) VALUES (1, 'one')")
                    throw Mishap()
                }
            }
            try await expectCount(0, database)
        }
    }

    static let faults: [(String, SQL)] = [
        ("syntax", "SELEKT 1"),
        ("no table", "SELECT * FROM nowhere"),
        ("unique", "INSERT INTO thing (id, t) VALUES (1, 'again')"),
        ("not null", "INSERT INTO thing (id, t) VALUES (2, NULL)"),
    ]

    @Test("after an error the connection serves the next", arguments: Backend.present, faults.indices)
    func errors(_ backend: Backend, _ index: Int) async throws {
        let (name, fault) = Self.faults[index]
        try await backend.withPlace { place in
            let database = try await place.open(connections: 1)
            try await database.migrate([Self.table])
            try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (1, 'one')") }
            for _ in 1...3 {
                let error = await #expect(throws: StorageError.self) {
                    try await database.write { try $0.execute(fault) }
                }
                switch error {
                case .constraint: #expect(name == "unique" || name == "not null")
                case .other: #expect(name == "syntax" || name == "no table")
                default: Issue.record("\(String(describing: error))")
                }
            }
            try await expectCount(1, database)
            try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (2, 'two')") }
            try await expectCount(2, database)
            try await database.close()
        }
    }

    @Test("an error that is swallowed still undoes the transaction", arguments: Backend.present)
    func swallowed(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            await #expect(throws: StorageError.self) {
                try await database.write { writing in
                    try writing.execute("INSERT INTO thing (id, t) VALUES (1, 'one')")
                    _ = try? writing.execute("INSERT INTO thing (id, t) VALUES (1, 'again')")
                }
            }
            try await expectCount(0, database)
        }
    }

    @Test("a read cannot change anything", arguments: Backend.present)
    func readOnly(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            await #expect(throws: StorageError.self) {
                try await database.read { try $0.rows("INSERT INTO thing (id, t) VALUES (1, 'x') RETURNING id") }
            }
            let ids = try await database.write { writing in
                try writing.rows("INSERT INTO thing (id, t) VALUES (1, 'x'), (2, 'y') RETURNING id").map { $0.int(0) }
            }
            #expect(ids == [1, 2])
            try await expectCount(2, database)
        }
    }

    @Test("a statement says how many rows it changed", arguments: Backend.present)
    func changes(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            let changes = try await database.write { writing in
                [
                    try writing.execute("INSERT INTO thing (id, t) VALUES (1, 'x'), (2, 'y'), (3, 'z')"),
                    try writing.execute("UPDATE thing SET t = 'w' WHERE id > \(1)"),
                    try writing.execute("SELECT * FROM thing"),
                    try writing.execute("CREATE TABLE other (id BIGINT)"),
                    try writing.execute("INSERT INTO thing (id, t) VALUES (1, 'v') ON CONFLICT (id) DO NOTHING"),
                    try writing.execute("DELETE FROM thing"),
                ]
            }
            #expect(changes == [3, 2, 0, 0, 0, 3])
        }
    }

    @Test("a read during a write sees the state before, and goes on seeing it", arguments: Backend.present)
    func isolation(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (1, 'one')") }
            let (begun, go) = (Gate(), Gate())
            async let reading = database.read { reading in
                let before = try reading.row("SELECT COUNT(*) FROM thing")?.int(0)
                begun.open()
                go.wait()
                return [before, try reading.row("SELECT COUNT(*) FROM thing")?.int(0)]
            }
            try await begun.passed()
            let (inside, outside) = (Gate(), Gate())
            async let writing: Void = database.write { writing in
                try writing.execute("INSERT INTO thing (id, t) VALUES (2, 'two')")
                inside.open()
                outside.wait()
            }
            try await inside.passed()
            try await expectCount(1, database)
            outside.open()
            try await writing
            try await expectCount(2, database)
            go.open()
            #expect(try await reading == [1, 1])
        }
    }

    @Test("who holds a lock is waited for, and what it wrote is then seen", arguments: Backend.present)
    func locks(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let nodes = [try await place.open(), try await place.open()]
            try await nodes[0].migrate([Self.table])
            try await withThrowingTaskGroup { group in
                for worker in 0..<20 {
                    group.addTask {
                        try await nodes[worker % 2].write { writing in
                            try writing.lock("count")
                            let count = try writing.row("SELECT COUNT(*) FROM thing")?.int(0) ?? -1
                            try writing.execute("INSERT INTO thing (id, t) VALUES (\(count), \("worker \(worker)"))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await expectCount(20, nodes[0])
            for node in nodes { try await node.close() }
        }
    }

    @Test("more at a time than there are connections", arguments: Backend.present)
    func waiting(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open(connections: 2)
            try await database.migrate([Self.table])
            try await withThrowingTaskGroup { group in
                for id in 0..<100 {
                    group.addTask {
                        try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (\(id), 'x')") }
                        _ = try await database.read { try $0.rows("SELECT * FROM thing") }
                    }
                }
                try await group.waitForAll()
            }
            try await expectCount(100, database)
            try await database.close()
        }
    }

    @Test("a query inside a query, even the same", arguments: Backend.present)
    func nested(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for id in 1...5 { try writing.execute("INSERT INTO thing (id, t) VALUES (\(id), 'x')") }
            }
            let pairs = try await database.read { reading in
                var pairs = 0
                try reading.each("SELECT id FROM thing") { outer in
                    try reading.each("SELECT id FROM thing") { pairs += $0.int(0) == outer.int(0) ? 1 : 10 }
                    try reading.scan("SELECT id FROM thing") { pairs += $0[0] == outer.int(0) ? 100 : 1000 }
                }
                return pairs
            }
            #expect(pairs == 5 * 1 + 20 * 10 + 5 * 100 + 20 * 1000)
        }
    }

    @Test("a cancelled task ends its query and its waiting, and undoes its write", arguments: Backend.present)
    func cancellation(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open(connections: 1)
            try await database.migrate([Self.table])
            let begun = Gate()
            let endless: SQL = """
                INSERT INTO thing (id, t) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
                SELECT i, 'x' FROM n WHERE i < 0
                """
            let working = Task {
                try await database.write { writing in
                    try writing.execute("INSERT INTO thing (id, t) VALUES (1, 'one')")
                    begun.open()
                    try writing.execute(endless)
                }
            }
            try await begun.passed()
            let waiting = Task {
                try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (2, 'x')") }
            }
            try await Task.sleep(for: .milliseconds(50))
            waiting.cancel()
            working.cancel()
            await #expect(throws: CancellationError.self) { try await working.value }
            await #expect(throws: CancellationError.self) { _ = try await waiting.value }
            try await expectCount(0, database)
            try await database.close()
        }
    }
}

/// A gate that one thread waits at until another opens it.
final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    func wait() {
        while !isOpen.withLock({ $0 }) { Pause.briefly() }
    }

    func passed() async throws {
        while !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
    }
}
