import Access
import Daybreak
import Foundation
import Ledger
import Records
import RichPicture
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Vault

/// One of the two worlds: a whole Daybreak on a database of its own, in which the clock stands and chance is the same in
/// every house, so that nothing has to be masked.
struct House: Sendable {
    /// 2026-11-23 12:00 UTC.
    static let now = 1_795_435_200_000

    let database: RecordingDatabase
    let picture: RichPicture
    let desk: Desk
    /// The types of record that there are, and one as rooms will have them.
    var book: RecordBook { RecordBook(Daybreak.recordTypes + [Guest.self], desk: desk) }
    let directory: Directory
    let vault: Vault
    let folder: URL
    /// The postings of the people through whose eyes both worlds are seen.
    let postings: [FineRole: RecordID]
    /// What the desk draws from; see `Visitor.enter`.
    let chance: Chance

    /// Builds a house with these hidden things in it, and removes it after `body`.
    static func with<Result>(
        _ hidden: Set<Hidden>, on backend: Backend = .sqlite, _ body: (House) async throws -> Result
    ) async throws -> Result {
        let folder = place.appending(path: "daybreak-world-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await on(backend, folder) { real, keys in
            try await body(try await build(hidden, RecordingDatabase(real), keys, folder))
        }
    }

    // In memory where the machine can: nothing here is to outlive a power cut, and every read is in a ledger.
    private static let place = URL(
        filePath: FileManager.default.isWritableFile(atPath: "/dev/shm")
            ? "/dev/shm" : FileManager.default.temporaryDirectory.path)

    private static func on<Result>(
        _ backend: Backend, _ folder: URL, _ body: (any Database, any Database) async throws -> Result
    ) async throws -> Result {
        let keys = try SQLiteDatabase(path: folder.path + "/world.keys", readers: 1)
        let result: Result
        switch backend {
        case .sqlite:
            let real = try SQLiteDatabase(path: folder.path + "/world.daybreak", readers: 4)
            try await real.migrate(Daybreak.migrations)
            result = try await body(real, keys)
            try await real.close()
        case .postgres: result = try await backend.withDatabase(Daybreak.migrations) { try await body($0, keys) }
        }
        try await keys.close()
        return result
    }

    private static func build(
        _ hidden: Set<Hidden>, _ database: RecordingDatabase, _ keys: any Database, _ folder: URL
    ) async throws -> House {
        // What is hidden draws from a chance of its own: what is seen gets the same ids with it and without it.
        let (seen, unseen) = (Chance(seed: 1), Chance(seed: 2))
        let (vault, _) = try await Vault.create(
            in: keys, passphrase: "long enough to be one",
            shareHolders: [("First", "A"), ("Second", "A"), ("Third", "B"), ("Fourth", "B"), ("Fifth", "C")].map {
                ShareHolder(name: $0.0, organisation: $0.1)
            }, cost: PassphraseCost(rounds: 1 << 10), now: { now }, random: Chance(seed: 3).bytes)
        let desk = Desk(database, vault: vault, now: { now }, random: seen.bytes)
        let picture = try await RichPicture.open(desk, now: { now }, newSecret: [UInt8](repeating: 7, count: 32))
        let postings = try await People.found(at: desk)
        let house = House(
            database: database, picture: picture, desk: desk, directory: Directory(database, now: { now }),
            vault: vault, folder: folder, postings: postings, chance: seen)
        try await People.admit(database)
        try await Cases.fill(
            house, hidden, unseen: Desk(database, vault: vault, now: { now }, random: unseen.bytes))
        return house
    }
}

/// Random bytes that are the same in every run: SplitMix64.
final class Chance: Sendable {
    private let state: Mutex<UInt64>

    init(seed: UInt64) { state = Mutex(seed) }

    /// Begins anew.
    func begin(_ seed: UInt64) { state.withLock { $0 = seed } }

    @Sendable func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) }
    }

    private func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
