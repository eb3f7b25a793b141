import Access
import Foundation
import Ledger
import Records
import Storage
import Synchronization
import TestSupport
import Vault

/// A world for the desk's tests: a database, a vault, a clock that stands until it is moved, and people.
struct World: Sendable {
    let database: any Database
    let keys: any Database
    let vault: Vault
    let clock: Clock
    let desk: Desk
    let directory: Directory

    final class Clock: Sendable {
        private let time = Mutex(1_780_000_000_000)
        var now: Int { time.withLock { $0 } }
        func pass(_ milliseconds: Int) { time.withLock { $0 += milliseconds } }
    }

    static func with(_ backend: Backend, _ body: (World) async throws -> Void) async throws {
        try await backend.withDatabase(Ledger.migrations + RecordSchema.migrations) { database in
            try await Backend.sqlite.withDatabase { keys in
                let clock = Clock()
                let (vault, _) = try await Vault.create(
                    in: keys, passphrase: "long enough to be one", shareHolders: holders,
                    cost: PassphraseCost(rounds: 1 << 10), now: { clock.now }, random: bytes)
                let desk = Desk(database, vault: vault, now: { clock.now }, random: bytes)
                try await body(
                    World(
                        database: database, keys: keys, vault: vault, clock: clock, desk: desk,
                        directory: Directory(database, now: { clock.now })))
            }
        }
    }

    @Sendable static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension World {
    static let holders = [
        ("First", "Unit 4"), ("Second", "Unit 4"), ("Third", "Baan Mai"), ("Fourth", "Baan Mai"), ("Fifth", "Court"),
    ].map { ShareHolder(name: $0.0, organisation: $0.1) }
}
