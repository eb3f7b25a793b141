import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Vault

/// A vault for tests: cheap passphrases, a clock that stands, the system's randomness.
enum TestVault {
    static let passphrase = "correct horse battery staple"
    static let cost = PassphraseCost(rounds: 16)
    static let holders = [
        ShareHolder(name: "Amber One", organisation: "court"), ShareHolder(name: "Basil Two", organisation: "court"),
        ShareHolder(name: "Cedar Three", organisation: "shelter"),
        ShareHolder(name: "Dill Four", organisation: "shelter"),
        ShareHolder(name: "Elder Five", organisation: "ministry"),
    ]
    static let now: @Sendable () -> Int = { 1_790_000_000_000 }
    static let random: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static func create(
        in database: any Database, cache: CacheBounds = .standard
    ) async throws -> (vault: Vault, shares: [Share]) {
        let (vault, shares) = try await Vault.create(
            in: database, passphrase: passphrase, shareHolders: holders, cost: cost, cache: cache, now: now,
            random: random)
        return (vault, shares)
    }

    /// Another process over the same keys, sealed.
    static func open(_ database: any Database) async throws -> Vault {
        try await Vault.open(database, cost: cost, now: now, random: random)
    }

    /// Another process over the same keys, unsealed.
    static func unsealed(_ database: any Database, _ passphrase: String = passphrase) async throws -> Vault {
        let vault = try await open(database)
        try await vault.unseal(passphrase: passphrase)
        return vault
    }

    static func subject(_ number: Int, compartment: String = "case-1", organisation: String = "shelter") -> Subject {
        Subject(organisation: organisation, compartment: compartment, id: "s\(number)")
    }

    static func address(_ number: Int, field: String = "name", version: Int = 1) -> FieldAddress {
        FieldAddress(kind: "person", row: "r\(number)", field: field, version: version)
    }

    /// Expects that `body` is refused. (A function, because Swift 6.3 confuses a closure inside `#expect` with one beside it:
    /// the wrong one was run.)
    static func expect(
        _ expected: VaultError, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        var refusal: (any Error)?
        do { try await body() } catch { refusal = error }
        #expect(refusal as? VaultError == expected, comment, sourceLocation: location)
    }
}

/// Random numbers from a printed seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}

extension [UInt8] {
    /// Bytes from hexadecimal digits.
    init(hex: String) {
        let digits = Array<Character>(hex.filter { !$0.isWhitespace })
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0 }
    }
}

/// Looks for secrets in what a database has on the disk.
enum Forensics {
    /// All bytes that the database keeps: SQLite's files, or the files of PostgreSQL's tables.
    static func bytes(of place: Place, tables: [String], _ database: any Database) async throws -> [UInt8] {
        switch place {
        case .file(let path):
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return try names.reduce(into: [UInt8]()) {
                $0.append(contentsOf: try Data(contentsOf: folder.appendingPathComponent($1)))
            }
        case .schema:
            return try await database.write { connection in
                var bytes: [UInt8] = []
                for table in tables {
                    // What is still in the server's buffers is no file yet.
                    let row = try connection.row("SELECT pg_read_binary_file(pg_relation_filepath(\(table)))")
                    bytes += row?.blob(0) ?? []
                }
                return bytes
            }
        }
    }

    /// Which of the secrets have eight bytes in a row in a heap of bytes.
    static func traces(of secrets: [[UInt8]], in heap: [UInt8]) -> Set<Int> {
        var windows: [UInt64: Int] = [:]
        for (number, secret) in secrets.enumerated() {
            for start in 0...(secret.count - 8) { windows[window(secret, start)] = number }
        }
        var found: Set<Int> = []
        guard heap.count >= 8 else { return found }
        var value = window(heap, 0)
        for end in 8...heap.count {
            if let number = windows[value] { found.insert(number) }
            if end < heap.count { value = value << 8 | UInt64(heap[end]) }
        }
        return found
    }

    private static func window(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        bytes[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
