public import Words

/// What can be wrong with a backup.
public enum BackupError: Explained, Equatable {
    /// A backup goes to at least two recipients, so that one lost key does not lose it.
    case tooFewRecipients(given: Int)
    /// The contents are not those of a backup, or an entry is missing, damaged or out of place.
    case notABackup
    /// It was written by a newer Daybreak.
    case newer
    /// The manifest's signature is wrong.
    case badSignature
    /// It was signed by somebody else than expected.
    case otherSigner(found: String)
    /// It was made of tables that this Daybreak does not have, or with other columns.
    case otherTables(String)
    /// It was made with a migration that this Daybreak does not have.
    case newerDatabase(migration: String)
    /// There are rows already where the backup is to be restored.
    case notEmpty
    /// The restored copy is not what the manifest says.
    case differs(what: String)
    /// The file cannot be read or written.
    case file(reason: String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .tooFewRecipients(let given): Phrase("vault.backup-too-few-recipients", ["given": "\(given)"])
        case .notABackup: Phrase("vault.backup-not-a-backup")
        case .newer: Phrase("vault.backup-newer")
        case .badSignature: Phrase("vault.backup-bad-signature")
        case .otherSigner(let found): Phrase("vault.backup-other-signer", ["found": found])
        case .otherTables(let table): Phrase("vault.backup-other-tables", ["table": table])
        case .newerDatabase(let migration): Phrase("vault.backup-newer-database", ["migration": migration])
        case .notEmpty: Phrase("vault.backup-not-empty")
        case .differs(let what): Phrase("vault.backup-differs", ["what": what])
        case .file(let reason): Phrase("vault.backup-file", ["reason": reason])
        }
    }
}
