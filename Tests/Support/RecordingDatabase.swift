public import Storage
import Synchronization

/// A database that notes every statement that it is asked to run, without the values: whether two requests take the same
/// way shows in what they ask.
public final class RecordingDatabase: Database {
    private let real: any Database
    private let noted = Mutex<[String]>([])

    /// Listens to a database.
    public init(_ real: any Database) { self.real = real }

    /// What `body` asked, in order; only what this task does may run meanwhile.
    public func statements(_ body: () async throws -> Void) async rethrows -> [String] {
        noted.withLock { $0 = [] }
        try await body()
        return noted.withLock { $0 }
    }

    fileprivate func note(_ text: String) { noted.withLock { $0.append(text) } }

    /// The name of the driver beneath.
    public var driver: String { real.driver }

    /// Reads, and notes what is asked.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Result
    ) async throws -> Result {
        note("READ")
        return try await real.read { [self] connection in try body(RecordingReader(reader: connection, owner: self)) }
    }

    /// Writes, and notes what is asked.
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Writing) throws -> Result
    ) async throws -> Result {
        note("WRITE")
        return try await real.write { [self] connection in try body(RecordingWriter(real: connection, owner: self)) }
    }

    /// Migrates; notes nothing.
    public func migrate(_ migrations: [Migration]) async throws { try await real.migrate(migrations) }

    /// Purges; notes nothing.
    public func purge(_ tables: [String]) async throws { try await real.purge(tables) }

    /// Closes what is beneath.
    public func close() async throws { try await real.close() }
}

/// Asks a connection, and notes what is asked.
private protocol Listening: Reading {
    var reader: any Reading { get }
    var owner: RecordingDatabase { get }
}

extension Listening {
    func rows(_ sql: SQL) throws -> [Row] {
        owner.note(sql.text)
        return try reader.rows(sql)
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        owner.note(sql.text)
        try reader.each(sql, body)
    }

    func scan(_ sql: SQL, _ body: (UnsafeBufferPointer<Int64>) throws -> Void) throws {
        owner.note(sql.text)
        try reader.scan(sql, body)
    }
}

private struct RecordingReader: Listening {
    let reader: any Reading
    let owner: RecordingDatabase
}

private struct RecordingWriter: Listening, Writing {
    let real: any Writing
    let owner: RecordingDatabase
    var reader: any Reading { real }

    func execute(_ sql: SQL) throws -> Int {
        owner.note(sql.text)
        return try real.execute(sql)
    }

    func load(_ batch: ColumnBatch, into table: String) throws {
        owner.note("LOAD \(table)")
        try real.load(batch, into: table)
    }

    func lock(_ name: String) throws {
        owner.note("LOCK")
        try real.lock(name)
    }
}
