public import Storage
import Synchronization

extension Vault {
    /// Makes a vault: its root key, wrapped under a passphrase and under a first set of shares, which is returned, to be
    /// printed once and handed out. It is unsealed then. The set must be rehearsed (`rehearse`) before anybody relies on it.
    ///
    /// Throws `alreadyCreated`, `passphraseTooShort`, or `unfitHolders` unless there are five holders of at least three
    /// organisations, none of which holds three shares.
    public static func create(
        in database: any Database, passphrase: String, shareHolders: [ShareHolder], cost: PassphraseCost = .standard,
        cache: CacheBounds = .standard, now: @escaping @Sendable () -> Int,
        random: @escaping @Sendable (Int) -> [UInt8]
    ) async throws -> (Vault, [Share]) {
        let vault = try await open(database, cost: cost, cache: cache, now: now, random: random)
        let root = SecretKey(from: random)
        let slot = try await vault.slot(for: root, passphrase: passphrase)
        let set = try ShareSet(opening: root, holders: shareHolders, random: random)
        let time = now()
        try await database.write { connection in
            try connection.lock(KeyMaker.lock)
            guard try connection.row("SELECT epoch FROM vault_root") == nil else { throw VaultError.alreadyCreated }
            try slot.insert(epoch: 1, state: .current, byOther: nil, at: time, connection)
            try set.insert(rootEpoch: 1, at: time, connection)
        }
        var roots = RootKeys()
        roots.add(root, epoch: 1)
        vault.memory.withLock { $0.unseal(roots) }
        return (vault, set.shares)
    }

    /// A root key wrapped under a new passphrase. Throws `passphraseTooShort`.
    func slot(for root: SecretKey, passphrase: String) async throws -> RootSlot {
        try Passphrase.requireFit(passphrase)
        let salt = random(Passphrase.saltSize)
        let key = try await Passphrase.key(passphrase, salt: salt, rounds: cost.rounds)
        return RootSlot(salt: salt, rounds: cost.rounds, byPassphrase: try key.wrapping(root))
    }
}

/// A root key wrapped under a passphrase: what a row of `vault_root` holds.
struct RootSlot: Sendable {
    /// current: in force. next: made, not in force yet. former: its organisations are being rewrapped.
    enum State: String { case current, next, former }

    var salt: [UInt8]
    var rounds: Int
    var byPassphrase: [UInt8]

    func insert(epoch: Int, state: State, byOther: [UInt8]?, at time: Int, _ connection: any Writing) throws {
        try connection.execute(
            """
            INSERT INTO vault_root (epoch, state, salt, rounds, by_passphrase, by_other, made_at)
            VALUES (\(epoch), \(state.rawValue), \(salt), \(rounds), \(byPassphrase),
                    \(byOther.map { Value.blob($0) } ?? .null), \(time))
            """)
    }
}
