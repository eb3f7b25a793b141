public import Words

/// What the vault refuses. No case carries a name, an identifier or a byte of what is sealed: an error may be logged.
public enum VaultError: Explained, Equatable {
    /// The vault is sealed: no key is in memory. Unseal it first.
    case sealed
    /// The key of this subject has been destroyed; what was sealed under it cannot be read by anybody any more.
    case erased
    /// The envelope does not open here: another row, field, version or subject, cut off, or changed. Which, is not said.
    case doesNotOpen
    /// An address's text is longer than 65,535 bytes.
    case addressTooLong
    /// There is no root key yet: the vault has not been made.
    case notCreated
    /// There is a root key already: a vault is made once.
    case alreadyCreated
    /// The passphrase opens no root key.
    case wrongPassphrase
    /// A passphrase has fewer bytes than this.
    case passphraseTooShort(least: Int)
    /// A share was mistyped or cut off: its checksum is wrong.
    case shareUnreadable
    /// Fewer different shares than are needed.
    case tooFewShares(given: Int, needed: Int)
    /// The shares are not all of one set.
    case sharesOfDifferentSets
    /// These shares open nothing: a set that was dropped, or of another vault.
    case sharesDoNotOpen
    /// The holders are not the right number of people, or their organisations are too few, or one holds enough to open alone.
    case unfitHolders(shares: Int, organisations: Int, needed: Int)
    /// Recovery needs two custodians of different organisations, both among the holders of the shares entered.
    case unfitCustodians
    /// The newest share set has not been rehearsed, so the old one stays.
    case notRehearsed
    /// A change of the root key has begun and must be finished or abandoned first.
    case rootRotationUnderWay
    /// No change of the root key has begun.
    case noRootRotation
    /// There is no key of this organisation or compartment.
    case noSuchKey
    /// This database would leave copies of a destroyed key in its file.
    case doesNotErase
    /// The rows of the key database contradict each other, or were changed by something else.
    case damaged

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .sealed: Phrase("vault.sealed")
        case .erased: Phrase("vault.erased")
        case .doesNotOpen: Phrase("vault.does-not-open")
        case .addressTooLong: Phrase("vault.address-too-long")
        case .notCreated: Phrase("vault.not-created")
        case .alreadyCreated: Phrase("vault.already-created")
        case .wrongPassphrase: Phrase("vault.wrong-passphrase")
        case .passphraseTooShort(let least): Phrase("vault.passphrase-too-short", ["least": "\(least)"])
        case .shareUnreadable: Phrase("vault.share-unreadable")
        case .tooFewShares(let given, let needed):
            Phrase("vault.too-few-shares", ["given": "\(given)", "needed": "\(needed)"])
        case .sharesOfDifferentSets: Phrase("vault.shares-of-different-sets")
        case .sharesDoNotOpen: Phrase("vault.shares-do-not-open")
        case .unfitHolders(let shares, let organisations, let needed):
            Phrase(
                "vault.unfit-holders",
                ["shares": "\(shares)", "organisations": "\(organisations)", "needed": "\(needed)"])
        case .unfitCustodians: Phrase("vault.unfit-custodians")
        case .notRehearsed: Phrase("vault.not-rehearsed")
        case .rootRotationUnderWay: Phrase("vault.root-rotation-under-way")
        case .noRootRotation: Phrase("vault.no-root-rotation")
        case .noSuchKey: Phrase("vault.no-such-key")
        case .doesNotErase: Phrase("vault.does-not-erase")
        case .damaged: Phrase("vault.damaged")
        }
    }
}
