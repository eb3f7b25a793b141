extension Ledger {
    /// What was done. The codes are part of every leaf: a new one may be added, none may be renamed.
    public enum Act: String, CaseIterable, Sendable {
        /// A record was made or changed.
        case change
        /// A restricted record was read.
        case read
        /// Somebody searched.
        case search
        /// Something left the system: export, print, share, release.
        case export
        /// Something was asked for and refused.
        case refusal
        /// A right, key or share was given or taken.
        case grant
        /// Somebody signed in, failed to, or signed out.
        case signIn = "sign-in"
        /// A setting, account, role, posting or label was changed.
        case configuration
        /// A key was destroyed, and with it what it sealed.
        case erasure
        /// Somebody used the emergency access.
        case emergency
        /// A red line was touched.
        case alarm
    }
}
