import CLibPQ
import Storage

/// A connection inside a transaction, for the length of a `read` or `write`.
final class PostgresTransaction: Writing {
    /// Rows that `each` and `scan` hold at a time.
    static let portion = 4096

    private let connection: PostgresConnection
    private var cursors = 0
    /// The first statement that failed; the server refuses everything after it.
    private var failure: (any Error)?

    init(_ connection: PostgresConnection) { self.connection = connection }

    /// Throws the error of a statement that failed, if `body` swallowed it.
    func requireUnharmed() throws {
        if let failure { throw failure }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try noting { try connection.run(sql).rows() }
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try portions(of: sql) { portion in
            let types = portion.types
            for row in 0..<portion.count { try body(try noting { try portion.row(row, types) }) }
        }
    }

    func scan(_ sql: SQL, _ body: (UnsafeBufferPointer<Int64>) throws -> Void) throws {
        try portions(of: sql) { portion in
            let types = portion.types
            try withUnsafeTemporaryAllocation(of: Int64.self, capacity: types.count) { buffer in
                for row in 0..<portion.count {
                    for column in types.indices {
                        buffer.initializeElement(
                            at: column, to: try noting { try portion.integer(row, column, types[column]) })
                    }
                    try body(UnsafeBufferPointer(buffer))
                }
            }
        }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try noting { try connection.run(sql).changes }
    }

    func load(_ batch: ColumnBatch, into table: String) throws {
        try noting { try PostgresCopy(connection, batch, into: table).run() }
    }

    func lock(_ name: String) throws {
        _ = try rows("SELECT pg_advisory_xact_lock(hashtextextended(\(name), 0))")
    }

    // MARK: -

    /// Calls `body` with a query's rows, a portion at a time, through a cursor: memory stays bounded, and `body` may ask
    /// other things on the same connection meanwhile.
    private func portions(of sql: SQL, _ body: (PostgresResult) throws -> Void) throws {
        cursors += 1
        let name = SQL("c\(raw: cursors)")
        _ = try noting { try connection.runOnce("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)") }
        let fetch: SQL = "FETCH FORWARD \(raw: Self.portion) FROM \(name)"
        while true {
            let portion = try noting { try connection.runOnce(fetch) }
            try body(portion)
            if portion.count < Self.portion { break }
        }
        _ = try noting { try connection.runOnce("CLOSE \(name)") }
    }

    @inline(__always) private func noting<Result>(_ body: () throws -> Result) throws -> Result {
        try requireUnharmed()
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }
}

extension SQL.StringInterpolation {
    /// Writes a number of this program's own into the statement, where the server takes no parameter.
    fileprivate mutating func appendInterpolation(raw number: Int) { appendLiteral(String(number)) }
}
