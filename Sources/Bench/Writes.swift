import Access
import Daybreak
import Foundation
import Ledger
import Records
import Storage
import StoragePostgres
import StorageSQLite

/// Concurrent writes, each acknowledged once it is durable: what the fault tests do while the power is cut or the
/// process is killed (`Faults/README.md`).
///
/// Each writer counts on from its last number. A write is several rows in three tables, so that half of it would show. At
/// the desk, it is an action besides: a record with its version, its key against repetition and its ledger entry, all in
/// the same transaction.
enum Writes {
    static let migrations =
        Ledger.migrations + RecordSchema.migrations + [
            Migration(
                "bench-0001-writes",
                [
                    "CREATE TABLE written (writer {int} NOT NULL, number {int} NOT NULL, parts {int} NOT NULL) {table}",
                    "CREATE INDEX written_writer ON written (writer, number)",
                    """
                    CREATE TABLE part (writer {int} NOT NULL, number {int} NOT NULL, part {int} NOT NULL,
                        body {blob} NOT NULL) {table}
                    """,
                    "CREATE INDEX part_writer ON part (writer, number)",
                    "CREATE TABLE counter (writer {id}, last {int} NOT NULL) {table}",
                    "INSERT INTO counter (writer, last) VALUES (-1, 0)",
                ])
        ]

    /// Opens a file, or an address of PostgreSQL.
    static func open(_ name: String, connections: Int) async throws -> any Database {
        name.hasPrefix("postgresql://")
            ? try await PostgresDatabase(name, connections: connections) : try SQLiteDatabase(path: name)
    }

    /// Lets each of `writers` write `count` times, and appends `writer number` to the file `acks` after each.
    ///
    /// - Parameter isAtDesk: whether each write is an action at the desk.
    static func run(database name: String, writers: Int, count: Int, acks: String, isAtDesk: Bool) async throws {
        let database = try await open(name, connections: min(writers, 16))
        try await database.migrate(migrations)
        let acknowledgements = try Acknowledgements(acks)
        let desk = isAtDesk ? desk(database) : nil
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var last = try await begin(writer, database)
                    acknowledgements.tell(writer, last)
                    for _ in 0..<count {
                        // Somebody else may have gone on: a server that still commits for a client that was killed.
                        guard try await write(writer, last + 1, to: database, at: desk) else {
                            last = try await begin(writer, database)
                            continue
                        }
                        last += 1
                        acknowledgements.tell(writer, last)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.close()
    }

    /// The writer's last number so far.
    private static func begin(_ writer: Int, _ database: any Database) async throws -> Int {
        try await database.write { connection in
            try connection.lock("writer-\(writer)")
            if let row = try connection.row("SELECT last FROM counter WHERE writer = \(writer)") { return row.int(0) }
            try connection.execute("INSERT INTO counter (writer, last) VALUES (\(writer), 0)")
            return 0
        }
    }

    private struct Taken: Error {}

    /// A desk whose records have no sealed fields.
    static func desk(_ database: any Database) -> Desk {
        Desk(database, vault: nil, now: Environment.systemNow, random: Environment.systemRandom)
    }

    /// One write; `false` when its number is taken.
    private static func write(
        _ writer: Int, _ number: Int, to database: any Database, at desk: Desk?
    ) async throws -> Bool {
        guard let desk else { return try await database.write { try rows(writer, number, $0) } }
        let order = ExclusionOrder(
            principal: .account("w\(writer)"), organisation: "Elsewhere", ground: "write \(number)")
        let manager = Viewer(
            name: "w\(writer)", standing: Standing(account: "w\(writer)", role: .ngoManager, organisation: "Bench"),
            labels: [])
        do {
            _ = try await desk.open(
                order, as: manager, key: "\(number)", id: record(writer, number)
            ) { _, connection in
                guard try rows(writer, number, connection) else { throw Taken() }
            }
            return true
        } catch is Taken {
            return false
        }
    }

    /// The record of a write at the desk.
    static func record(_ writer: Int, _ number: Int) -> String { "w\(writer)n\(number)" }

    private static func rows(_ writer: Int, _ number: Int, _ connection: any Writing) throws -> Bool {
        let moved = try connection.execute(
            "UPDATE counter SET last = \(number) WHERE writer = \(writer) AND last = \(number - 1)")
        guard moved == 1 else { return false }
        let parts = 1 + (writer + number) % 4
        try connection.execute(
            "INSERT INTO written (writer, number, parts) VALUES (\(writer), \(number), \(parts))")
        for part in 0..<parts {
            let body = body(writer, number, part)
            try connection.execute(
                """
                INSERT INTO part (writer, number, part, body)
                VALUES (\(writer), \(number), \(part), \(body))
                """)
        }
        try connection.execute("UPDATE counter SET last = last + 1 WHERE writer = -1")
        return true
    }

    /// Bytes that follow from their place; from none to more than a page of them.
    static func body(_ writer: Int, _ number: Int, _ part: Int) -> [UInt8] {
        let seed = writer &* 7_919 &+ number &* 104_729 &+ part &* 1_299_709
        let size = seed % 11 == 0 ? 5_000 : seed % 300
        return (0..<size).map { UInt8(truncatingIfNeeded: seed &+ $0 &* 31) }
    }
}

/// The file in which a writer says what is durable: one line, one write, for whoever looks on from outside.
final class Acknowledgements: Sendable {
    private let file: Int32

    init(_ path: String) throws {
        file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BenchError.usage }
    }

    deinit { close(file) }

    func tell(_ writer: Int, _ number: Int) {
        let line = Array("\(writer) \(number)\n".utf8)
        guard write(file, line, line.count) == line.count else { fatalError("an acknowledgement was not written") }
    }

    /// The highest number that each writer acknowledged. A last line without its end was never told.
    static func read(_ path: String) -> [Int: Int] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        var highest: [Int: Int] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2 else { continue }
            highest[numbers[0]] = max(highest[numbers[0]] ?? 0, numbers[1])
        }
        return highest
    }
}
