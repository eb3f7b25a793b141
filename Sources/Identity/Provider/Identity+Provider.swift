import Foundation
import Storage

extension Identity {
    /// Links an account to a subject of a provider. This is the only way in which somebody else's word becomes one of our
    /// accounts: names, addresses and roles in a token count for nothing.
    public func link(account: String, issuer: String, subject: String, by actor: String?) async throws {
        let now = now()
        try await write { connection in
            guard let account = try Account.hold(account, in: connection) else { throw IdentityError.unknownAccount }
            guard account.state != .closed else { throw IdentityError.wrongState(account.state) }
            try connection.execute(
                """
                INSERT INTO identity_link (issuer, subject, account) VALUES (\(issuer), \(subject), \(account.id))
                ON CONFLICT (issuer, subject) DO UPDATE SET account = excluded.account
                """)
            return ((), [IdentityEvent(.linked, account.id, by: actor, factor: .provider, at: now)])
        }
    }

    /// Removes the links of an account.
    public func unlink(account: String, by actor: String?) async throws {
        let now = now()
        try await write { connection in
            let removed = try connection.execute("DELETE FROM identity_link WHERE account = \(account)")
            let event = IdentityEvent(.unlinked, account, by: actor, factor: .provider, at: now)
            return ((), removed == 0 ? [] : [event])
        }
    }

    /// Begins to sign in through a provider: authorisation code with PKCE.
    public func beginSignIn(through provider: Provider) async throws -> ProviderBeginning {
        let (now, browser) = (now(), Token.make(random))
        let handshake = Handshake(browser: browser, provider: provider, key: settings.key)
        try await database.write { connection in
            _ = try Ticket.issue(
                handshake.state, .provider, account: "", detail: provider.issuer, at: now, in: connection)
        }
        return ProviderBeginning(url: handshake.url(provider), browser: browser)
    }

    /// Ends to sign in through a provider, with what the browser brought back. It counts as a first factor: a second one of
    /// ours follows. Throws `IdentityError.provider`, or `refused` when the subject is linked to no active account.
    ///
    /// - Parameters:
    ///   - state: the parameter `state` of the address.
    ///   - code: the parameter `code`.
    ///   - browser: the cookie that `beginSignIn` gave.
    ///   - fetch: sends requests to the provider.
    public func signIn(
        through provider: Provider, state: String, code: String, browser: String, fetch: ProviderFetch
    ) async throws -> SignInStep {
        let started = now()
        let handshake = Handshake(browser: browser, provider: provider, key: settings.key)
        let ticket = try await database.write { connection in
            try Ticket.redeem(state, .provider, at: started, in: connection)
        }
        guard ticket?.detail == provider.issuer, isSame(Array(state.utf8), Array(handshake.state.utf8)) else {
            throw IdentityError.provider(.stateOver)
        }
        let subject: String
        do throws(ProviderFault.Refusal) {
            let claims = try await exchange(code, handshake, provider, fetch)
            try claims.check(provider, nonce: handshake.nonce, at: now())
            subject = claims.sub
        } catch { throw IdentityError.provider(error.fault) }
        return try await goOn(provider.issuer, subject)
    }

    /// The addresses that a provider publishes of itself (OpenID Connect Discovery). Throws `IdentityError.provider`.
    public static func discover(issuer: String, fetch: ProviderFetch) async throws -> Provider.Endpoints {
        struct Published: Decodable { let issuer: String }
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        guard let body = try? await fetch(ProviderRequest(url: base + "/.well-known/openid-configuration", form: nil)),
            body.count <= 1 << 18, let published = try? JSONDecoder().decode(Published.self, from: Data(body)),
            let endpoints = try? JSONDecoder().decode(Provider.Endpoints.self, from: Data(body))
        else { throw IdentityError.provider(.unreachable) }
        guard published.issuer == issuer else { throw IdentityError.provider(.otherIssuer) }
        return endpoints
    }

    // MARK: -

    /// Exchanges the code for the token, and verifies its signature.
    private func exchange(
        _ code: String, _ handshake: Handshake, _ provider: Provider, _ fetch: ProviderFetch
    ) async throws(ProviderFault.Refusal) -> IdentityToken {
        struct Answer: Decodable {
            let token: String
            enum CodingKeys: String, CodingKey { case token = "id_token" }
        }
        let form = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": provider.redirect,
            "client_id": provider.clientID, "client_secret": provider.clientSecret,
            "code_verifier": handshake.verifier,
        ]
        guard let body = try? await fetch(ProviderRequest(url: provider.endpoints.token, form: form)),
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)),
            let keys = try? await fetch(ProviderRequest(url: provider.endpoints.keys, form: nil))
        else { throw .init(.unreachable) }
        return try await IdentityToken.read(answer.token, keys: keys)
    }

    /// Goes on with the account that is linked to a subject.
    private func goOn(_ issuer: String, _ subject: String) async throws -> SignInStep {
        let (now, token, key) = (now(), Token.make(random), settings.key)
        let step = try await write { connection -> (SignInStep?, [IdentityEvent]) in
            let row = try connection.row(
                "SELECT account FROM identity_link WHERE issuer = \(issuer) AND subject = \(subject)")
            let account = try row.flatMap { try Account.hold($0.text(0), in: connection) }
            guard let account, account.state == .active else {
                return (nil, [IdentityEvent(.signInRefused, account?.id, factor: .provider, at: now)])
            }
            return try Self.goOn(
                [.provider], account, token: token, at: now, key: Lockout.key(account.name, key), in: connection)
        }
        guard let step else { throw IdentityError.refused }
        return step
    }
}
