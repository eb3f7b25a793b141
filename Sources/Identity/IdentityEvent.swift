/// Something that happened to an account, for the ledger.
///
/// It never holds a name, a passphrase, a code or an address: people type passphrases into the field for the name.
public struct IdentityEvent: Sendable, Hashable {
    /// What happened; the raw values are written to the ledger and do not change.
    public enum What: String, Sendable, CaseIterable {
        /// An account was made; somebody was invited to it.
        case invited
        /// The invitation was accepted.
        case activated
        /// An administrator took away every way to sign in and invited anew. Whoever reads the ledger should ask why.
        case credentialsReset = "credentials-reset"
        /// The account may not sign in for now.
        case suspended
        /// The account may sign in again.
        case resumed
        /// The account is closed for good.
        case closed
        /// Somebody signed in.
        case signedIn = "signed-in"
        /// Somebody tried to sign in and was refused.
        case signInRefused = "sign-in-refused"
        /// Somebody signed out.
        case signedOut = "signed-out"
        /// Sessions were ended by somebody else, or by a change of posting.
        case sessionsRevoked = "sessions-revoked"
        /// A session now acts under a posting.
        case postingTaken = "posting-taken"
        /// A session proved itself anew.
        case steppedUp = "stepped-up"
        /// A session tried to prove itself anew and was refused.
        case stepUpRefused = "step-up-refused"
        /// A way to prove oneself was added.
        case factorAdded = "factor-added"
        /// A way to prove oneself was removed.
        case factorRemoved = "factor-removed"
        /// The passphrase was changed.
        case passphraseChanged = "passphrase-changed"
        /// A passkey counted backwards: somebody may have copied it.
        case passkeyCopied = "passkey-copied"
        /// The account was linked to a subject of another organisation's provider.
        case linked
        /// That link was removed.
        case unlinked
    }

    /// What happened.
    public var what: What
    /// To which account; `nil` when no account has the name that was typed.
    public var account: String?
    /// Who did it: an account; `nil` for the account itself, or somebody not signed in.
    public var by: String?
    /// With which factor.
    public var factor: Factor?
    /// Under which posting.
    public var posting: String?
    /// When, in milliseconds since 1970 UTC.
    public var at: Int

    init(
        _ what: What, _ account: String?, by: String? = nil, factor: Factor? = nil, posting: String? = nil, at: Int
    ) {
        self.what = what
        self.account = account
        self.by = by
        self.factor = factor
        self.posting = posting
        self.at = at
    }
}
