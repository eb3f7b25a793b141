import Storage
import Synchronization

/// A database whose n-th bulk load of a transaction fails: a full disk in the middle of a commit.
final class FailingDatabase: Database {
    struct Broken: Error, Equatable {}

    private let real: any Database
    /// How many loads still succeed; negative for all.
    let loads = Atomic<Int>(-1)

    init(_ real: any Database) { self.real = real }

    var driver: String { real.driver }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result {
        try await real.read(body)
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result {
        try await real.write { [self] connection in try body(FailingConnection(real: connection, owner: self)) }
    }

    func migrate(_ migrations: [Migration]) async throws { try await real.migrate(migrations) }

    func purge(_ tables: [String]) async throws { try await real.purge(tables) }

    func close() async throws { try await real.close() }
}

private struct FailingConnection: Writing {
    let real: any Writing
    let owner: FailingDatabase

    func rows(_ sql: SQL) throws -> [Row] { try real.rows(sql) }
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws { try real.each(sql, body) }
    func scan(_ sql: SQL, _ body: (UnsafeBufferPointer<Int64>) throws -> Void) throws { try real.scan(sql, body) }
    func execute(_ sql: SQL) throws -> Int { try real.execute(sql) }
    func lock(_ name: String) throws { try real.lock(name) }

    func load(_ batch: ColumnBatch, into table: String) throws {
        let left = owner.loads.load(ordering: .relaxed)
        if left == 0 { throw FailingDatabase.Broken() }
        if left > 0 { owner.loads.store(left - 1, ordering: .relaxed) }
        try real.load(batch, into: table)
    }
}
