import Storage

extension Identity {
    /// The session of a cookie's token, or `nil` when there is none, it is over, or its account may not sign in any more.
    ///
    /// Costs one read; at most once a minute a write as well, which notes that the session is in use.
    public func session(for token: String) async throws -> Session? {
        let now = now()
        let found = try await database.read { try Session.find(token, at: now, in: $0) }
        guard let (session, noted) = found else { return nil }
        if now - noted >= Session.notedEvery {
            try await database.write { connection in
                try connection.execute(
                    "UPDATE identity_session SET seen = \(now) WHERE hash = \(Token.hash(token)) AND seen < \(now)")
            }
        }
        return session
    }

    /// Lets a session act under a posting. Whether the account holds it, `Records` says, now and at every request.
    public func take(posting: String, token: String) async throws -> Session {
        let now = now()
        return try await write { connection in
            var session = try Session.need(token, at: now, in: connection)
            session.posting = posting
            try connection.execute(
                "UPDATE identity_session SET posting = \(posting) WHERE hash = \(Token.hash(token))")
            return (session, [IdentityEvent(.postingTaken, session.account, posting: posting, at: now)])
        }
    }

    /// Ends a session.
    public func signOut(token: String) async throws {
        let now = now()
        try await write { connection in
            guard let (session, _) = try Session.find(token, at: now, in: connection) else { return ((), []) }
            try connection.execute("DELETE FROM identity_session WHERE hash = \(Token.hash(token))")
            return ((), [IdentityEvent(.signedOut, session.account, posting: session.posting, at: now)])
        }
    }

    /// Ends all sessions of an account; returns how many.
    @discardableResult
    public func revokeSessions(account: String, by actor: String?) async throws -> Int {
        let now = now()
        return try await write { connection in
            let ended = try Session.revoke(account: account, in: connection)
            try Ticket.revoke(account: account, .secondFactor, in: connection)
            return (ended, ended == 0 ? [] : [IdentityEvent(.sessionsRevoked, account, by: actor, at: now)])
        }
    }

    /// Ends all sessions under a posting; returns how many. To be called in the moment in which a posting changes.
    @discardableResult
    public func revokeSessions(posting: String, by actor: String?) async throws -> Int {
        let now = now()
        let record = record
        return try await database.write { connection in
            let (ended, events) = try Self.revokeSessions(posting: posting, by: actor, at: now, in: connection)
            for event in events { try record(event, connection) }
            return ended
        }
    }
}
