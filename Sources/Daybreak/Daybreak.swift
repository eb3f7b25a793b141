import Identity
public import Ledger
public import Records
public import RichPicture
public import Storage
import StoragePostgres
import StorageSQLite

/// What the live world is made of: where the data is, and what comes from outside (clock, randomness).
public struct Environment: Sendable {
    /// A file (`daybreak.db`) for SQLite, or an address (`postgresql://…`) for PostgreSQL.
    public var database: String
    /// The clock, in milliseconds since 1970 UTC.
    public var now: @Sendable () -> Int
    /// Random bytes of a given number, fit for keys.
    public var random: @Sendable (Int) -> [UInt8]
    /// The file with the key that signs the ledger; made when it is not there. Nodes of one cluster share one.
    public var ledgerKey: String
    /// Mapping profiles beside those that come with Daybreak.
    public var profiles: [Profile]

    /// Makes an environment from its parts: tests pass their own clock and bytes.
    ///
    /// - Parameter ledgerKey: without it, the file beside the database (`daybreak.db.ledger-key`), or, for an address,
    ///   `daybreak.ledger-key` in this folder.
    public init(
        database: String, now: @escaping @Sendable () -> Int, random: @escaping @Sendable (Int) -> [UInt8],
        ledgerKey: String? = nil, profiles: [Profile] = []
    ) {
        self.database = database
        self.ledgerKey = ledgerKey ?? (isAddress(database) ? "daybreak" : database) + ".ledger-key"
        self.now = now
        self.random = random
        self.profiles = profiles
    }
}

/// Daybreak, put together: the one place where the live world is built, for the command line, the server and tests.
public struct Daybreak: Sendable {
    /// The rich picture.
    public let picture: RichPicture
    /// Where everything that changes the world is done.
    public let desk: Desk
    /// Who did or saw what.
    public let ledger: Ledger
    /// The database under it.
    public let database: any Database

    /// The tables of all modules, from the ground up: the one list of a database's migrations.
    public static let migrations =
        Ledger.migrations + RecordSchema.migrations + Identity.migrations + RichPicture.migrations

    /// Closes the database.
    public func close() async throws { try await database.close() }
}

/// Builds Daybreak in an environment.
///
/// Throws a `StorageError` when the database cannot be opened, is not durable, or was written by a newer Daybreak, and a
/// `LedgerError` when the ledger's key cannot be had.
public func makeDaybreak(_ environment: Environment) async throws -> Daybreak {
    let database = try await openDatabase(environment.database)
    do {
        try await database.migrate(Daybreak.migrations)
        let key = try KeyFile.open(environment.ledgerKey, random: environment.random)
        let desk = Desk(database, vault: nil, now: environment.now, random: environment.random)
        let picture = try await RichPicture.open(
            desk, now: environment.now, newSecret: environment.random(32), profiles: environment.profiles)
        return Daybreak(picture: picture, desk: desk, ledger: Ledger(database, key: key), database: database)
    } catch {
        try? await database.close()
        throw error
    }
}

func openDatabase(_ name: String) async throws -> any Database {
    isAddress(name) ? try await PostgresDatabase(name) : try SQLiteDatabase(path: name)
}

func isAddress(_ database: String) -> Bool {
    database.hasPrefix("postgres://") || database.hasPrefix("postgresql://")
}
