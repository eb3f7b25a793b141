public import Words

/// What can be wrong with a file in the age format, or with a key for it.
public enum AgeError: Explained, Equatable {
    /// Not an X25519 recipient (`age1…`): mistyped, or of another kind.
    case notARecipient
    /// Not an X25519 identity (`AGE-SECRET-KEY-1…`).
    case notAnIdentity
    /// The file does not begin as an age file does, or its header is malformed.
    case badHeader
    /// None of the identities is one that the file was encrypted to.
    case noMatch
    /// The header was changed after it was made.
    case changedHeader
    /// The contents were changed, cut off or continued.
    case changedContents

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .notARecipient: Phrase("vault.age-not-a-recipient")
        case .notAnIdentity: Phrase("vault.age-not-an-identity")
        case .badHeader: Phrase("vault.age-bad-header")
        case .noMatch: Phrase("vault.age-no-match")
        case .changedHeader: Phrase("vault.age-changed-header")
        case .changedContents: Phrase("vault.age-changed-contents")
        }
    }
}
