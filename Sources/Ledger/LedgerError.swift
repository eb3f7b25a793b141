public import Words

/// What the ledger cannot do, and why.
public enum LedgerError: Explained, Equatable {
    /// A name, length, number or letter of a key does not fit the rest of it.
    case badKey
    /// The file of a key cannot be read or made.
    case keyFile(String, reason: String)
    /// The file of a key can be read by others than its owner.
    case openKeyFile(String)
    /// Not a signed note.
    case badNote
    /// Not a checkpoint.
    case badCheckpoint
    /// A key that we know is said to have signed, and has not.
    case badSignature(key: String)
    /// None of the keys that we know has signed.
    case unsigned
    /// A field of an entry is too long for the ledger, or has a control character in it.
    case badField(String)
    /// The ledger has no entry of this number.
    case noEntry(Int)
    /// The ledger never had this size.
    case noSize(Int)
    /// What is stored of the tree is not a tree.
    case damaged
    /// The ledger has been signed under another name or with another key than the one at hand.
    case foreignKey(name: String)
    /// The ledger has forgotten or changed what it had signed: nothing more is signed on top of that.
    case broken(size: Int)
    /// A checkpoint of a log that this witness does not watch.
    case unknownLog(String)
    /// The checkpoint is older than what the witness has seen.
    case olderThanSeen(size: Int, seen: Int)
    /// The checkpoint contradicts what the witness has seen, or nothing shows that it does not.
    case notConsistent(size: Int, seen: Int)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .badKey: Phrase("ledger.bad-key")
        case .keyFile(let path, let reason): Phrase("ledger.key-file", ["path": path, "reason": reason])
        case .openKeyFile(let path): Phrase("ledger.open-key-file", ["path": path])
        case .badNote: Phrase("ledger.bad-note")
        case .badCheckpoint: Phrase("ledger.bad-checkpoint")
        case .badSignature(let key): Phrase("ledger.bad-signature", ["key": key])
        case .unsigned: Phrase("ledger.unsigned")
        case .badField(let field): Phrase("ledger.bad-field", ["field": field])
        case .noEntry(let index): Phrase("ledger.no-entry", ["index": "\(index)"])
        case .noSize(let size): Phrase("ledger.no-size", ["size": "\(size)"])
        case .damaged: Phrase("ledger.damaged")
        case .foreignKey(let name): Phrase("ledger.foreign-key", ["name": name])
        case .broken(let size): Phrase("ledger.broken", ["size": "\(size)"])
        case .unknownLog(let name): Phrase("ledger.unknown-log", ["name": name])
        case .olderThanSeen(let size, let seen):
            Phrase("ledger.older-than-seen", ["size": "\(size)", "seen": "\(seen)"])
        case .notConsistent(let size, let seen):
            Phrase("ledger.not-consistent", ["size": "\(size)", "seen": "\(seen)"])
        }
    }
}
