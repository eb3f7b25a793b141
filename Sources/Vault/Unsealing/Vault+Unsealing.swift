import Storage
import Synchronization

extension Vault {
    /// Unseals with the passphrase. Throws `wrongPassphrase`, or `notCreated`.
    ///
    /// Each guess costs what `PassphraseCost` says, one at a time for the whole process.
    public func unseal(passphrase: String) async throws {
        let slots = try await database.read {
            try $0.rows(
                "SELECT epoch, salt, rounds, by_passphrase FROM vault_root ORDER BY CASE state WHEN 'current' THEN 0 ELSE 1 END"
            )
        }
        guard !slots.isEmpty else { throw VaultError.notCreated }
        for slot in slots {
            let key = try await Passphrase.key(passphrase, salt: slot.blob(1), rounds: slot.int(2))
            if let root = try? SecretKey(unwrapping: slot.blob(3), under: key) {
                return try await unseal(root, epoch: slot.int(0))
            }
        }
        throw VaultError.wrongPassphrase
    }

    /// Unseals with three or more shares of one set. Throws `tooFewShares`, `sharesOfDifferentSets` or `sharesDoNotOpen`.
    public func unseal(shares: [Share]) async throws {
        let opened = try await database.read { try ShareSet.open(shares, $0) }
        try await unseal(opened.root, epoch: opened.rootEpoch)
    }

    /// Sets another passphrase for the root in force. Throws `sealed` or `passphraseTooShort`.
    public func changePassphrase(to passphrase: String) async throws {
        let roots = try roots()
        let (epoch, root) = try await database.read { connection in
            guard let epoch = try KeyChain.rootEpoch(connection) else { throw VaultError.notCreated }
            return (epoch, try roots.key(epoch, connection))
        }
        let slot = try await slot(for: root, passphrase: passphrase)
        try await database.write { connection in
            try connection.lock(KeyMaker.lock)
            let changed = try connection.execute(
                """
                UPDATE vault_root SET salt = \(slot.salt), rounds = \(slot.rounds), by_passphrase = \(slot.byPassphrase)
                WHERE epoch = \(epoch) AND state = 'current'
                """)
            guard changed == 1 else { throw VaultError.rootRotationUnderWay }
        }
        try await scrub()
    }

    private func unseal(_ root: SecretKey, epoch: Int) async throws {
        let roots = try await database.read { connection in
            var roots = RootKeys()
            roots.add(root, epoch: epoch)
            return try roots.completed(connection)
        }
        memory.withLock { $0.unseal(roots) }
    }
}
