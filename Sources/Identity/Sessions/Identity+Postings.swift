public import Storage

extension Identity {
    /// Ends all sessions under a posting inside the transaction that changes the posting, so that there is no moment in
    /// which the posting is over and the session is not. Returns how many ended, and the events to be written down.
    public static func revokeSessions(
        posting: String, by actor: String?, at now: Int, in connection: any Writing
    ) throws -> (Int, [IdentityEvent]) {
        let accounts = try connection.rows(
            "SELECT DISTINCT account FROM identity_session WHERE posting = \(posting) ORDER BY account")
        let ended = try connection.execute("DELETE FROM identity_session WHERE posting = \(posting)")
        return (
            ended,
            accounts.map { IdentityEvent(.sessionsRevoked, $0.text(0), by: actor, posting: posting, at: now) }
        )
    }
}
