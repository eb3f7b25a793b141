import Storage

extension Identity {
    /// The passkeys of the account of a session.
    public func passkeys(token: String) async throws -> [Passkey] {
        let now = now()
        return try await database.read { connection in
            try Passkey.all(of: Session.need(token, at: now, in: connection).account, in: connection)
        }
    }

    /// Begins to enrol a passkey. Like every change of one's factors it asks for a fresh second factor, once there is one.
    public func beginPasskey(token: String) async throws -> PasskeyRequest {
        let (now, challenge, site) = (now(), Token.make(random), settings.site)
        return try await database.write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            guard let account = try Account.find(session.account, in: connection) else { throw IdentityError.ended }
            try Ticket.issue(challenge, .addPasskey, account: account.id, at: now, in: connection)
            return PasskeyRequest(
                challenge, site, passkeys: try Passkey.all(of: account.id, in: connection).map(\.id),
                user: .init(id: Base64URL.encode(Array(account.id.utf8)), name: account.name),
                demandsVerification: true)
        }
    }

    /// Enrols a passkey, which must verify its user. Returns the session, which has proved itself by this. Throws
    /// `IdentityError.passkey`.
    public func addPasskey(_ answer: PasskeyCreation, label: String, token: String) async throws -> Session {
        let (now, site) = (now(), settings.site)
        let registration: Registration
        do throws(PasskeyRefusal) {
            registration = try Registration(answer, site: site, demandsVerification: true)
        } catch { throw IdentityError.passkey(error.fault) }
        return try await write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            _ = try Account.hold(session.account, in: connection)
            let ticket = try Ticket.redeem(registration.challenge, .addPasskey, at: now, in: connection)
            guard ticket?.account == session.account else { throw IdentityError.passkey(.challengeOver) }
            let id = Base64URL.encode(registration.id)
            let added = try connection.execute(
                """
                INSERT INTO identity_passkey
                    (id, account, public_key, sign_count, can_be_copied, label, created, used)
                VALUES (\(id), \(session.account), \(registration.key), \(registration.authenticator.signCount),
                    \(registration.authenticator.canBeCopied ? 1 : 0), \(String(label.prefix(64))), \(now), 0)
                ON CONFLICT (id) DO NOTHING
                """)
            guard added == 1 else { throw IdentityError.passkey(.enrolledAlready) }
            let event = IdentityEvent(.factorAdded, session.account, factor: .verifiedPasskey, at: now)
            return (try session.proved(.verifiedPasskey, token: token, at: now, in: connection), [event])
        }
    }

    /// Removes a passkey. Throws `IdentityError.lastFactor` when no other and no codes are left.
    public func removePasskey(_ id: String, token: String) async throws {
        let now = now()
        try await write { connection in
            let session = try Self.mayChangeFactors(token, at: now, in: connection)
            _ = try Account.hold(session.account, in: connection)
            let removed = try connection.execute(
                "DELETE FROM identity_passkey WHERE id = \(id) AND account = \(session.account)")
            try Self.checkFactorIsLeft(session.account, in: connection)
            let event = IdentityEvent(.factorRemoved, session.account, factor: .passkey, at: now)
            return ((), removed == 0 ? [] : [event])
        }
    }

    /// What to ask a passkey for in order to sign in with it alone: any passkey of the site, which verifies its user.
    public func askPasskey() async throws -> PasskeyRequest {
        try await ask(for: "", demandsVerification: true) { _ in "" }
    }

    /// What to ask a passkey for after the passphrase. Throws `IdentityError.ended`.
    public func askPasskey(ticket: String) async throws -> PasskeyRequest {
        let now = now()
        return try await ask(for: "second", demandsVerification: false) { connection in
            try Ticket.find(ticket, .secondFactor, at: now, in: connection)?.account
        }
    }

    /// What to ask a passkey for in order to prove oneself anew. Throws `IdentityError.ended`.
    public func askPasskey(token: String) async throws -> PasskeyRequest {
        let now = now()
        return try await ask(for: "step-up", demandsVerification: true) { connection in
            try Session.need(token, at: now, in: connection).account
        }
    }

    private func ask(
        for detail: String, demandsVerification: Bool, _ account: @escaping @Sendable (any Reading) throws -> String?
    ) async throws -> PasskeyRequest {
        let (now, challenge, site) = (now(), Token.make(random), settings.site)
        return try await database.write { connection in
            guard let account = try account(connection) else { throw IdentityError.ended }
            try Ticket.issue(challenge, .askPasskey, account: account, detail: detail, at: now, in: connection)
            let passkeys = account.isEmpty ? [] : try Passkey.all(of: account, in: connection).map(\.id)
            return PasskeyRequest(challenge, site, passkeys: passkeys, demandsVerification: demandsVerification)
        }
    }
}
