import Foundation
public import Storage
import StoragePostgres
import StorageSQLite

/// A database to test on. Every test of something stored takes this as its argument:
///
///     @Test(arguments: Backend.present)
///     func nothingIsLost(_ backend: Backend) async throws {
///         try await backend.withDatabase { database in … }
///     }
public enum Backend: String, CaseIterable, Sendable {
    /// SQLite, in a file of its own.
    case sqlite
    /// PostgreSQL, in a schema of its own of the tests' cluster.
    case postgres

    /// The databases that this machine has. Says so aloud when PostgreSQL is missing.
    public static let present: [Backend] = {
        if TestCluster.isPresent { return allCases }
        let notice = """
            SKIPPED: PostgreSQL is not installed, so every test of storage runs on SQLite only.
            Install it (apt-get install postgresql) or set DAYBREAK_TEST_POSTGRES to a connection string.

            """
        FileHandle.standardError.write(Data(notice.utf8))
        return [.sqlite]
    }()

    /// Runs `body` on a new, empty database (with `migrations` run), and removes it.
    @discardableResult
    public func withDatabase<Result>(
        _ migrations: [Migration] = [], _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        try await withPlace { place in
            let database = try await place.open()
            let result: Result
            do {
                if !migrations.isEmpty { try await database.migrate(migrations) }
                result = try await body(database)
            } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
            return result
        }
    }

    /// Runs `body` with a new place for a database, which it may open several times, and removes the place.
    @discardableResult
    public func withPlace<Result>(_ body: (Place) async throws -> Result) async throws -> Result {
        let place = try await makePlace()
        let result: Result
        do {
            result = try await body(place)
        } catch {
            try? await remove(place)
            throw error
        }
        try await remove(place)
        return result
    }

    private func makePlace() async throws -> Place {
        let name = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
        switch self {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-test-\(name)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return .file(folder.appendingPathComponent("test.sqlite").path)
        case .postgres:
            let conninfo = try TestCluster.shared.get().conninfo
            try await TestCluster.command("CREATE SCHEMA \(name)", conninfo)
            return .schema(name, conninfo: conninfo)
        }
    }

    private func remove(_ place: Place) async throws {
        switch place {
        case .file(let path):
            try FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
        case .schema(let name, let conninfo): try await TestCluster.command("DROP SCHEMA \(name) CASCADE", conninfo)
        }
    }
}

/// Where a test's database is.
public enum Place: Sendable {
    /// A file of SQLite.
    case file(String)
    /// A schema of PostgreSQL.
    case schema(String, conninfo: String)

    /// Opens the database there; a second time is like a second node.
    public func open(connections: Int = 4) async throws -> any Database {
        switch self {
        case .file(let path): try SQLiteDatabase(path: path, readers: connections)
        case .schema(let name, let conninfo):
            try await PostgresDatabase(conninfo, connections: connections, schema: name)
        }
    }
}
