import Storage

/// How far a sign-in has come.
public enum SignInStep: Sendable, Hashable {
    /// One of these factors is wanted next; the ticket goes with it, and lives for five minutes.
    case second(ticket: String, among: [Factor])
    /// Signed in. Look at `session.mustEnrol`.
    case signedIn(SignedIn)
}

extension Identity {
    /// Begins to sign in with a passphrase.
    ///
    /// An unknown name, a wrong passphrase and an account that may not sign in are refused in the same words and the same
    /// time. Throws `IdentityError.refused`, `tooSoon` or `busy`.
    public func signIn(name typed: String, passphrase: String) async throws -> SignInStep {
        let name = try? SignInName(typed)
        let account = try await proved(name, passphrase)
        guard let account, let name else { throw IdentityError.refused }
        let now = now()
        let (token, key) = (Token.make(random), Lockout.key(name.text, settings.key))
        return try await write { connection in
            try Lockout.giveBack(key, in: connection)
            return try Self.goOn([.passphrase], account, token: token, at: now, key: key, in: connection)
        }
    }

    /// Goes on with a code of an app. Throws `IdentityError.refused`, `tooSoon` or `ended`.
    public func signIn(ticket: String, code: String) async throws -> SignInStep {
        try await second(ticket, .code) { account, now, connection in
            try TOTPRow.accept(code, account: account, key: settings.key, at: now, in: connection) ? .code : nil
        }
    }

    /// Goes on with a recovery code, which cannot be used again. Throws `IdentityError.refused`, `tooSoon` or `ended`.
    public func signIn(ticket: String, recoveryCode: String) async throws -> SignInStep {
        try await second(ticket, .recoveryCode) { account, _, connection in
            try RecoveryCode.use(recoveryCode, account: account, in: connection) ? .recoveryCode : nil
        }
    }

    /// Signs somebody in without any proof, for a demonstration on the sample's data: makes the account where it lacks.
    /// Throws `IdentityError.notADemonstration` on any other installation.
    public func signInForDemonstration(name typed: String) async throws -> SignedIn {
        guard settings.isDemonstration else { throw IdentityError.notADemonstration }
        let name = try SignInName(typed)
        let (now, token, id) = (now(), Token.make(random), Base32.encode(random(16)).lowercased())
        return try await write { connection in
            try connection.lock("identity name \(name.text)")
            try connection.execute(
                """
                INSERT INTO identity_account (id, name, state, created, changed)
                VALUES (\(id), \(name.text), \(Account.State.active.rawValue), \(now), \(now))
                ON CONFLICT (name) DO NOTHING
                """)
            let account = try connection.row("SELECT id FROM identity_account WHERE name = \(name.text)")?.text(0) ?? id
            let signIn = SignIn(enrolled: [], shown: [.demonstration])
            return (
                try Session.begin(signIn, account, token: token, at: now, in: connection),
                [IdentityEvent(.signedIn, account, factor: .demonstration, at: now)]
            )
        }
    }

    // MARK: -

    /// Tries a passphrase; returns the account of the name when it is right and the account active. The attempt has been
    /// counted as wrong by then: who goes on gives it back.
    func proved(_ name: SignInName?, _ typed: String) async throws -> Account? {
        let (now, key) = (now(), Lockout.key(name?.text ?? "", settings.key))
        try await charge(key, at: now)
        let row = try await database.read { connection in
            try connection.row(
                "SELECT id, name, state, created, passphrase FROM identity_account WHERE name = \(name?.text ?? "")")
        }
        let account = row.flatMap(Account.init)
        let stored = row?.optionalText(4).flatMap(StoredPassphrase.init)
        do {
            let (isRight, renewed) = try await compare(Passphrase(typed), stored)
            if isRight, let account, account.state == .active {
                if let renewed, let stored { try await renew(account, stored, renewed) }
                return account
            }
        } catch {
            try await database.write { try Lockout.giveBack(key, in: $0) }  // it was not tried
            throw error
        }
        try await write { connection in
            ((), [IdentityEvent(.signInRefused, account?.id, factor: .passphrase, at: now)])
        }
        return nil
    }

