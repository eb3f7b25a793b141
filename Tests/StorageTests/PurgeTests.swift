import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct PurgeTests {
    @Test("what was deleted is purged, and what was not is still there", arguments: Backend.present)
    func purge(_ backend: Backend) async throws {
        try await backend.withDatabase([Migration("0001-t", ["CREATE TABLE t (id {id}, x {blob}) {table}"])]) {
            database in
            try await database.write { connection in
                for id in 1...50 { try connection.execute("INSERT INTO t (id, x) VALUES (\(id), \([UInt8(id)]))") }
                try connection.execute("DELETE FROM t WHERE id > 20")
            }
            try await database.purge(["t"])
            try await database.purge([])
            #expect(
                try await database.read { try $0.row("SELECT COUNT(*), MAX(id) FROM t")?.values } == [
                    .integer(20), .integer(20),
                ])
        }
    }

    @Test("a purge waits for a reader of the state before", arguments: Backend.present)
    func waits(_ backend: Backend) async throws {
        try await backend.withDatabase([Migration("0001-t", ["CREATE TABLE t (id {id}) {table}"])]) { database in
            try await database.write { try $0.execute("INSERT INTO t (id) VALUES (1)") }
            let hasEnded = Atomic(false)
            let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
            let reader = Task {
                try await database.read { connection in
                    _ = try connection.rows("SELECT id FROM t")
                    beginning.finish()
                    for _ in 0..<500 { Pause.briefly() }
                    let count = try connection.rows("SELECT id FROM t").count
                    hasEnded.store(true, ordering: .releasing)
                    return count
                }
            }
            for await _ in begun {}
            try await database.write { try $0.execute("DELETE FROM t") }
            try await database.purge(["t"])
            let waited = hasEnded.load(ordering: .acquiring)
            #expect(waited)
            #expect(try await reader.value == 1, "the reader saw its own state to the end")
        }
    }
}
