import Storage

/// A passkey of an account, for the page on which its owner looks after them.
public struct Passkey: Sendable, Hashable {
    /// Its id in base64url.
    public let id: String
    /// What its owner calls it.
    public let label: String
    /// Whether it can be on several devices.
    public let canBeCopied: Bool
    /// When it was enrolled, in milliseconds since 1970 UTC.
    public let created: Int
    /// When it was last used; 0 for never.
    public let used: Int

    /// An account's passkeys, oldest first.
    static func all(of account: String, in connection: any Reading) throws -> [Passkey] {
        try connection.rows(
            """
            SELECT id, label, can_be_copied, created, used FROM identity_passkey WHERE account = \(account)
            ORDER BY created, id
            """
        ).map {
            Passkey(
                id: $0.text(0), label: $0.text(1), canBeCopied: $0.int(2) == 1, created: $0.int(3), used: $0.int(4))
        }
    }
}

extension EnrolledPasskey {
    /// The passkey of an id, whose account nobody else changes until the end of the transaction.
    static func hold(_ id: [UInt8], in connection: any Writing) throws -> EnrolledPasskey? {
        let text = Base64URL.encode(id)
        guard let owner = try connection.row("SELECT account FROM identity_passkey WHERE id = \(text)")?.text(0),
            let account = try Account.hold(owner, in: connection), account.state == .active
        else { return nil }
        return try connection.row(
            "SELECT account, public_key, sign_count, can_be_copied FROM identity_passkey WHERE id = \(text)"
        ).map {
            EnrolledPasskey(
                account: $0.text(0), key: $0.blob(1), signCount: $0.int(2), canBeCopied: $0.int(3) == 1)
        }
    }

    /// Notes the use of a passkey, and how often it has signed.
    func note(_ assertion: Assertion, _ id: [UInt8], at now: Int, in connection: any Writing) throws {
        try connection.execute(
            """
            UPDATE identity_passkey SET sign_count = \(assertion.authenticator.signCount), used = \(now)
            WHERE id = \(Base64URL.encode(id))
            """)
    }
}
