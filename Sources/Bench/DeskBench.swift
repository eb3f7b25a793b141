import Access
import Foundation
import Ledger
import Records
import Storage
import StoragePostgres
import StorageSQLite

/// What the one door costs: an action at the desk (authorised, checked, versioned, with its ledger entry) beside the bare
/// transaction that writes one row of the same document to the same disk, in turns.
enum DeskBench {
    static func run(count: Int, database path: String) async throws {
        let database: any Database =
            path.hasPrefix("postgresql://") ? try await PostgresDatabase(path) : try SQLiteDatabase(path: path)
        try await database.migrate(
            Ledger.migrations + RecordSchema.migrations + [
                Migration("bench-0001", ["CREATE TABLE thing (id {id}, value {blob} NOT NULL) {table}"])
            ])
        let clock = ContinuousClock()
        let desk = Writes.desk(database)
        let manager = Viewer(
            name: "bench", standing: Standing(account: "bench", role: .ngoManager, organisation: "Bench"), labels: [])
        let document = Array(String(repeating: "a document of some length ", count: 8).utf8)
        var times: [[Double]] = [[], []]
        for number in 0..<count * 2 {
            let isDesk = number & 1 == 1
            let start = clock.now
            if isDesk {
                let order = ExclusionOrder(
                    principal: .account("a\(number)"), organisation: "Bench",
                    ground: String(decoding: document, as: UTF8.self))
                _ = try await desk.open(order, as: manager, because: "bench", key: "k\(number)")
            } else {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, value) VALUES (\(number), \(document))")
                }
            }
            times[number & 1].append(ImportBench.seconds(clock.now - start) * 1e6)
        }
        let (alone, together) = try await notes(count, desk.reads, manager)
        let medians = times.map { $0.sorted()[$0.count / 2] }
        ImportBench.report([
            "actions": Double(count), "bare_us": medians[0], "desk_us": medians[1], "ratio": medians[1] / medians[0],
            "read_note_us": alone, "read_note_of_32_us": together,
        ])
        try await database.close()
    }

    /// What it costs to note a read before it is shown: alone, and as one of 32 readers at once, in microseconds each.
    private static func notes(_ count: Int, _ log: ReadLog, _ viewer: Viewer) async throws -> (Double, Double) {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<count {
            let start = clock.now
            try await log.begin(.read, "entity", "bench", as: viewer).value
            times.append(ImportBench.seconds(clock.now - start) * 1e6)
        }
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    for _ in 0..<count { try await log.begin(.read, "entity", "bench", as: viewer).value }
                }
            }
            try await group.waitForAll()
        }
        let all = ImportBench.seconds(clock.now - start) * 1e6
        return (times.sorted()[count / 2], all / Double(32 * count))
    }
}
