public import Storage
import Synchronization

/// Keeps what must never be read by whoever holds a disk, a backup or a database password.
///
///     root ──► organisation ──► compartment ──► subject ──► version of a record
///
/// The root key is random and never stored readable: a passphrase or three of five shares unwrap it (*unsealing*). Every
/// key down to the subject's is random too and stored wrapped under the one above, in a database of its own, so that
/// destroying one row there erases a subject everywhere, whatever backups and logs of the content remain. The keys of
/// versions are derived (`Envelope` says why).
///
/// A vault is *sealed* until somebody unseals it, in every process anew; everything then throws `VaultError.sealed`.
public final class Vault: Sendable {
    let database: any Database
    let now: @Sendable () -> Int
    let random: @Sendable (Int) -> [UInt8]
    let cost: PassphraseCost
    let memory: Mutex<KeyMemory>

    init(
        _ database: any Database, cost: PassphraseCost, cache: CacheBounds, now: @escaping @Sendable () -> Int,
        random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.database = database
        self.cost = cost
        self.now = now
        self.random = random
        memory = Mutex(KeyMemory(bounds: cache))
    }

    /// Opens the vault of a key database, sealed; brings its tables up to date. A database without a vault opens as well:
    /// `create(passphrase:shareHolders:)` then makes it.
    ///
    /// Throws `doesNotErase` when the database would leave copies of deleted keys in its file.
    ///
    /// - parameter now: The clock, in milliseconds since 1970 UTC.
    /// - parameter random: Random bytes of a given number, fit for keys. (Nonces always come from the system.)
    public static func open(
        _ database: any Database, cost: PassphraseCost = .standard, cache: CacheBounds = .standard,
        now: @escaping @Sendable () -> Int, random: @escaping @Sendable (Int) -> [UInt8]
    ) async throws -> Vault {
        try await database.migrate(keyMigrations)
        if database.driver == "sqlite" {
            let erases = try await database.write { try $0.row("PRAGMA secure_delete")?.int(0) == 1 }
            guard erases else { throw VaultError.doesNotErase }
        }
        return Vault(database, cost: cost, cache: cache, now: now, random: random)
    }

    /// Whether no key is in memory.
    public var isSealed: Bool { memory.withLock { $0.roots.isEmpty } }

    /// Whether the key database has a root key at all.
    public var exists: Bool {
        get async throws { try await database.read { try $0.row("SELECT epoch FROM vault_root LIMIT 1") != nil } }
    }

    /// Forgets all keys, at once; sealers and openers in use stop working.
    public func seal() { memory.withLock { $0.forgetAll() } }

    /// The root keys in memory. Throws `sealed`.
    func roots() throws(VaultError) -> RootKeys {
        let roots = memory.withLock { $0.roots }
        guard !roots.isEmpty else { throw .sealed }
        return roots
    }

    /// Makes sure that what was destroyed is gone from the database's files as well.
    func scrub() async throws { try await database.purge(Self.keyTables) }
}
