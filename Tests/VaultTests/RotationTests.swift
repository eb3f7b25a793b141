import Storage
import Synchronization
import TestSupport
import Testing

@testable import Vault

@Suite struct RotationTests {
    struct Killed: Error {}

    /// What is changed, as a table for tests.
    enum Level: String, CaseIterable, Sendable { case compartment, organisation, root }

    @Test(
        "a change of key that is killed after any step leaves everything open, and goes on where it was",
        arguments: Backend.present, Level.allCases)
    func killed(_ backend: Backend, _ level: Level) async throws {
        var steps = 0
        repeat {
            steps = try await backend.withPlace { place in try await run(place, level, killAfter: steps) }
        } while steps > 0
    }

    /// Runs one change, killed after a number of steps (0: not at all); returns the next number of steps to kill after, 0
    /// when there is none.
    private func run(_ place: Place, _ level: Level, killAfter: Int) async throws -> Int {
        let database = try await place.open()
        let (vault, _) = try await TestVault.create(in: database)
        let subjects =
            (0..<1_001).map { TestVault.subject($0) }
            + (0..<3).flatMap { number in
                ["case-2", "case-3"].map { TestVault.subject(number, compartment: $0) }
            } + [TestVault.subject(1, organisation: "court")]
        let sealers = try await vault.sealers(for: subjects)
        let envelopes = try subjects.enumerated().map { number, subject in
            try #require(sealers[subject]).seal(text: "Name \(number)", at: TestVault.address(number))
        }
        let seen = Mutex<[RotationStep]>([])
        let limit = killAfter == 0 ? Int.max : killAfter
        let watch: RotationWatch = { step in
            let count = seen.withLock { seen in
                seen.append(step)
                return seen.count
            }
            if count == limit { throw Killed() }
        }
        do {
            try await rotate(vault, level, watch)
            #expect(seen.withLock { $0.last } == .oldKeyDestroyed)
            if level == .compartment {
                #expect(
                    seen.withLock { $0 } == [
                        .keyMade(epoch: 2), .rewrapped(500), .rewrapped(500), .rewrapped(1), .oldKeyDestroyed,
                    ])
            }
        } catch is Killed {}
        // Another process, which knows only what is on the disk.
        var passphrases = [TestVault.passphrase]
        if level == .root { passphrases.append(Self.next) }
        let opening = try await opening(passphrases, database)
        for fresh in opening { try await check(fresh, subjects, envelopes) }
        let late = TestVault.subject(9_000 + killAfter)
        let resumed = try #require(opening.first)
        let lateEnvelope = try await resumed.sealer(for: late).seal([1], at: TestVault.address(1))
        try await resumed.resumeRotations()
        if level == .root, try await resumed.status().rootRotation != .none {
            await TestVault.expect(.notRehearsed) { try await resumed.finishRootRotation() }
            try await resumed.abandonRootRotation()
        }
        for fresh in try await self.opening(passphrases, database) {
            try await check(fresh, subjects, envelopes)
            #expect(try await fresh.opener(for: [late]).open(lateEnvelope, at: TestVault.address(1)) == [1])
        }
        let status = try await resumed.status()
        #expect(status.unfinished == 0 && status.rootRotation == .none && status.shares.count == 1)
        try await database.close()
        let done = seen.withLock { $0.count }
        return killAfter == 0 ? 1 : done < killAfter ? 0 : killAfter + 1
    }

    private static let next = "the next long passphrase"

    private func rotate(_ vault: Vault, _ level: Level, _ watch: @escaping RotationWatch) async throws {
        switch level {
        case .compartment:
            try await vault.rotateCompartment(organisation: "shelter", compartment: "case-1", watch: watch)
        case .organisation: try await vault.rotateOrganisation("shelter", watch: watch)
        case .root:
            let shares = try await vault.beginRootRotation(
                passphrase: Self.next, shareHolders: TestVault.holders, watch: watch)
            try await vault.rehearse(Array(shares.prefix(3)))
            try await vault.finishRootRotation(watch: watch)
        }
    }

    /// The vaults of those passphrases that open: one at least.
    private func opening(_ passphrases: [String], _ database: any Database) async throws -> [Vault] {
        var vaults: [Vault] = []
        for passphrase in passphrases {
            let vault = try await TestVault.open(database)
            guard (try? await vault.unseal(passphrase: passphrase)) != nil else { continue }
            vaults.append(vault)
        }
        #expect(!vaults.isEmpty)
        return vaults
    }

    private func check(_ vault: Vault, _ subjects: [Subject], _ envelopes: [[UInt8]]) async throws {
        let opener = try await vault.opener(for: subjects)
        for (number, envelope) in envelopes.enumerated() {
            #expect(try opener.text(envelope, at: TestVault.address(number)) == "Name \(number)")
        }
    }

    @Test(
        "the next root comes into force only after its shares have opened; then the former passphrase and shares are dead",
        arguments: Backend.present)
    func root(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, old) = try await TestVault.create(in: database)
            let envelope = try await vault.sealer(for: TestVault.subject(1)).seal([7], at: TestVault.address(1))
            await TestVault.expect(.noRootRotation) { try await vault.finishRootRotation() }
            let new = try await vault.beginRootRotation(passphrase: Self.next, shareHolders: TestVault.holders)
            #expect(try await vault.status().rootRotation == .begun)
            await TestVault.expect(.rootRotationUnderWay) {
                _ = try await vault.beginRootRotation(passphrase: Self.next, shareHolders: TestVault.holders)
            }
            await TestVault.expect(.rootRotationUnderWay) { _ = try await vault.newShares(for: TestVault.holders) }
            await TestVault.expect(.notRehearsed) { try await vault.finishRootRotation() }
            try await vault.rehearse(Array(old.prefix(3)))
            await TestVault.expect(.notRehearsed) { try await vault.finishRootRotation() }
            try await vault.rehearse(Array(new.suffix(3)))
            #expect(try await vault.status().rootRotation == .rehearsed)
            try await vault.finishRootRotation()
            let other = try await TestVault.open(database)
            await TestVault.expect(.wrongPassphrase) { try await other.unseal(passphrase: TestVault.passphrase) }
            await TestVault.expect(.sharesDoNotOpen) { try await other.unseal(shares: Array(old.prefix(3))) }
            for unsealing in [true, false] {
                other.seal()
                if unsealing {
                    try await other.unseal(passphrase: Self.next)
                } else {
                    try await other.unseal(shares: new)
                }
                let opener = try await other.opener(for: [TestVault.subject(1)])
                #expect(try opener.open(envelope, at: TestVault.address(1)) == [7])
            }
            let status = try await other.status()
            #expect(status.rootEpoch == 2 && status.rootRotation == .none && status.shares.map(\.set) == [new[0].set])
        }
    }

    @Test("what a key was before its change is not in the files any more", arguments: Backend.present)
    func destroyed(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open()
            let (vault, shares) = try await TestVault.create(in: database)
            _ = try await vault.sealer(for: TestVault.subject(1))
            try await vault.rehearse(shares)
            let secrets = try await database.read { connection in
                try ["vault_root", "vault_share_set", "vault_organisation_key", "vault_compartment_key"].flatMap {
                    table in
                    let column = ["vault_root": "by_passphrase", "vault_share_set": "by_shares"][table] ?? "wrapped"
                    return try connection.rows("SELECT \(raw: column) FROM \(raw: table)").map { $0.blob(0) }
                }
            }
            #expect(secrets.count == 4 && secrets.allSatisfy { $0.count == 40 })
            for level in Level.allCases.reversed() { try await rotate(vault, level, { _ in }) }
            let heap = try await Forensics.bytes(of: place, tables: Vault.keyTables, database)
            #expect(Forensics.traces(of: secrets, in: heap) == [])
            try await database.close()
        }
    }
}
