import Storage

/// Something that can be used once and not for long: an invitation, a challenge, half a sign-in.
///
/// Whoever holds the token has it; the database has its SHA-256.
struct Ticket: Sendable {
    /// What it is good for.
    enum Purpose: String, Sendable {
        case invitation
        case secondFactor = "second-factor"
        case enrolCodes = "enrol-codes"
        case addPasskey = "add-passkey"
        case askPasskey = "ask-passkey"
        case provider

        /// How long it lives, in milliseconds.
        var lifetime: Int {
            switch self {
            case .invitation: 72 * 3_600_000
            case .secondFactor, .enrolCodes, .addPasskey, .askPasskey, .provider: 5 * 60_000
            }
        }
    }

    /// Whose it is; empty when that is not known yet.
    var account: String
    /// What else belongs to it.
    var detail: String
    /// When it ends, in milliseconds since 1970 UTC.
    var expires: Int

    /// Writes a ticket for this token, and clears those that are over.
    @discardableResult
    static func issue(
        _ token: String, _ purpose: Purpose, account: String, detail: String = "", at now: Int,
        in connection: any Writing
    ) throws -> Int {
        try connection.execute("DELETE FROM identity_ticket WHERE expires <= \(now)")
        let expires = now + purpose.lifetime
        try connection.execute(
            """
            INSERT INTO identity_ticket (hash, purpose, account, detail, expires)
            VALUES (\(Token.hash(token)), \(purpose.rawValue), \(account), \(detail), \(expires))
            """)
        return expires
    }

    /// The ticket of this token, if it is good for that.
    static func find(_ token: String, _ purpose: Purpose, at now: Int, in connection: any Reading) throws -> Ticket? {
        let row = try connection.row(
            """
            SELECT account, detail, expires FROM identity_ticket
            WHERE hash = \(Token.hash(token)) AND purpose = \(purpose.rawValue) AND expires > \(now)
            """)
        return row.map { Ticket(account: $0.text(0), detail: $0.text(1), expires: $0.int(2)) }
    }

    /// The ticket of this token, if it is good for that; nobody can use it again.
    static func redeem(_ token: String, _ purpose: Purpose, at now: Int, in connection: any Writing) throws -> Ticket? {
        guard let ticket = try find(token, purpose, at: now, in: connection) else { return nil }
        let removed = try connection.execute("DELETE FROM identity_ticket WHERE hash = \(Token.hash(token))")
        return removed == 1 ? ticket : nil  // on PostgreSQL, of two at once one finds nothing to remove
    }

    /// Ends all tickets of an account.
    static func revoke(account: String, in connection: any Writing) throws {
        try connection.execute("DELETE FROM identity_ticket WHERE account = \(account)")
    }

    /// Ends all tickets of an account for one purpose.
    static func revoke(account: String, _ purpose: Purpose, in connection: any Writing) throws {
        try connection.execute(
            "DELETE FROM identity_ticket WHERE account = \(account) AND purpose = \(purpose.rawValue)")
    }
}
