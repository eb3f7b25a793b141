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
        let desk = Desk(
            database, vault: nil, now: { Int(Date().timeIntervalSince1970 * 1_000) },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
        let manager = Viewer(
            name: "bench", standing: Standing(account: "bench", role: .ngoManager, organisation: "Bench"), labels: [])
        let document = Array(String(repeating: "a document of some length ", count: 8).utf8)
        var times: [[Double]] = [[], []]
        for number in 0..<count * 2 {
            let isDesk = number & 1 == 1
            let start = clock.now
            if isDesk {
                let order = ExclusionOrder(
                    principal: .account("a\(number)"), organisation: "Elsewhere",
                    ground: String(decoding: document, as: UTF8.self))
                _ = try await desk.open(order, as: manager, because: "bench", key: "k\(number)")
            } else {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, value) VALUES (\(number), \(document))")
                }
            }
            times[number & 1].append(ImportBench.seconds(clock.now - start) * 1e6)
        }
        let medians = times.map { $0.sorted()[$0.count / 2] }
        ImportBench.report([
            "actions": Double(count), "bare_us": medians[0], "desk_us": medians[1], "ratio": medians[1] / medians[0],
        ])
        try await database.close()
    }
}
