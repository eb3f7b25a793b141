import CLibPQ
import Dispatch
import Foundation
import Storage

/// A connection to the server.
///
/// `@unchecked Sendable`: everything but `cancel` is called on `queue`, or by its only owner while nothing is queued.
final class PostgresConnection: @unchecked Sendable {
    /// The queue on which this connection works and blocks.
    let queue: DispatchQueue
    let connection: OpaquePointer
    private let cancelHandle: OpaquePointer?
    private var statements = PreparedStatements()

    /// Connects, and waits for it.
    init(conninfo: String, schema: String?, queue: DispatchQueue) throws {
        guard let connection = Self.connect(conninfo) else {
            throw StorageError.cannotOpen("PostgreSQL", reason: "out of memory")
        }
        self.queue = queue
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else {
            cancelHandle = nil
            throw StorageError.cannotOpen("PostgreSQL", reason: Self.message(of: connection))
        }
        cancelHandle = PQgetCancel(connection)
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        try requireDurable()
        if let schema { _ = try run("SELECT set_config('search_path', \(schema), false)") }
    }

    deinit {
        PQfreeCancel(cancelHandle)
        PQfinish(connection)
    }

    /// Whether the connection lives and is in no transaction.
    var isIdle: Bool { PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE }

    /// Asks the server to end what this connection is doing. May be called from any thread.
    func cancel() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { _ = PQcancel(cancelHandle, $0.baseAddress, 256) }
    }

    /// Begins a transaction; returns whether the connection was still there.
    func begin(_ begin: String) -> Bool {
        guard let result = try? command(begin) else { return PQstatus(connection) == CONNECTION_OK }
        return result == "BEGIN"
    }

    /// Runs `body` in the transaction that has begun, and commits; rolls back when it throws.
    func finish<Result>(_ body: (any Writing) throws -> Result) throws -> Result {
        let result: Result
        do {
            let transaction = PostgresTransaction(self)
            result = try body(transaction)
            try transaction.requireUnharmed()
        } catch {
            _ = try? command("ROLLBACK")
            throw error
        }
        // The server answers ROLLBACK when a statement had failed before.
        guard try command("COMMIT") == "COMMIT" else {
            throw StorageError.other(code: "25P02", message: "the transaction had failed and was rolled back")
        }
        return result
    }

    // MARK: - Statements

    /// Runs a statement and returns its whole result, with values in binary form.
    func run(_ sql: SQL) throws -> PostgresResult {
        let parameters = Parameters(sql.arguments)
        // Long lists come in too many lengths to keep.
        guard sql.arguments.count <= 32 else { return try runOnce(sql) }
        let name = try statements.name(for: sql.text, parameters.types) { try self.prepare($0, $1, $2) }
        return try parameters.withPointers { values, lengths, formats in
            try checked(PQexecPrepared(connection, name, CInt(values.count), values, lengths, formats, 1))
        }
    }

    /// Runs a statement without keeping it prepared.
    func runOnce(_ sql: SQL) throws -> PostgresResult {
        let parameters = Parameters(sql.arguments)
        return try parameters.withPointers { values, lengths, formats in
            try checked(
                PQexecParams(
                    connection, Placeholders.numbered(sql.text), CInt(values.count), parameters.types, values, lengths,
                    formats, 1))
        }
    }

    /// Runs a command without values; returns its tag, such as `COMMIT`.
    @discardableResult func command(_ text: String) throws -> String { try checked(PQexec(connection, text)).tag }

    /// The result, unless it is an error.
    func checked(_ result: OpaquePointer?) throws -> PostgresResult {
        guard let result else { throw StorageError.connectionLost(Self.message(of: connection)) }
        let owned = PostgresResult(result)
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_COPY_IN: return owned
        default: throw StorageError(result, isConnected: PQstatus(connection) == CONNECTION_OK)
        }
    }

    private func prepare(_ name: String, _ text: String, _ types: [Oid]) throws {
        _ = try checked(PQprepare(connection, name, Placeholders.numbered(text), CInt(types.count), types))
    }

    // MARK: - Opening

    private static func connect(_ conninfo: String) -> OpaquePointer? {
        // `dbname` is expanded as a whole connection string; what follows it wins over it, what begins with
        // `fallback` does not.
        let pairs = [
            ("fallback_application_name", "daybreak"), ("dbname", conninfo), ("client_encoding", "UTF8"),
        ]
        let keys = pairs.map { strdup($0.0) }
        let values = pairs.map { strdup($0.1) }
        defer { for text in keys + values { free(text) } }
        return PQconnectdbParams(
            keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    /// Refuses a server that would lose acknowledged writes, and asks for the strictest commit where it is a matter of
    /// the session. Asked on every connection: with several hosts the next one may be another server.
    private func requireDurable() throws {
        try command("SET client_min_messages = warning; SET cursor_tuple_fraction = 1.0")
        let settings = try run(
            """
            SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('server_encoding'),
            current_setting('synchronous_commit')
            """)
        guard let row = try settings.rows().first else { throw StorageError.notDurable("no settings") }
        for (position, name) in ["fsync", "full_page_writes"].enumerated() where row.text(position) != "on" {
            throw StorageError.notDurable("\(name)=\(row.text(position)), expected on")
        }
        guard row.text(2) == "UTF8" else {
            throw StorageError.cannotOpen("PostgreSQL", reason: "server_encoding=\(row.text(2)), expected UTF8")
        }
        guard row.text(3) != "remote_apply" else { return }  // stricter than `on`
        try command("SET synchronous_commit = on")
    }

    static func message(of connection: OpaquePointer) -> String {
        PQerrorMessage(connection).map { String(cString: $0).trimmed } ?? ""
    }
}

extension String {
    /// The text without the line ends that libpq puts after its messages.
    var trimmed: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
