import Crypto
import Storage

/// A secret for an app, to be shown once as a square code and as text.
public struct CodeEnrolment: Sendable, Hashable {
    /// Goes with the first code that the app shows; lives for five minutes.
    public let ticket: String
    /// The secret in base32, for typing.
    public let secret: String
    /// The same as an address `otpauth://…`, for a square code.
    public let address: String
}

extension Identity {
    /// Begins to enrol an app that shows codes. Nothing changes until `addCodes` has seen the first one.
    ///
    /// Like every change of one's factors it asks for a fresh second factor, once there is one
    /// (`IdentityError.notFresh`).
    public func beginCodes(token: String) async throws -> CodeEnrolment {
        let (now, secret, ticket, nonce) = (now(), random(TOTPRow.secretSize), Token.make(random), random(12))
        let (key, site) = (settings.key, settings.site)
        return try await database.write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            let account = try Account.find(session.account, in: connection)
            let sealed = try TOTPRow.seal(secret, account: session.account, key: key, nonce: nonce)
            try Ticket.issue(
                ticket, .enrolCodes, account: session.account, detail: Base64URL.encode(sealed), at: now, in: connection
            )
            return CodeEnrolment(
                ticket: ticket, secret: Base32.encode(secret),
                address: TOTP.address(secret, issuer: site.name, name: account?.name ?? ""))
        }
    }

    /// Ends to enrol an app, with the first code that it shows; an app enrolled before is replaced. Returns the session,
    /// which has proved itself by this. Throws `IdentityError.refused` when the code is wrong, and begins anew then.
    public func addCodes(ticket: String, code: String, token: String) async throws -> Session {
        let now = now()
        let key = settings.key
        let session = try await write { connection -> (Session?, [IdentityEvent]) in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            _ = try Account.hold(session.account, in: connection)
            guard let begun = try Ticket.redeem(ticket, .enrolCodes, at: now, in: connection),
                begun.account == session.account, let sealed = Base64URL.decode(begun.detail)
            else { throw IdentityError.ended }
            let secret = try TOTPRow.open(sealed, account: session.account, key: key)
            guard let step = TOTP.accepted(code, secret, after: 0, at: now) else { return (nil, []) }
            try connection.execute(
                """
                INSERT INTO identity_totp (account, sealed, last_step) VALUES (\(session.account), \(sealed), \(step))
                ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step
                """)
            let event = IdentityEvent(.factorAdded, session.account, factor: .code, at: now)
            return (try session.proved(.code, token: token, at: now, in: connection), [event])
        }
        guard let session else { throw IdentityError.refused }
        return session
    }

    /// Removes the app that shows codes. Throws `IdentityError.lastFactor` when no passkey is left.
    public func removeCodes(token: String) async throws {
        let now = now()
        try await write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            _ = try Account.hold(session.account, in: connection)
            let removed = try connection.execute("DELETE FROM identity_totp WHERE account = \(session.account)")
            try Self.checkFactorIsLeft(session.account, in: connection)
            let event = IdentityEvent(.factorRemoved, session.account, factor: .code, at: now)
            return ((), removed == 0 ? [] : [event])
        }
    }

    /// Ten new recovery codes in place of all older ones, to be shown this once.
    public func newRecoveryCodes(token: String) async throws -> [String] {
        let now = now()
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.make(random) }
        return try await write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            guard !session.mustEnrol else { throw IdentityError.notFresh(.secondFactor) }
            try RecoveryCode.replace(codes, account: session.account, in: connection)
            return (codes, [IdentityEvent(.factorAdded, session.account, factor: .recoveryCode, at: now)])
        }
    }

    /// Proves oneself anew with a code. Throws `IdentityError.refused` or `tooSoon`.
    public func stepUp(code: String, token: String) async throws -> Session {
        let now = now()
        let account = try await database.read { connection -> Account? in
            try Account.find(Session.need(token, at: now, in: connection).account, in: connection)
        }
        guard let account else { throw IdentityError.ended }
        let (key, name) = (settings.key, Lockout.key(account.name, settings.key))
        try await charge(name, at: now)
        let session = try await write { connection -> (Session?, [IdentityEvent]) in
            let session = try Session.need(token, at: now, in: connection)
            guard try TOTPRow.accept(code, account: session.account, key: key, at: now, in: connection) else {
                return (nil, [IdentityEvent(.stepUpRefused, session.account, factor: .code, at: now)])
            }
            try Lockout.giveBack(name, in: connection)
            let event = IdentityEvent(.steppedUp, session.account, factor: .code, posting: session.posting, at: now)
            return (try session.proved(.code, token: token, at: now, in: connection), [event])
        }
        guard let session else { throw IdentityError.refused }
        return session
    }
}

extension Identity {
    /// Whether the installation's key opens the secret of everybody's one-time codes: whether people can sign in with them.
    public func opensEveryCode() async throws -> Bool {
        let key = settings.key
        return try await database.read { connection in
            do {
                try TOTPRow.openAll(key: key, connection)
                return true
            } catch is CryptoKitError {
                return false
            }
        }
    }
}
