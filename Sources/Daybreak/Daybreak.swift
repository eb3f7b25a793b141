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
    /// Mapping profiles beside those that come with Daybreak.
    public var profiles: [Profile]

    /// Makes an environment from its parts: tests pass their own clock and bytes.
    public init(
        database: String, now: @escaping @Sendable () -> Int, random: @escaping @Sendable (Int) -> [UInt8],
        profiles: [Profile] = []
    ) {
        self.database = database
        self.now = now
        self.random = random
        self.profiles = profiles
    }
}

/// Daybreak, put together: the one place where the live world is built, for the command line, the server and tests.
public struct Daybreak: Sendable {
    /// The rich picture.
    public let picture: RichPicture
    /// The database under it.
    public let database: any Database

    /// Closes the database.
    public func close() async throws { try await database.close() }
}

/// Builds Daybreak in an environment.
///
/// Throws a `StorageError` when the database cannot be opened, is not durable, or was written by a newer Daybreak.
public func makeDaybreak(_ environment: Environment) async throws -> Daybreak {
    let database = try await openDatabase(environment.database)
    let picture = try await RichPicture.open(
        database, now: environment.now, newSecret: environment.random(32), profiles: environment.profiles)
    return Daybreak(picture: picture, database: database)
}

func openDatabase(_ name: String) async throws -> any Database {
    name.hasPrefix("postgres://") || name.hasPrefix("postgresql://")
        ? try await PostgresDatabase(name) : try SQLiteDatabase(path: name)
}
