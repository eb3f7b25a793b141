import Storage
import Synchronization

extension Vault {
    /// Begins a change of the root key: makes the next root, with a passphrase and shares of its own, and returns the shares,
    /// to be printed once. The root in force and its shares stay good until `finishRootRotation`, which wants the new shares
    /// rehearsed first.
    ///
    /// Throws `sealed`, `rootRotationUnderWay`, `passphraseTooShort` or `unfitHolders`.
    public func beginRootRotation(
        passphrase: String, shareHolders: [ShareHolder], watch: RotationWatch = { _ in }
    ) async throws -> [Share] {
        let roots = try roots()
        let next = SecretKey(from: random)
        let slot = try await slot(for: next, passphrase: passphrase)
        let set = try ShareSet(opening: next, holders: shareHolders, random: random)
        let time = now()
        let epoch = try await database.write { connection -> Int in
            try connection.lock(KeyMaker.lock)
            guard try connection.rows("SELECT epoch FROM vault_root").count == 1 else {
                throw VaultError.rootRotationUnderWay
            }
            guard let current = try KeyChain.rootEpoch(connection) else { throw VaultError.notCreated }
            let root = try roots.key(current, connection)
            try slot.insert(
                epoch: current + 1, state: .next, byOther: try root.wrapping(next), at: time, connection)
            try connection.execute(
                "UPDATE vault_root SET by_other = \(try next.wrapping(root)) WHERE epoch = \(current)")
            try set.insert(rootEpoch: current + 1, at: time, connection)
            return current + 1
        }
        memory.withLock { memory in
            var made = RootKeys()
            made.add(next, epoch: epoch)
            memory.unseal(made)
        }
        try watch(.keyMade(epoch: epoch))
        return set.shares
    }

    /// Gives up a change of the root that is not in force yet. Throws `noRootRotation`.
    public func abandonRootRotation() async throws {
        let epoch = try await database.write { connection -> Int in
            try connection.lock(KeyMaker.lock)
            guard let next = try connection.row("SELECT epoch FROM vault_root WHERE state = 'next'")?.int(0) else {
                throw VaultError.noRootRotation
            }
            try Self.destroyRoot(next, connection)
            return next
        }
        memory.withLock { $0.forgetRoot(epoch) }
        try await scrub()
    }

    /// Puts the next root in force, wraps all organisations' keys under it and destroys the former root with its passphrase
    /// and shares. May be called again after an interruption.
    ///
    /// Throws `noRootRotation`, `sealed`, or `notRehearsed` as long as the new shares have not opened in a rehearsal.
    public func finishRootRotation(watch: RotationWatch = { _ in }) async throws {
        _ = try roots()
        try await database.write { connection in
            try connection.lock(KeyMaker.lock)
            if try connection.row("SELECT epoch FROM vault_root WHERE state = 'former'") != nil { return }
            guard let next = try connection.row("SELECT epoch FROM vault_root WHERE state = 'next'")?.int(0) else {
                throw VaultError.noRootRotation
            }
            let proven = try connection.row(
                "SELECT id FROM vault_share_set WHERE root_epoch = \(next) AND state = 'proven'")
            guard proven != nil else { throw VaultError.notRehearsed }
            try connection.execute(
                "UPDATE vault_root SET state = CASE state WHEN 'next' THEN 'current' ELSE 'former' END")
        }
        try await rewrapOrganisations(watch)
    }

    func rewrapOrganisations(_ watch: RotationWatch) async throws {
        let roots = try roots()
        try await rewrapAll(watch) { try Self.rewrapOrganisations(roots, $0) }
        let former = try await database.write { connection -> Int? in
            try connection.lock(KeyMaker.lock)
            let former = try connection.row("SELECT epoch FROM vault_root WHERE state = 'former'")?.int(0)
            guard let former else { return nil }
            try Self.destroyRoot(former, connection)
            return former
        }
        if let former {
            memory.withLock { memory in
                memory.forgetRoot(former)
                memory.refresh()
            }
        }
        try await scrub()
        try watch(.oldKeyDestroyed)
    }

    private static func rewrapOrganisations(_ roots: RootKeys, _ connection: any Writing) throws -> Int {
        try connection.lock(KeyMaker.lock)
        guard let epoch = try KeyChain.rootEpoch(connection) else { throw VaultError.notCreated }
        let root = try roots.key(epoch, connection)
        let rows = try connection.rows(
            """
            SELECT organisation, epoch, root_epoch, wrapped FROM vault_organisation_key
            WHERE root_epoch <> \(epoch) LIMIT \(rotationPortion)
            """)
        for row in rows {
            let key = try SecretKey(unwrapping: row.blob(3), under: try roots.key(row.int(2), connection))
            try connection.execute(
                """
                UPDATE vault_organisation_key SET root_epoch = \(epoch), wrapped = \(try root.wrapping(key))
                WHERE organisation = \(row.int(0)) AND epoch = \(row.int(1))
                """)
        }
        return rows.count
    }

    /// Removes a root, its passphrase and its shares; what the remaining root was wrapped under it goes, too.
    private static func destroyRoot(_ epoch: Int, _ connection: any Writing) throws {
        let sets = try connection.rows("SELECT id FROM vault_share_set WHERE root_epoch = \(epoch)")
        try ShareSet.delete(sets.map { $0.text(0) }, connection)
        let zeros = [UInt8](repeating: 0, count: SecretKey.wrappedSize)
        try connection.execute(
            "UPDATE vault_root SET by_passphrase = \(zeros), by_other = \(zeros) WHERE epoch = \(epoch)")
        try connection.execute("DELETE FROM vault_root WHERE epoch = \(epoch)")
        try connection.execute("UPDATE vault_root SET by_other = \(zeros)")
        try connection.execute("UPDATE vault_root SET by_other = NULL")
    }
}
