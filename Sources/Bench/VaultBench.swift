import Crypto
import Foundation
import Storage
import StorageSQLite
import Vault

/// Small fields sealed and opened, beside bare AES-256-GCM on the same bytes with one key and no binding.
enum VaultBench {
    static func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "daybreak-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let keys = try SQLiteDatabase(path: folder.appendingPathComponent("keys").path)
        var random = SystemRandomNumberGenerator()
        _ = random.next()
        let holders = ["a", "b", "c", "d", "e"].map { ShareHolder(name: $0, organisation: $0) }
        let (vault, _) = try await Vault.create(
            in: keys, passphrase: "a long passphrase", shareHolders: holders, cost: PassphraseCost(rounds: 16),
            now: { 0 },
            random: { count in
                var random = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            })
        let sealer = try await vault.sealer(for: Subject(organisation: "bench", compartment: "bench", id: "s1"))
        let count = 300_000
        let plain = Array("A name of about thirty bytes, ok".utf8)
        // Ten fields a record, as a form has them.
        let addresses = (0..<1_000).map {
            FieldAddress(kind: "person", row: "q7k2m9x4\($0 / 10)", field: "field\($0 % 10)", version: 1)
        }
        var envelopes: [[UInt8]] = []
        let sealing = try timed {
            for number in 0..<count {
                let envelope = try sealer.seal(plain, at: addresses[number % 1_000])
                if number < 1_000 { envelopes.append(envelope) }
            }
        }
        let opening = try timed {
            for number in 0..<count { _ = try sealer.open(envelopes[number % 1_000], at: addresses[number % 1_000]) }
        }
        let key = SymmetricKey(size: .bits256)
        let bareSealing = try timed { for _ in 0..<count { _ = try AES.GCM.seal(plain, using: key).combined } }
        let box = try AES.GCM.seal(plain, using: key)
        let bareOpening = try timed { for _ in 0..<count { _ = try AES.GCM.open(box, using: key) } }
        try await keys.close()
        ImportBench.report([
            "seal_per_second": Double(count) / sealing, "open_per_second": Double(count) / opening,
            "bare_seal_per_second": Double(count) / bareSealing, "bare_open_per_second": Double(count) / bareOpening,
            "seal_ratio": sealing / bareSealing, "open_ratio": opening / bareOpening,
        ])
    }

    private static func timed(_ body: () throws -> Void) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try body()
        return ImportBench.seconds(clock.now - start)
    }
}
