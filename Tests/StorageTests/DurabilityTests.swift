import Foundation
import Storage
import TestSupport
import Testing

@testable import StoragePostgres
@testable import StorageSQLite

@Suite("Durability")
struct DurabilityTests {
    @Test("SQLite waits for the disk, keeps no deleted values, and its file is private")
    func sqlite() async throws {
        try await Backend.sqlite.withPlace { place in
            let database = try await place.open()
            let settings = try await database.write { writing in
                try ["synchronous", "journal_mode", "trusted_schema", "secure_delete", "foreign_keys", "mmap_size"].map
                {
                    try writing.row(SQL("PRAGMA " + $0))?.values ?? []
                }
            }
            #expect(
                settings == [[.integer(2)], [.text("wal")], [.integer(0)], [.integer(1)], [.integer(1)], [.integer(0)]])
            guard case .file(let path) = place else { return }
            for suffix in ["", "-wal", "-shm"] {
                let mode = try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(suffix)")
            }
            try await database.close()
        }
    }

    @Test("a connection of SQLite that would not wait for the disk is refused", arguments: [0, 1])
    func unsafeSQLite(_ synchronous: Int) async throws {
        try await Backend.sqlite.withPlace { place in
            guard case .file(let path) = place else { return }
            let database = try SQLiteDatabase(path: path)
            #expect(throws: StorageError.notDurable("synchronous=\(synchronous), expected 2")) {
                try database.requireDurable(afterSetting: synchronous)
            }
            try await database.close()
        }
    }

    @Test("a connection cannot be made unsafe later: SQLite refuses it inside a transaction")
    func unsafeLater() async throws {
        try await Backend.sqlite.withDatabase { database in
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("PRAGMA synchronous = OFF") }
            }
            let synchronous = try await database.write { try $0.row("PRAGMA synchronous")?.int(0) }
            #expect(synchronous == 2)
        }
    }

    @Test("a server that would lose acknowledged writes is refused", .enabled(if: TestCluster.canStart, "needs initdb"))
    func unsafePostgres() async throws {
        for setting in ["fsync=off", "full_page_writes=off"] {
            let cluster = try TestCluster(settings: [setting])
            await #expect(throws: StorageError.notDurable("\(setting), expected on")) {
                _ = try await PostgresDatabase(cluster.conninfo)
            }
        }
    }

    @Test(
        "a session of PostgreSQL waits for the disk, whatever the user's default",
        .enabled(if: TestCluster.isPresent, "needs PostgreSQL"))
    func sessions() async throws {
        let conninfo = try TestCluster.shared.get().conninfo
        for given in ["off", "local", "remote_apply"] {
            let database = try await PostgresDatabase("\(conninfo) options='-c synchronous_commit=\(given)'")
            let setting = try await database.read {
                try $0.row("SELECT current_setting('synchronous_commit')")?.text(0)
            }
            #expect(setting == (given == "remote_apply" ? "remote_apply" : "on"))
            try await database.close()
        }
    }

    @Test(
        "a connection that the server has closed is replaced; a write on it is not tried again",
        .enabled(if: TestCluster.isPresent, "needs PostgreSQL"))
    func lostConnections() async throws {
        try await Backend.postgres.withDatabase([TransactionTests.table]) { database in
            let end: SQL = "SELECT pg_terminate_backend(CAST(\(try await pid(database)) AS INTEGER)), pg_sleep(0.05)"
            let other = try await PostgresDatabase(try TestCluster.shared.get().conninfo, connections: 1)
            _ = try await other.read { try $0.rows(end) }
            try await database.write { try $0.execute("INSERT INTO thing (id, t) VALUES (1, 'after')") }

            await #expect(throws: StorageError.self) {
                try await database.write { writing in
                    try writing.execute("INSERT INTO thing (id, t) VALUES (2, 'lost')")
                    _ = try writing.rows("SELECT pg_terminate_backend(pg_backend_pid())")
                    try writing.execute("INSERT INTO thing (id, t) VALUES (3, 'lost')")
                }
            }
            let ids = try await database.read { try $0.rows("SELECT id FROM thing").map { $0.int(0) } }
            #expect(ids == [1])
            try await other.close()
        }
    }

    private func pid(_ database: any Database) async throws -> Int {
        try await database.read { try $0.row("SELECT pg_backend_pid()")?.int(0) ?? 0 }
    }

    @Test("what cannot be opened says so", arguments: ["/nonexistent/folder/file", "/tmp"])
    func cannotOpenSQLite(_ path: String) {
        #expect(throws: StorageError.self) { _ = try SQLiteDatabase(path: path) }
    }

    @Test("a file that is no database is refused and left as it is")
    func noDatabase() async throws {
        try await Backend.sqlite.withPlace { place in
            guard case .file(let path) = place else { return }
            let text = Data(String(repeating: "not a database. ", count: 1000).utf8)
            try text.write(to: URL(fileURLWithPath: path))
            #expect(throws: StorageError.self) { _ = try SQLiteDatabase(path: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
        }
    }

    @Test("no server says so")
    func cannotOpenPostgres() async throws {
        await #expect(throws: StorageError.self) { _ = try await PostgresDatabase("host=/nonexistent") }
    }
}
