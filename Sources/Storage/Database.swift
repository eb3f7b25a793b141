/// A database: SQLite in one file, or PostgreSQL.
///
/// Rooms speak to this seam and compile without either driver. SQL is written once, in the subset that both
/// understand; what differs (column types, placeholders, bulk loading) is the drivers' business.
public protocol Database: Sendable {
    /// The short name of the driver, `sqlite` or `postgres`, for messages and benchmarks.
    var driver: String { get }

    /// Reads one consistent state. Reads never wait for a write.
    ///
    /// `body` runs on a thread of the driver's, which it may block; when the calling task is cancelled, the statement
    /// that runs ends with a `CancellationError`.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result

    /// Changes the database in one transaction. When `write` returns, the change has reached the disk; when `body`
    /// throws, nothing has changed. A statement that fails undoes the whole transaction, even if `body` swallows its
    /// error: `write` throws it then.
    ///
    /// On PostgreSQL other writes run beside this one (`READ COMMITTED`): what is read in order to be changed stands
    /// behind `lock`, taken first.
    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result

    /// Brings the tables up to date: runs, each in a transaction, the migrations that have not run yet.
    func migrate(_ migrations: [Migration]) async throws

    /// Makes what was deleted from these tables, or overwritten in them, unreadable in the database's files: rebuilds them,
    /// and on SQLite empties the log. Not in a transaction; takes time with the size of the tables. On PostgreSQL the server's
    /// own log and its replicas keep old pages until they are recycled. Waits for those who still read the state before. Throws
    /// `busy` when one of them takes too long: the rows are deleted, and calling it again is enough.
    func purge(_ tables: [String]) async throws

    /// Closes all connections.
    func close() async throws
}

/// A connection that reads.
public protocol Reading {
    /// All rows of a query.
    func rows(_ sql: SQL) throws -> [Row]

    /// Calls `body` with each row of a query, holding few at a time. For large results: a small one is cheaper by `rows`.
    /// `body` may ask other things on the same connection. Only for `SELECT`, not for `… RETURNING`.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws

    /// Calls `body` with each row of a query whose columns are all whole numbers; `Int64.min` stands for `NULL`.
    /// This is the fast path of the in-memory snapshot: no row is allocated. Only for `SELECT`.
    func scan(_ sql: SQL, _ body: (UnsafeBufferPointer<Int64>) throws -> Void) throws
}

/// A connection inside a transaction that writes.
public protocol Writing: Reading {
    /// Runs a statement; returns the number of rows that it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Appends many rows by the driver's fastest honest path: prepared inserts, or `COPY`. Each column of the batch has
    /// the very type of the table's; its texts are valid UTF-8, and for PostgreSQL without the character U+0000.
    func load(_ batch: ColumnBatch, into table: String) throws

    /// Waits until no other transaction, on any node, holds the lock of this name, and holds it to the end of this one.
    func lock(_ name: String) throws
}

extension Reading {
    /// The first row of a query, or `nil`.
    public func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// The number after the highest `id` of a table, 1 for an empty one. To be used in a transaction that holds a lock under
    /// which the table's numbers are given, so that two do not get the same.
    package func nextNumber(in table: String) throws -> Int {
        try row("SELECT COALESCE(MAX(id), 0) + 1 FROM \(raw: table)")?.int(0) ?? 1
    }
}
