import Storage

/// How things stand with the keys; says nothing about subjects but their number.
public struct VaultStatus: Sendable {
    /// A share set and how far it is.
    public struct Shares: Sendable {
        /// The set's name, printed on each share.
        public var set: String
        /// The root that it opens.
        public var rootEpoch: Int
        /// Whether it has opened in a rehearsal.
        public var isProven: Bool
        /// When it was made, in milliseconds since 1970 UTC.
        public var madeAt: Int
        /// When it was last rehearsed, in milliseconds since 1970 UTC.
        public var provenAt: Int?
        /// Who holds its shares, in the order of their numbers.
        public var holders: [ShareHolder]
    }

    /// How far a change of the root is.
    public enum RootRotation: String, Sendable {
        /// None has begun.
        case none
        /// The next root is made; its shares have not been rehearsed.
        case begun
        /// Its shares have opened; it can be put in force.
        case rehearsed
        /// It is in force, and organisations are being rewrapped.
        case rewrapping
    }

    /// Whether no key is in memory of this process.
    public var isSealed: Bool
    /// Whether the vault has been made.
    public var exists: Bool
    /// The root in force.
    public var rootEpoch: Int?
    /// How far a change of the root is.
    public var rootRotation: RootRotation
    /// Organisations and compartments whose change of key was interrupted.
    public var unfinished: Int
    /// Organisations that have a key.
    public var organisations: Int
    /// Compartments that have a key.
    public var compartments: Int
    /// Subjects that have a key.
    public var subjects: Int
    /// Subjects whose keys were destroyed.
    public var erased: Int
    /// The share sets, oldest first.
    public var shares: [Shares]
}

extension Vault {
    /// How things stand. Works on a sealed vault.
    public func status() async throws -> VaultStatus {
        let isSealed = isSealed
        return try await database.read { connection in
            func count(_ what: SQL) throws -> Int { try connection.row("SELECT COUNT(*) FROM \(what)")?.int(0) ?? 0 }
            let halves: SQL =
                """
                (SELECT organisation FROM vault_organisation_key GROUP BY organisation HAVING COUNT(*) > 1
                UNION ALL SELECT compartment FROM vault_compartment_key GROUP BY compartment HAVING COUNT(*) > 1) AS half
                """
            let epoch = try KeyChain.rootEpoch(connection)
            return VaultStatus(
                isSealed: isSealed, exists: epoch != nil, rootEpoch: epoch,
                rootRotation: try Self.rootRotation(connection), unfinished: try count(halves),
                organisations: try count("vault_organisation"), compartments: try count("vault_compartment"),
                subjects: try count("vault_subject WHERE wrapped IS NOT NULL"),
                erased: try count("vault_subject WHERE wrapped IS NULL"), shares: try Self.shares(connection))
        }
    }

    private static func rootRotation(_ connection: any Reading) throws -> VaultStatus.RootRotation {
        if try connection.row("SELECT epoch FROM vault_root WHERE state = 'former'") != nil { return .rewrapping }
        guard let next = try connection.row("SELECT epoch FROM vault_root WHERE state = 'next'")?.int(0) else {
            return .none
        }
        let proven = try connection.row(
            "SELECT id FROM vault_share_set WHERE root_epoch = \(next) AND state = 'proven'")
        return proven == nil ? .begun : .rehearsed
    }

    private static func shares(_ connection: any Reading) throws -> [VaultStatus.Shares] {
        let holders = try connection.rows(
            "SELECT share_set, name, organisation FROM vault_share_holder ORDER BY share_set, number")
        return try connection.rows(
            "SELECT id, root_epoch, state, made_at, proven_at FROM vault_share_set ORDER BY made_at, id"
        ).map { set in
            VaultStatus.Shares(
                set: set.text(0), rootEpoch: set.int(1), isProven: set.text(2) == ShareSet.State.proven.rawValue,
                madeAt: set.int(3), provenAt: set.optionalInt(4),
                holders: holders.filter { $0.text(0) == set.text(0) }.map {
                    ShareHolder(name: $0.text(1), organisation: $0.text(2))
                })
        }
    }
}
