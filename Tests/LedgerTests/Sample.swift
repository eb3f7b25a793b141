import Storage
import TestSupport

@testable import Ledger

/// A log to test on.
enum Sample {
    static func key() throws -> SignerKey {
        try SignerKey(name: "daybreak.example/ledger", seed: [UInt8](repeating: 7, count: 32))
    }

    static func witness() throws -> SignerKey {
        try SignerKey(name: "ngo.example/witness", purpose: .cosignature, seed: [UInt8](repeating: 9, count: 32))
    }

    static func entry(_ number: Int) -> Ledger.Entry {
        let acts = Ledger.Act.allCases
        return Ledger.Entry(
            at: 1_780_300_000_000 + number, actor: "u-\(number % 5)", organisation: "o-\(number % 2)",
            act: acts[number % acts.count], kind: number % 3 == 0 ? "report" : "person", subject: "s-\(number % 7)",
            version: number, action: "act-\(number % 4)", content: number % 4 == 0 ? .leaf([UInt8(number & 255)]) : nil,
            detail: number % 6 == 0 ? "R\(number)" : "")
    }

    /// Runs `body` on a log of that many entries, appended a few at a time.
    static func log(
        _ backend: Backend, _ count: Int, _ body: (Ledger) async throws -> Void
    ) async throws {
        try await backend.withDatabase(Ledger.migrations) { database in
            let ledger = Ledger(database, key: try key())
            try await add(0..<count, to: ledger)
            try await body(ledger)
        }
    }

    static func add(_ numbers: Range<Int>, to ledger: Ledger) async throws {
        var start = numbers.lowerBound
        var step = 1
        while start < numbers.upperBound {
            let portion = start..<min(start + step, numbers.upperBound)
            try await ledger.database.write { connection in
                try Ledger.append(portion.map(entry), to: connection)
            }
            (start, step) = (portion.upperBound, step % 90 + 7)
        }
    }

    /// Changes the database behind the ledger's back.
    static func damage(_ ledger: Ledger, _ statements: SQL...) async throws {
        try await ledger.database.write { connection in
            for statement in statements { try connection.execute(statement) }
        }
    }
}
