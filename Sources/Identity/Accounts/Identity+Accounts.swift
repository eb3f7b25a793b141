import Storage

extension Identity {
    /// Makes an account and the invitation to it. It has no role and no posting: `Records` gives those.
    ///
    /// Throws `IdentityError.nameUnusable` or `nameTaken`.
    public func createAccount(name: String, by actor: String?) async throws -> Invitation {
        let name = try SignInName(name)
        let (now, code) = (now(), Token.make(random))
        let id = Base32.encode(random(16)).lowercased()
        return try await write { connection in
            try connection.lock("identity name \(name.text)")
            guard try connection.row("SELECT id FROM identity_account WHERE name = \(name.text)") == nil else {
                throw IdentityError.nameTaken
            }
            try connection.execute(
                """
                INSERT INTO identity_account (id, name, state, created, changed)
                VALUES (\(id), \(name.text), \(Account.State.invited.rawValue), \(now), \(now))
                """)
            let account = Account(id: id, name: name.text, state: .invited, created: now)
            let expires = try Ticket.issue(code, .invitation, account: id, at: now, in: connection)
            let invitation = Invitation(account: account, code: code, expires: expires)
            return (invitation, [IdentityEvent(.invited, id, by: actor, at: now)])
        }
    }

    /// Invites anew. Somebody who had accepted before loses every way to sign in, and every session: this is how a lost
    /// passphrase and passkey are mended, and how an administrator could get into an account. The event says so.
    public func inviteAgain(account id: String, by actor: String?) async throws -> Invitation {
        let (now, code) = (now(), Token.make(random))
        return try await write { connection in
            var account = try Self.change(id, to: .invited, from: [.invited, .active, .suspended], at: now, connection)
            let had = account.state
            account.state = .invited
            for table in ["totp", "recovery", "passkey", "link"] {
                try connection.execute("DELETE FROM identity_\(raw: table) WHERE account = \(id)")
            }
            try connection.execute("UPDATE identity_account SET passphrase = NULL WHERE id = \(id)")
            try Session.revoke(account: id, in: connection)
            try Ticket.revoke(account: id, in: connection)
            let expires = try Ticket.issue(code, .invitation, account: id, at: now, in: connection)
            let what: IdentityEvent.What = had == .invited ? .invited : .credentialsReset
            return (
                Invitation(account: account, code: code, expires: expires),
                [IdentityEvent(what, id, by: actor, at: now)]
            )
        }
    }

    /// Accepts an invitation with a passphrase of one's own. The session that begins must enrol a second factor first.
    ///
    /// Throws `IdentityError.invitationOver`, `passphrase` or `busy`.
    public func accept(invitation code: String, passphrase typed: String) async throws -> SignedIn {
        let now = now()
        let name = try await database.read { connection -> SignInName? in
            guard let ticket = try Ticket.find(code, .invitation, at: now, in: connection) else { return nil }
            return try Account.find(ticket.account, in: connection).map { try SignInName($0.name) }
        }
        guard let name else { throw IdentityError.invitationOver }
        let stored = try await newPassphrase(typed, for: name)
        let token = Token.make(random)
        return try await write { connection in
            guard let ticket = try Ticket.redeem(code, .invitation, at: now, in: connection) else {
                throw IdentityError.invitationOver
            }
            _ = try Self.change(ticket.account, to: .active, from: [.invited], at: now, connection)
            try connection.execute("UPDATE identity_account SET passphrase = \(stored) WHERE id = \(ticket.account)")
            let signIn = SignIn(enrolled: [], shown: [.passphrase])
            return (
                try Session.begin(signIn, ticket.account, token: token, at: now, in: connection),
                [IdentityEvent(.activated, ticket.account, factor: .passphrase, at: now)]
            )
        }
    }

    /// Suspends an active account, and ends its sessions.
    public func suspend(account: String, by actor: String?) async throws {
        try await move(account, to: .suspended, from: [.active], .suspended, by: actor)
    }

    /// Lets a suspended account sign in again.
    public func resume(account: String, by actor: String?) async throws {
        try await move(account, to: .active, from: [.suspended], .resumed, by: actor)
    }

    /// Closes an account for good, and ends its sessions.
    public func close(account: String, by actor: String?) async throws {
        try await move(account, to: .closed, from: [.invited, .active, .suspended], .closed, by: actor)
    }

    /// The account of this identifier.
    public func account(_ id: String) async throws -> Account? {
        try await database.read { try Account.find(id, in: $0) }
    }

    /// The account of this sign-in name.
    public func account(named name: String) async throws -> Account? {
        guard let name = try? SignInName(name) else { return nil }
        return try await database.read { connection in
            try connection.row("SELECT id, name, state, created FROM identity_account WHERE name = \(name.text)")
                .flatMap(Account.init)
        }
    }

    /// Changes one's own passphrase. Throws `IdentityError.refused` when the old one is wrong, as often as at signing in.
    /// The account's other sessions end.
    public func changePassphrase(from old: String, to new: String, token: String) async throws {
        let now = now()
        let account = try await database.read { connection -> Account? in
            let session = try Session.need(token, at: now, in: connection)
            return try Account.find(session.account, in: connection)
        }
        guard let account else { throw IdentityError.ended }
        let name = try SignInName(account.name)
        if let fault = Passphrase(new).fault(for: name) { throw IdentityError.passphrase(fault) }
        guard try await proved(name, old) != nil else { throw IdentityError.refused }
        let stored = try await newPassphrase(new, for: name)
        try await write { connection in
            _ = try Session.need(token, at: now, in: connection)
            try connection.execute(
                "UPDATE identity_account SET passphrase = \(stored), changed = \(now) WHERE id = \(account.id)")
            try connection.execute(
                "DELETE FROM identity_session WHERE account = \(account.id) AND hash <> \(Token.hash(token))")
            try Ticket.revoke(account: account.id, in: connection)
            try Lockout.giveBack(Lockout.key(name.text, settings.key), in: connection)
            return ((), [IdentityEvent(.passphraseChanged, account.id, factor: .passphrase, at: now)])
        }
    }

    // MARK: -

    /// The stored text of a new passphrase; throws when it is not good enough.
    private func newPassphrase(_ typed: String, for name: SignInName) async throws -> String {
        let passphrase = Passphrase(typed)
        if let fault = passphrase.fault(for: name) { throw IdentityError.passphrase(fault) }
        let (salt, cost) = (random(StoredPassphrase.saltSize), settings.cost)
        return try await hall.run { try StoredPassphrase(of: passphrase.bytes, cost: cost, salt: salt).text }
    }

    private func move(
        _ id: String, to state: Account.State, from states: Set<Account.State>, _ what: IdentityEvent.What,
        by actor: String?
    ) async throws {
        let now = now()
        try await write { connection in
            _ = try Self.change(id, to: state, from: states, at: now, connection)
            if state != .active {
                try Session.revoke(account: id, in: connection)
                try Ticket.revoke(account: id, in: connection)
            }
            return ((), [IdentityEvent(what, id, by: actor, at: now)])
        }
    }

    /// Moves an account from one of these states to another; returns it as it was.
    private static func change(
        _ id: String, to state: Account.State, from states: Set<Account.State>, at now: Int, _ connection: any Writing
    ) throws -> Account {
        guard let account = try Account.hold(id, in: connection) else { throw IdentityError.unknownAccount }
        guard states.contains(account.state) else { throw IdentityError.wrongState(account.state) }
        try connection.execute(
            "UPDATE identity_account SET state = \(state.rawValue), changed = \(now) WHERE id = \(id)")
        return account
    }
}
