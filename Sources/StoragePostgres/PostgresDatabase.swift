public import Storage

/// A PostgreSQL database, through libpq: for several nodes of Daybreak over one cluster.
///
/// Each connection has a thread of its own on which it may block. A read runs `REPEATABLE READ READ ONLY` and sees one
/// state. A write runs `READ COMMITTED`: what must not happen twice at a time stands behind `lock`, and a statement after
/// `lock` sees what the holder before has committed (under a stricter level it would see the state before it waited).
///
///     let database = try await PostgresDatabase("host=db1,db2 dbname=daybreak target_session_attrs=read-write")
///
/// TLS, several hosts, passwords and time limits are given in the connection string or libpq's environment.
public final class PostgresDatabase: Database {
    private let pool: PostgresPool

    /// Connects once, to see that the server is there and durable. Throws `cannotOpen`, or `notDurable` when the server
    /// runs with `fsync` or `full_page_writes` off.
    ///
    /// - parameter conninfo: libpq's connection string, `host=… dbname=…` or `postgresql://…`.
    /// - parameter connections: How many connections may be open at the same time. Who comes later waits in order.
    /// - parameter schema: The schema that holds the tables, if it is not the user's default one.
    public init(_ conninfo: String, connections: Int = 8, schema: String? = nil) async throws {
        pool = PostgresPool(conninfo: conninfo, connections: connections, schema: schema)
        try await pool.connect()
    }

    /// `postgres`.
    public var driver: String { "postgres" }

    /// Reads the state that is committed when the first statement runs.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Result
    ) async throws -> Result {
        try await pool.perform("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") { try body($0) }
    }

    /// Changes the database in one transaction. A `connectionLost` from the commit itself leaves open whether the change was
    /// saved: the server may have gone after saving and before answering. It is never tried again here.
    @discardableResult
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Writing) throws -> Result
    ) async throws -> Result {
        try await pool.perform("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", body)
    }

    /// Brings the tables up to date.
    public func migrate(_ migrations: [Migration]) async throws {
        try await Migrator(migrations, dialect: .postgres).run(on: self)
    }

    /// Writes the tables anew into fresh files (`VACUUM FULL`), which it locks meanwhile. The server keeps deleted rows for as
    /// long as somebody may still look at the state before, so this first waits for such transactions to end; throws `busy`
    /// when one lasts longer than a minute.
    public func purge(_ tables: [String]) async throws {
        guard !tables.isEmpty else { return }
        let horizon = try await write {
            try $0.row("SELECT CAST(CAST(pg_current_xact_id() AS xid) AS text)")?.text(0) ?? ""
        }
        var waits = 0
        while try await isLookedAt(before: horizon) {
            guard waits < 1_200 else { throw StorageError.busy }
            waits += 1
            try await Task.sleep(for: .milliseconds(50))
        }
        for table in tables { try await pool.performAlone("VACUUM FULL \(table)") }
    }

    /// Whether a transaction is open that may see the state before another one: one whose snapshot is older, or one that
    /// writes since before, because every snapshot reaches back to it.
    private func isLookedAt(before transaction: String) async throws -> Bool {
        try await read { connection in
            try connection.row(
                """
                SELECT 1 FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                AND GREATEST(age(backend_xmin), age(backend_xid)) > age(CAST(\(transaction) AS xid)) LIMIT 1
                """) != nil
        }
    }

    /// Closes the connections; those at work when their transaction ends.
    public func close() async throws { pool.close() }
}
