import Storage

/// Sessions as they are kept.
extension Session {
    /// The session of a row, unless it is over: `SELECT account, posting, factors, started, seen, proved_by, proved_at`.
    private init?(_ row: Row, token: String, at now: Int) {
        guard now < row.int(3) + Self.absolute, now < row.int(4) + Self.idle else { return nil }
        let freshness = row.optionalText(5).flatMap(Factor.init(rawValue:)).map { Freshness($0, at: row.int(6)) }
        self.init(
            account: row.text(0), posting: row.optionalText(1), factors: Set(text: row.text(2)), started: row.int(3),
            freshness: freshness, csrf: Self.csrf(of: token))
    }

    /// The live session of a token, and when it was last noted. One of an account that is not active is none.
    static func find(_ token: String, at now: Int, in connection: any Reading) throws -> (Session, noted: Int)? {
        let row = try connection.row(
            """
            SELECT s.account, s.posting, s.factors, s.started, s.seen, s.proved_by, s.proved_at
            FROM identity_session s JOIN identity_account a ON a.id = s.account
            WHERE s.hash = \(Token.hash(token)) AND a.state = 'active'
            """)
        guard let row, let session = Session(row, token: token, at: now) else { return nil }
        return (session, row.int(4))
    }

    /// The live session of a token; throws `IdentityError.ended` when there is none.
    static func need(_ token: String, at now: Int, in connection: any Reading) throws -> Session {
        guard let (session, _) = try find(token, at: now, in: connection) else { throw IdentityError.ended }
        return session
    }

    /// Begins a session, and clears those that are over.
    static func begin(_ signIn: SignIn, _ account: String, token: String, at now: Int, in connection: any Writing)
        throws
        -> SignedIn
    {
        try connection.execute(
            "DELETE FROM identity_session WHERE started <= \(now - absolute) OR seen <= \(now - idle)")
        let proof = signIn.shown.filter { $0.isSecond || $0.isBoth }.max()
        let session = Session(
            account: account, posting: nil, factors: signIn.shown, started: now,
            freshness: proof.map { Freshness($0, at: now) }, csrf: csrf(of: token))
        try connection.execute(
            """
            INSERT INTO identity_session (hash, account, factors, started, seen, proved_by, proved_at)
            VALUES (\(Token.hash(token)), \(account), \(signIn.shown.text), \(now), \(now),
                \(session.freshness?.factor.rawValue), \(session.freshness?.at))
            """)
        return SignedIn(token: token, session: session)
    }

    /// Notes a proof given during the session.
    func proved(_ factor: Factor, token: String, at now: Int, in connection: any Writing) throws -> Session {
        var session = self
        session.factors.insert(factor)
        session.freshness = Freshness(factor, at: now)
        try connection.execute(
            """
            UPDATE identity_session
            SET factors = \(session.factors.text), proved_by = \(factor.rawValue), proved_at = \(now), seen = \(now)
            WHERE hash = \(Token.hash(token))
            """)
        return session
    }

    /// Ends all sessions of an account; returns how many.
    @discardableResult
    static func revoke(account: String, in connection: any Writing) throws -> Int {
        try connection.execute("DELETE FROM identity_session WHERE account = \(account)")
    }
}