    /// Compares a passphrase with the stored one, or, when there is none, with nobody's, which takes as long. One that is
    /// right and was hashed at another cost comes back hashed at today's.
    private func compare(_ passphrase: Passphrase, _ stored: StoredPassphrase?) async throws -> (Bool, String?) {
        let cost = settings.cost
        let nobody = StoredPassphrase(forNobody: random, cost: cost)
        let salt = random(StoredPassphrase.saltSize)
        return try await hall.run {
            guard try (stored ?? nobody).matches(passphrase.bytes), let stored else { return (false, nil) }
            if stored.cost == cost { return (true, nil) }
            return (true, try StoredPassphrase(of: passphrase.bytes, cost: cost, salt: salt).text)
        }
    }

    private func renew(_ account: Account, _ old: StoredPassphrase, _ renewed: String) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE identity_account SET passphrase = \(renewed) WHERE id = \(account.id) AND passphrase = \(old.text)"
            )
        }
    }

    /// Counts an attempt before it is tried. Throws `IdentityError.tooSoon`.
    func charge(_ key: [UInt8], at now: Int) async throws {
        let wait = try await database.write { try Lockout.charge(key, at: now, in: $0) }
        if let wait { throw IdentityError.tooSoon(wait: wait) }
    }

    /// Goes on with a second factor that can be guessed.
    private func second(
        _ ticket: String, _ factor: Factor, _ check: @escaping @Sendable (String, Int, any Writing) throws -> Factor?
    ) async throws -> SignInStep {
        let now = now()
        let begun = try await database.read { connection -> (Account, Ticket)? in
            guard let found = try Ticket.find(ticket, .secondFactor, at: now, in: connection) else { return nil }
            return try Account.find(found.account, in: connection).map { ($0, found) }
        }
        guard let (account, _) = begun else { throw IdentityError.ended }
        let (token, key) = (Token.make(random), Lockout.key(account.name, settings.key))
        try await charge(key, at: now)
        let step = try await write { connection -> (SignInStep?, [IdentityEvent]) in
            let account = try Account.hold(account.id, in: connection)
            guard let account, account.state == .active, let proof = try check(account.id, now, connection) else {
                return (nil, [IdentityEvent(.signInRefused, account?.id, factor: factor, at: now)])
            }
            guard let used = try Ticket.redeem(ticket, .secondFactor, at: now, in: connection) else {
                throw IdentityError.ended
            }
            let shown = Set<Factor>(text: used.detail).union([proof])
            return try Self.goOn(shown, account, token: token, at: now, key: key, in: connection)
        }
        guard let step else { throw IdentityError.refused }
        return step
    }

    /// What follows when these factors have been shown: a ticket for the next, or a session.
    static func goOn(
        _ shown: Set<Factor>, _ account: Account, token: String, at now: Int, key: [UInt8], in connection: any Writing
    ) throws -> (SignInStep, [IdentityEvent]) {
        var signIn = SignIn(enrolled: try enrolled(account.id, in: connection))
        for factor in shown.sorted() { signIn.show(factor) }
        switch signIn.step {
        case .first: throw IdentityError.refused
        case .second(let wanted):
            try Ticket.issue(token, .secondFactor, account: account.id, detail: shown.text, at: now, in: connection)
            return (.second(ticket: token, among: wanted), [])
        case .enrol, .done:
            try Lockout.forget(key, in: connection)
            let signedIn = try Session.begin(signIn, account.id, token: token, at: now, in: connection)
            return (.signedIn(signedIn), [IdentityEvent(.signedIn, account.id, factor: signIn.shown.max(), at: now)])
        }
    }

    /// The second factors that an account has.
    static func enrolled(_ account: String, in connection: any Reading) throws -> Set<Factor> {
        var factors: Set<Factor> = []
        for (factor, table) in [(Factor.code, "totp"), (.passkey, "passkey"), (.recoveryCode, "recovery")] {
            let row = try connection.row("SELECT 1 FROM identity_\(raw: table) WHERE account = \(account) LIMIT 1")
            if row != nil { factors.insert(factor) }
        }
        return factors
    }
}
