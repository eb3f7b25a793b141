import Storage

extension Identity {
    /// Signs in with a passkey alone, which has verified its user. Throws `IdentityError.refused` or `passkey`.
    public func signIn(passkey answer: PasskeyAnswer) async throws -> SignedIn {
        let (token, key) = (Token.make(random), settings.key)
        let step = try await prove(answer, "", demandsVerification: true, refusal: .signInRefused) {
            proof, now, connection in
            guard let account = try Account.find(proof.account, in: connection) else { throw IdentityError.refused }
            return try Self.goOn(
                [proof.factor], account, token: token, at: now, key: Lockout.key(account.name, key), in: connection)
        }
        guard case .signedIn(let signedIn) = step else { throw IdentityError.refused }
        return signedIn
    }

    /// Goes on with a passkey after the passphrase. Throws `IdentityError.refused`, `ended` or `passkey`.
    public func signIn(ticket: String, passkey answer: PasskeyAnswer) async throws -> SignInStep {
        let (token, key) = (Token.make(random), settings.key)
        return try await prove(answer, "second", demandsVerification: false, refusal: .signInRefused) {
            proof, now, connection in
            guard let used = try Ticket.redeem(ticket, .secondFactor, at: now, in: connection),
                let account = try Account.find(used.account, in: connection), account.id == proof.account
            else { throw IdentityError.ended }
            let shown = Set<Factor>(text: used.detail).union([proof.factor])
            return try Self.goOn(
                shown, account, token: token, at: now, key: Lockout.key(account.name, key), in: connection)
        }
    }

    /// Proves oneself anew with a passkey, which has verified its user: for export and re-identification. Throws
    /// `IdentityError.refused`, `ended` or `passkey`.
    public func stepUp(passkey answer: PasskeyAnswer, token: String) async throws -> Session {
        try await prove(answer, "step-up", demandsVerification: true, refusal: .stepUpRefused) {
            proof, now, connection in
            let session = try Session.need(token, at: now, in: connection)
            guard session.account == proof.account else { throw IdentityError.refused }
            let event = IdentityEvent(
                .steppedUp, session.account, factor: proof.factor, posting: session.posting, at: now)
            return (try session.proved(proof.factor, token: token, at: now, in: connection), [event])
        }
    }

    // MARK: -

    /// What a passkey has proved.
    private struct Proof: Sendable {
        var account: String
        var factor: Factor
    }

    /// Checks a passkey's answer and goes on in the same transaction. A refusal uses up the challenge and is written down.
    private func prove<Result: Sendable>(
        _ answer: PasskeyAnswer, _ detail: String, demandsVerification: Bool, refusal: IdentityEvent.What,
        _ goOn: @escaping @Sendable (Proof, Int, any Writing) throws -> (Result, [IdentityEvent])
    ) async throws -> Result {
        let (now, site) = (now(), settings.site)
        let challenge: String
        do throws(PasskeyRefusal) {
            challenge = try ClientData.read(answer.clientData, .get, of: site).challenge
        } catch { throw IdentityError.passkey(error.fault) }
        let outcome = try await write { connection -> (Swift.Result<Result, IdentityError>, [IdentityEvent]) in
            let ticket = try Ticket.redeem(challenge, .askPasskey, at: now, in: connection)
            guard let ticket, ticket.detail == detail else { return (.failure(.passkey(.challengeOver)), []) }
            guard let passkey = try EnrolledPasskey.hold(answer.id, in: connection),
                ticket.account.isEmpty || ticket.account == passkey.account
            else { return (.failure(.refused), [IdentityEvent(refusal, nil, factor: .passkey, at: now)]) }
            let checked = Swift.Result { () throws(PasskeyRefusal) in
                try Assertion(answer, of: passkey, site: site, demandsVerification: demandsVerification)
            }
            switch checked {
            case .success(let assertion):
                try passkey.note(assertion, answer.id, at: now, in: connection)
                let proof = Proof(account: passkey.account, factor: assertion.factor)
                let (result, events) = try goOn(proof, now, connection)
                return (.success(result), events)
            case .failure(let refused):
                let what = refused.fault == .copied ? .passkeyCopied : refusal
                let event = IdentityEvent(what, passkey.account, factor: .passkey, at: now)
                return (.failure(.passkey(refused.fault)), [event])
            }
        }
        return try outcome.get()
    }
}
