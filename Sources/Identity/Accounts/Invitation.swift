/// What somebody who is invited gets: by hand, or in a message that says nothing else.
public struct Invitation: Sendable, Hashable {
    /// The account that waits for them.
    public let account: Account
    /// The secret of the link. It is shown this once, works once, and the database has its SHA-256.
    public let code: String
    /// When it ends, in milliseconds since 1970 UTC.
    public let expires: Int
}
