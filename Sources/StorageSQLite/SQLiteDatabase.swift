import Dispatch
import GRDB
public import Storage

/// A database in one SQLite file: the embedded default, without a server.
///
/// One connection writes and several read, each reader on the state that was committed when it began (WAL). A write has
/// reached the disk when it returns (`synchronous=FULL`). The file is readable by its owner only.
///
///     let database = try SQLiteDatabase(path: "province.daybreak")
///     let count = try await database.read { try $0.row("SELECT COUNT(*) FROM entity")?.int(0) }
public final class SQLiteDatabase: Storage.Database {
    private let pool: DatabasePool
    /// As many reads as there are connections for them; others wait without a thread.
    private let permits: Permits
    private let readers = DispatchQueue(label: "daybreak.sqlite.readers", attributes: .concurrent)
    private let writer = DispatchQueue(label: "daybreak.sqlite.writer")

    /// Opens the file, and makes it when it does not exist.
    ///
    /// Throws `cannotOpen`, or `notDurable` when the file's connection does not promise what `write` promises.
    ///
    /// - parameter readers: How many reads may run at the same time; each keeps at most 8 MB of pages.
    public init(path: String, readers: Int = 4) throws(StorageError) {
        SQLiteSettings.watchSyncs()
        permits = Permits(readers)
        do {
            try SQLiteSettings.makePrivateFile(path)
            pool = try DatabasePool(path: path, configuration: SQLiteSettings.configuration(readers: readers))
            try pool.writeWithoutTransaction(SQLiteSettings.makeDurable)
        } catch let error as StorageError {
            throw error
        } catch {
            throw StorageError.cannotOpen(path, reason: StorageError(error).detail)
        }
    }

    /// `sqlite`.
    public var driver: String { "sqlite" }

    /// Reads the state that is committed when the first statement runs.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Result
    ) async throws -> Result {
        try await permits.holding {
            try await perform(on: readers) { [pool] cancellation in
                try pool.read { try SQLiteTransaction($0, cancellation).run { try body($0) } }
            }
        }
    }

    /// Changes the file in one transaction (`BEGIN IMMEDIATE`); writes run one after the other.
    @discardableResult
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Writing) throws -> Result
    ) async throws -> Result {
        try await perform(on: writer) { [pool] cancellation in
            try pool.write { try SQLiteTransaction($0, cancellation).run(body) }
        }
    }

    /// Brings the tables up to date.
    public func migrate(_ migrations: [Migration]) async throws {
        try await Migrator(migrations, dialect: .sqlite).run(on: self)
    }

    /// Rebuilds the whole file (pages that were split keep stale copies even with `secure_delete`), then moves the log into it
    /// and cuts the log to nothing.
    public func purge(_ tables: [String]) async throws {
        try await perform(on: writer) { [pool] _ in
            try pool.vacuum()
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
    }

    /// Closes all connections; moves what is in the log into the file.
    public func close() async throws {
        try await perform(on: writer) { [pool] _ in try pool.close() }
    }

    /// What opening does at its end, on a connection whose `synchronous` has been set to something else: for the tests.
    func requireDurable(afterSetting synchronous: Int) throws {
        try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = \(synchronous)")
            try SQLiteSettings.requireDurable(connection)
        }
    }

    /// Runs `body` on a thread of its own, so that Swift's few threads stay free. GRDB's asynchronous functions would do
    /// that too, but a read through them costs 150 µs against 35 µs this way: they change threads four times.
    private func perform<Result: Sendable>(
        on queue: DispatchQueue, _ body: @escaping @Sendable (Cancellation) throws -> Result
    ) async throws -> Result {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async {
                    continuation.resume(with: Swift.Result { try Self.translated { try body(cancellation) } })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Runs `body`; GRDB's own errors (at `BEGIN` and `COMMIT`) leave as errors of `Storage`.
    private static func translated<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StorageError.translating(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        }
    }
}
