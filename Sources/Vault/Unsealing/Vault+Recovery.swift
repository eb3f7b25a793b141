import Storage

/// A recovery that was done or rehearsed: what the caller writes into the ledger.
public struct Recovery: Hashable, Sendable {
    /// The share set that opened.
    public var set: String
    /// The two custodians who took responsibility.
    public var custodians: [ShareHolder]
    /// When, in milliseconds since 1970 UTC.
    public var at: Int
}

extension Vault {
    /// Makes a new set of shares for the root in force. The older set stays good until the new one has been rehearsed.
    /// A set that was made before and never rehearsed is dropped. Throws `sealed`, `unfitHolders` or `rootRotationUnderWay`.
    ///
    /// Old shares still open old copies of the key database: when a share may be in wrong hands, change the root.
    public func newShares(for holders: [ShareHolder]) async throws -> [Share] {
        try SharePolicy.requireFit(holders)
        let roots = try roots()
        let time = now()
        let shares = try await database.write { [random] connection -> [Share] in
            try connection.lock(KeyMaker.lock)
            guard try connection.rows("SELECT epoch FROM vault_root").count == 1 else {
                throw VaultError.rootRotationUnderWay
            }
            guard let epoch = try KeyChain.rootEpoch(connection) else { throw VaultError.notCreated }
            let set = try ShareSet(opening: try roots.key(epoch, connection), holders: holders, random: random)
            // The only set there is stays, proven or not.
            let proven = try connection.row("SELECT id FROM vault_share_set WHERE state = 'proven'") != nil
            if proven {
                let unproven = try connection.rows("SELECT id FROM vault_share_set WHERE state = 'new'")
                try ShareSet.delete(unproven.map { $0.text(0) }, connection)
            }
            try set.insert(rootEpoch: epoch, at: time, connection)
            return set.shares
        }
        try await scrub()
        return shares
    }

    /// Proves that shares open the root: the holders enter what they were given. The newest set becomes the good one, and
    /// the older sets of the same root are dropped. Works on a sealed vault, and does not unseal it.
    ///
    /// Throws `tooFewShares`, `sharesOfDifferentSets` or `sharesDoNotOpen`; nothing is dropped then.
    @discardableResult
    public func rehearse(_ shares: [Share]) async throws -> String {
        let time = now()
        let set = try await database.write { connection -> String in
            try connection.lock(KeyMaker.lock)
            let opened = try ShareSet.open(shares, connection)
            try connection.execute(
                "UPDATE vault_share_set SET state = 'proven', proven_at = \(time) WHERE id = \(opened.set)")
            let older = try connection.rows(
                """
                SELECT id FROM vault_share_set WHERE root_epoch = \(opened.rootEpoch) AND id <> \(opened.set)
                AND made_at <= (SELECT made_at FROM vault_share_set WHERE id = \(opened.set))
                """)
            if opened.state == .new { try ShareSet.delete(older.map { $0.text(0) }, connection) }
            return opened.set
        }
        try await scrub()
        return set
    }

    /// Recovers from a lost passphrase: two custodians of different organisations, with their own shares and at least one
    /// more, set a new passphrase. The vault is unsealed then. Throws `unfitCustodians`, or what opening with shares throws.
    public func recover(
        _ shares: [Share], by custodians: [ShareHolder], newPassphrase: String
    ) async throws -> Recovery {
        try Passphrase.requireFit(newPassphrase)
        let opened = try await opened(shares, by: custodians)
        try await unseal(shares: shares)
        try await changePassphrase(to: newPassphrase)
        return Recovery(set: opened.set, custodians: custodians, at: now())
    }

    /// Walks through a recovery without changing a passphrase and without unsealing: the same people, the same shares, the
    /// same checks, and one subject's key opened from the root that the shares gave.
    public func rehearseRecovery(_ shares: [Share], by custodians: [ShareHolder]) async throws -> Recovery {
        let opened = try await opened(shares, by: custodians)
        try await database.read { connection in
            var roots = RootKeys()
            roots.add(opened.root, epoch: opened.rootEpoch)
            var chain = KeyChain(try roots.completed(connection), connection)
            let subject = try connection.row(
                "SELECT compartment, epoch, wrapped FROM vault_subject WHERE wrapped IS NOT NULL LIMIT 1")
            guard let subject else { return }
            _ = try chain.subjectKey(subject.int(0), epoch: subject.int(1), wrapped: subject.blob(2))
        }
        try await rehearse(shares)
        return Recovery(set: opened.set, custodians: custodians, at: now())
    }

    private func opened(_ shares: [Share], by custodians: [ShareHolder]) async throws -> ShareSet.Opened {
        let opened = try await database.read { try ShareSet.open(shares, $0) }
        guard custodians.count == 2, Set(custodians.map(\.organisation)).count == 2,
            custodians.allSatisfy(opened.holders.contains)
        else { throw VaultError.unfitCustodians }
        return opened
    }
}
