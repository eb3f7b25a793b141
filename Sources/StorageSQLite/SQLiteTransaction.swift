import GRDB
import GRDBSQLite
import Storage

// GRDB has types of the same names; here they mean ours.
typealias SQL = Storage.SQL
typealias Row = Storage.Row

/// A connection inside a transaction, for the length of a `read` or `write`.
///
/// Statements are prepared by GRDB and stepped here, on SQLite's own functions: a point lookup costs a few microseconds.
/// Like everything that GRDB hands out, it stays on its connection's queue.
final class SQLiteTransaction: Writing {
    private let database: GRDB.Database
    private let cancellation: Cancellation
    /// The first statement that failed. PostgreSQL refuses everything after it, and the commit too; so does this driver,
    /// lest a program that swallows an error work here and lose its change there.
    private var failure: (any Error)?

    init(_ database: GRDB.Database, _ cancellation: Cancellation) {
        self.database = database
        self.cancellation = cancellation
    }

    /// Runs `body` in this transaction; throws the error of a statement that failed even if `body` swallowed it.
    func run<Result>(_ body: (any Writing) throws -> Result) throws -> Result {
        try cancellation.watching(database.sqliteConnection) {
            let result = try body(self)
            try requireUnharmed()
            return result
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try each(sql) { rows.append($0) }
        return rows
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try withStatement(sql) { statement in
            let width = sqlite3_column_count(statement)
            while try step(statement) { try body(Row((0..<width).map { statement.value(at: $0) })) }
        }
    }

    func scan(_ sql: SQL, _ body: (UnsafeBufferPointer<Int64>) throws -> Void) throws {
        try withStatement(sql) { statement in
            let width = Int(sqlite3_column_count(statement))
            try withUnsafeTemporaryAllocation(of: Int64.self, capacity: width) { row in
                while try step(statement) {
                    for column in 0..<width {
                        row.initializeElement(at: column, to: statement.integer(at: CInt(column)))
                    }
                    try body(UnsafeBufferPointer(row))
                }
            }
        }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        // SQLite sorts an index in runs as long as its page cache. Short runs stay in the processor's cache and sort
        // more than twice as fast: 1.4 CPU seconds against 3.2 for three indexes of a million rows.
        let sortsRows = sql.text.hasPrefix("CREATE INDEX")
        if sortsRows { try database.execute(sql: "PRAGMA cache_size = -2000") }
        defer { if sortsRows { try? database.execute(sql: "PRAGMA cache_size = -\(SQLiteSettings.writerCache)") } }
        return try withStatement(sql) { statement in
            let before = sqlite3_total_changes64(database.sqliteConnection)
            while try step(statement) {}
            // `changes` keeps the number of the statement before when this one changes no rows.
            guard sqlite3_total_changes64(database.sqliteConnection) != before else { return 0 }
            return Int(sqlite3_changes64(database.sqliteConnection))
        }
    }

    func load(_ batch: ColumnBatch, into table: String) throws {
        let columns = batch.columns.filter { !$0.values.isAllNull }
        guard batch.count > 0 else { return }
        guard !columns.isEmpty else { throw StorageError.constraint("\(table): a batch whose columns are all NULL") }
        let names = columns.map(\.name).joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let insert = "INSERT INTO \(table) (\(names)) VALUES (\(places))"
        try withStatement(insert, nil) { statement in
            try SQLiteLoad.withPointers(to: columns.map(\.values)) { pointers in
                for column in pointers.indices { pointers[column].bind(0, to: statement, at: CInt(column + 1)) }
                let changing = pointers.indices.filter { !pointers[$0].isConstant }
                for row in 0..<batch.count {
                    for column in changing { pointers[column].bind(row, to: statement, at: CInt(column + 1)) }
                    _ = try step(statement)
                    sqlite3_reset(statement)
                }
            }
        }
    }

    /// Nothing to wait for: a transaction that writes has the whole file.
    func lock(_ name: String) throws {}

    // MARK: -

    private func requireUnharmed() throws {
        if let failure { throw failure }
    }

    /// Prepares the statement, or takes the prepared one, binds its values and leaves it reset and without values.
    private func withStatement<Result>(_ sql: SQL, _ body: (OpaquePointer) throws -> Result) throws -> Result {
        try withStatement(sql.text, sql.arguments, body)
    }

    /// The same, where `body` binds the values if there are none.
    private func withStatement<Result>(
        _ text: String, _ arguments: [Value]?, _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        try requireUnharmed()
        if cancellation.isCancelled { throw CancellationError() }
        do {
            let prepared = try prepare(text, places: arguments?.count ?? 0)
            // The pointer is good for as long as GRDB's object lives.
            return try withExtendedLifetime(prepared) {
                let statement = prepared.sqliteStatement
                defer {
                    sqlite3_reset(statement)
                    sqlite3_clear_bindings(statement)
                }
                if let arguments { try bind(arguments, to: statement) }
                return try body(statement)
            }
        } catch let error as DatabaseError {
            throw failed(StorageError(code: error.extendedResultCode.rawValue, message: error.message ?? ""))
        }
    }

    /// Statements are kept by their text. Long lists come in too many lengths to keep; and one that is running, because
    /// `each` calls a body that asks the same, must not be touched.
    private func prepare(_ text: String, places: Int) throws -> Statement {
        guard places <= 32 else { return try database.makeStatement(sql: text) }
        let kept = try database.cachedStatement(sql: text)
        return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try database.makeStatement(sql: text)
    }

    private func bind(_ arguments: [Value], to statement: OpaquePointer) throws {
        let expected = Int(sqlite3_bind_parameter_count(statement))
        guard expected == arguments.count else {
            throw failed(StorageError.other(code: "", message: "\(arguments.count) values for \(expected) places"))
        }
        for (index, value) in arguments.enumerated() {
            let code = statement.bind(value, at: CInt(index + 1))
            guard code == SQLITE_OK else { throw failed(lastError()) }
        }
    }

    /// Steps; returns whether there is a row.
    @inline(__always) private func step(_ statement: OpaquePointer) throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw failed(lastError())
    }

    private func lastError() -> any Error {
        let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) } ?? ""
        return StorageError.translating(
            code: sqlite3_extended_errcode(database.sqliteConnection), message: message)
    }

    private func failed(_ error: any Error) -> any Error {
        failure = failure ?? error
        return error
    }
}
