public import Identity
public import Ledger
public import Records
public import RichPicture
public import Storage
import StoragePostgres
import StorageSQLite
public import Vault

/// Daybreak, put together: the one place where the live world is built, for the command line, the server and tests.
public struct Daybreak: Sendable {
    /// The rich picture.
    public let picture: RichPicture
    /// Who did or saw what.
    public let ledger: Ledger
    /// Where everything that changes the world is done.
    public let desk: Desk
    /// Who works where, as what.
    public let directory: Directory
    /// Who somebody is.
    public let identity: Identity
    /// The keys; sealed until somebody unseals it.
    public let vault: Vault
    /// What stands on the first day.
    public let standing: FoundedState
    /// The database under it all, and that of the keys.
    public let database: any Database
    let keys: any Database
    let environment: Environment

    /// The tables of all modules, from the ground up: the one list of a database's migrations.
    public static let migrations =
        Ledger.migrations + RecordSchema.migrations + Identity.migrations + RichPicture.migrations
        + FoundedState.migrations

    /// Closes both databases.
    public func close() async throws {
        vault.seal()
        try await keys.close()
        try await database.close()
    }
}

/// Builds Daybreak in an environment, with its vault sealed.
///
/// Throws a `StorageError` when a database cannot be opened, is not durable, or was written by a newer Daybreak, a
/// `LedgerError` or `SetUpError` when a key file cannot be had.
public func makeDaybreak(_ environment: Environment) async throws -> Daybreak {
    let database = try await environment.places.openContent()
    do {
        let keys = try await environment.places.openKeys()
        do {
            return try await assemble(environment, database, keys)
        } catch {
            try? await keys.close()
            throw error
        }
    } catch {
        try? await database.close()
        throw error
    }
}

private func assemble(
    _ environment: Environment, _ database: any Database, _ keys: any Database
) async throws -> Daybreak {
    let (now, random) = (environment.now, environment.random)
    try await database.migrate(Daybreak.migrations)
    let standing = try await FoundedState.read(database)
    let vault = try await Vault.open(keys, cost: environment.costs.vault, now: now, random: random)
    let ledgerKey = try KeyFile.open(environment.ledgerKey, random: random)
    let identity = Identity(
        database, settings: try identitySettings(environment, isDemonstration: standing == .demonstration), now: now,
        random: random, record: IdentityEvent.record)
    // Sessions end in the very transaction that changes the posting under which they act.
    let desk = Desk(database, vault: vault, now: now, random: random) { type, id, connection in
        guard type == Posting.type.name else { return }
        let (_, events) = try Identity.revokeSessions(posting: id, by: nil, at: now(), in: connection)
        for event in events { try IdentityEvent.record(event, connection) }
    }
    let picture = try await RichPicture.open(
        desk, now: now, newSecret: random(32), profiles: environment.profiles)
    return Daybreak(
        picture: picture, ledger: Ledger(database, key: ledgerKey), desk: desk,
        directory: Directory(database, now: now), identity: identity, vault: vault, standing: standing,
        database: database, keys: keys, environment: environment)
}

func identitySettings(_ environment: Environment, isDemonstration: Bool) throws -> Identity.Settings {
    var settings = Identity.Settings(
        site: environment.site, key: try SecretFile.open(environment.identityKey, random: environment.random))
    settings.cost = environment.costs.account
    settings.isDemonstration = isDemonstration
    return settings
}

func openDatabase(_ name: String) async throws -> any Database {
    isAddress(name) ? try await PostgresDatabase(name) : try SQLiteDatabase(path: name)
}

func isAddress(_ database: String) -> Bool {
    database.hasPrefix("postgres://") || database.hasPrefix("postgresql://")
}
