import Storage

/// Somebody who can sign in, or could.
public struct Account: Sendable, Hashable {
    /// Where an account stands. Nothing is ever deleted: what a closed account did remains its own.
    public enum State: String, Sendable, CaseIterable {
        /// Invited, and has no passphrase yet.
        case invited
        /// May sign in.
        case active
        /// May not sign in for now.
        case suspended
        /// Will never sign in again.
        case closed
    }

    /// The opaque identifier: 128 random bits, 26 characters of base32 in small letters.
    public let id: String
    /// The name that they sign in with.
    public var name: String
    /// Where it stands.
    public var state: State
    /// When it was made, in milliseconds since 1970 UTC.
    public let created: Int
}

extension Account {
    /// The account of a row `SELECT id, name, state, created`.
    init?(_ row: Row) {
        guard let state = State(rawValue: row.text(2)) else { return nil }
        self.init(id: row.text(0), name: row.text(1), state: state, created: row.int(3))
    }

    /// The account of this identifier.
    static func find(_ id: String, in connection: any Reading) throws -> Account? {
        try connection.row("SELECT id, name, state, created FROM identity_account WHERE id = \(id)").flatMap(
            Account.init)
    }

    /// The account of this identifier, which nobody else changes until the end of the transaction.
    static func hold(_ id: String, in connection: any Writing) throws -> Account? {
        try connection.lock("identity \(id)")
        return try find(id, in: connection)
    }
}
