public import Words

/// What can go wrong between Daybreak and its database, as far as somebody can act on it.
public enum StorageError: Explained, Equatable {
    /// The file or server cannot be opened.
    case cannotOpen(String, reason: String)
    /// The database would lose acknowledged writes at a power cut; Daybreak refuses to start on it.
    case notDurable(String)
    /// The disk is full; nothing was written.
    case diskFull
    /// The disk reported a failed write or sync. The process must stop: what is in memory can no longer be trusted.
    case diskFailed(String)
    /// Another transaction won; trying again will do.
    case busy
    /// A constraint of the tables refuses the change.
    case constraint(String)
    /// The connection to the server is gone.
    case connectionLost(String)
    /// The database was written by a newer Daybreak: it has run migrations that this one does not know.
    case newerDatabase(migration: String)
    /// The program's own list of migrations is not a continuation of what the database has run: a step was edited, renamed
    /// or put in between.
    case migrationsOutOfOrder(ran: String, expected: String)
    /// Any other refusal, with the database's own code and words.
    case other(code: String, message: String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .cannotOpen(let name, let reason): Phrase("storage.cannot-open", ["name": name, "reason": reason])
        case .notDurable(let detail): Phrase("storage.not-durable", ["detail": detail])
        case .diskFull: Phrase("storage.disk-full")
        case .diskFailed(let detail): Phrase("storage.disk-failed", ["detail": detail])
        case .busy: Phrase("storage.busy")
        case .constraint(let detail): Phrase("storage.constraint", ["detail": detail])
        case .connectionLost(let detail): Phrase("storage.connection-lost", ["detail": detail])
        case .newerDatabase(let migration): Phrase("storage.newer-database", ["migration": migration])
        case .migrationsOutOfOrder(let ran, let expected):
            Phrase("storage.migrations-out-of-order", ["ran": ran, "expected": expected])
        case .other(let code, let message): Phrase("storage.other", ["code": code, "message": message])
        }
    }
}
