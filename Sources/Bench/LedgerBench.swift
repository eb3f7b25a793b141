import Foundation
import Ledger
import Storage
import StorageSQLite

/// The ledger: appends in memory beside raw SHA-256 of the same bytes, and what it adds to a committed write.
enum LedgerBench {
    /// Appends in memory on one core: an entry's bytes, its leaf, the tree.
    static func memory(count: Int) throws {
        let clock = ContinuousClock()
        let entries = (0..<1024).map(entry)
        var frontier = MerkleFrontier()
        let start = clock.now
        for number in 0..<count { frontier.append(MerkleHash.leaf(entries[number & 1023].leafBytes(at: number))) }
        let appended = clock.now
        let leafBytes = entries.reduce(0) { $0 + $1.leafBytes(at: 0).count + 1 } / entries.count
        let total = count * (leafBytes + 65)
        // One long text of as many bytes as the leaves and nodes together.
        let text = [UInt8](repeating: 0x61, count: 1 << 20)
        let before = clock.now
        var sum = 0
        for _ in 0..<max(1, total >> 20) { sum &+= Int(MerkleHash.leaf(text).bytes[0]) }
        let hashed = clock.now
        let (append, raw) = (ImportBench.seconds(appended - start), ImportBench.seconds(hashed - before))
        ImportBench.report([
            "appends": Double(count), "append_s": append, "appends_per_s": Double(count) / append,
            "leaf_bytes": Double(leafBytes), "raw_sha256_s": raw, "ratio_to_raw_sha256": append / raw,
            "check": Double(frontier.size + sum & 1),
        ])
    }

    /// Small transactions on a disk that is waited for, without and with their ledger entry, in turns.
    static func commits(count: Int, database path: String) async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.migrate(
            Ledger.migrations + [
                Migration("bench-0001", ["CREATE TABLE thing (id {id}, value {text} NOT NULL) {table}"])
            ])
        let clock = ContinuousClock()
        let first = try await database.read { try $0.row("SELECT COALESCE(MAX(id), 0) FROM thing")?.int(0) ?? 0 } + 1
        let document = String(repeating: "a document of some length, ", count: 40)
        var seconds = [0.0, 0.0]
        for number in 0..<count * 2 {
            let isKept = number & 1 == 1
            let start = clock.now
            try await database.write { connection in
                try connection.execute("INSERT INTO thing (id, value) VALUES (\(first + number), \(document))")
                if isKept { try Ledger.append([entry(number)], to: connection) }
            }
            seconds[number & 1] += ImportBench.seconds(clock.now - start)
        }
        let bulk = clock.now
        try await database.write { try Ledger.append((0..<100_000).map(entry), to: $0) }
        let bulkSeconds = ImportBench.seconds(clock.now - bulk)
        let check = clock.now
        let size = try await database.read { connection in
            let key = try VerifierKey(name: "bench", purpose: .note, publicKey: [UInt8](repeating: 1, count: 32))
            let verification = try LedgerVerification.run(connection, keys: [key])
            guard verification.fault == nil else { throw BenchError.usage }
            return verification.size
        }
        ImportBench.report([
            "commits": Double(count), "bare_us": seconds[0] / Double(count) * 1e6,
            "with_ledger_us": seconds[1] / Double(count) * 1e6, "ratio": seconds[1] / seconds[0],
            "bulk_entries_per_s": 100_000 / bulkSeconds,
            "verified_per_s": Double(size) / ImportBench.seconds(clock.now - check),
        ])
        try await database.close()
    }

    private static func entry(_ number: Int) -> Ledger.Entry {
        Ledger.Entry(
            at: 1_780_300_000_000 + number, actor: "u4f6kq2zx7tnab3c", organisation: "orx2pq2zx7tnab3c", act: .change,
            kind: "report", subject: "r7tq3q2zx7tnab3\(number & 7)", version: number & 15, action: "triage",
            content: .leaf([UInt8(number & 255)]))
    }
}
