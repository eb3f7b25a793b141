import Foundation
import GRDB
import Storage

/// How a file is opened, and what is refused.
enum SQLiteSettings {
    /// Pages that the writing connection keeps before it spills them into the log, in KiB.
    static let writerCache = 65_536
    /// Pages that each reading connection keeps, in KiB.
    static let readerCache = 8_192
    /// What is left of the write-ahead log after a checkpoint, in bytes.
    static let logLimit = 64 << 20

    static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            let cache = database.configuration.readonly ? readerCache : writerCache
            // A schema must not call functions, a deleted value must not stay in the file, memory must stay bounded.
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA secure_delete = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -\(cache);
                    PRAGMA journal_size_limit = \(logLimit);
                    """)
        }
        return configuration
    }

    /// Sets `synchronous=FULL` and reads it back. GRDB sets `NORMAL` when it turns the log on, which is after
    /// `prepareDatabase`; with `NORMAL` the last commits are lost at a power cut. Only the writing connection syncs.
    static func makeDurable(_ database: GRDB.Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try requireDurable(database)
    }

    /// Throws `notDurable` unless a commit on this connection waits for the disk.
    static func requireDurable(_ database: GRDB.Database) throws {
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
        guard synchronous == 2 else { throw StorageError.notDurable("synchronous=\(synchronous), expected 2") }
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
        guard journal == "wal" else { throw StorageError.notDurable("journal_mode=\(journal), expected wal") }
    }

    /// Makes the file, empty, for its owner only (the log and its index take the file's mode), and makes its name durable.
    static func makePrivateFile(_ path: String) throws(StorageError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path, reason: String(cString: strerror(errno))) }
        defer { _ = Glibc.close(file) }
        guard fchmod(file, 0o600) == 0, fsync(file) == 0, syncFolder(of: path) else {
            throw .cannotOpen(path, reason: String(cString: strerror(errno)))
        }
    }

    private static func syncFolder(of path: String) -> Bool {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { _ = Glibc.close(folder) }
        return fsync(folder) == 0
    }

    /// Listens to SQLite's own log for failed syncs: one inside a checkpoint would otherwise reach nobody, because the
    /// commit that caused the checkpoint is safe in the log and succeeds.
    static func watchSyncs() { _ = watching }

    private static let watching: Void = {
        GRDB.Database.logError = { code, message in
            guard code == .SQLITE_IOERR_FSYNC || code == .SQLITE_IOERR_DIR_FSYNC else { return }
            FailedSync.report(.diskFailed("\(code.rawValue) \(message)"))
        }
    }()
}
