import Storage

extension Identity {
    /// The second factors of the account of a session.
    public func factors(token: String) async throws -> Set<Factor> {
        let now = now()
        return try await database.read { connection in
            try Self.enrolled(Session.need(token, at: now, in: connection).account, in: connection)
        }
    }

    /// The session of a token, if it may change its account's factors: it has proved itself in the last minutes, or has
    /// no second factor to do so and is there to enrol one.
    static func mayChangeFactors(_ token: String, at now: Int, in connection: any Reading) throws -> Session {
        let session = try Session.need(token, at: now, in: connection)
        if !session.mustEnrol {
            try session.demand(.secondFactor, at: now)
        } else if try !enrolled(session.account, in: connection).isEmpty {
            // Another session has enrolled one meanwhile: this one knows only the passphrase.
            throw IdentityError.notFresh(.secondFactor)
        }
        return session
    }

    /// Throws `IdentityError.lastFactor` when neither codes nor a passkey is left.
    static func checkFactorIsLeft(_ account: String, in connection: any Reading) throws {
        guard try !enrolled(account, in: connection).isDisjoint(with: [.code, .passkey]) else {
            throw IdentityError.lastFactor
        }
    }
}
