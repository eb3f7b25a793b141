import Storage
import TestSupport
import Testing
import Words

@testable import Vault

@Suite struct SealingTests {
    @Test(
        "what is sealed opens at its address, again and in another process; two sealings of the same differ",
        arguments: Backend.present)
    func roundTrip(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            let subject = TestVault.subject(1)
            let sealer = try await vault.sealer(for: subject)
            for size in [0, 1, 15, 16, 17, 64, 100_000] {
                var dice = Dice(state: UInt64(size))
                let plain = dice.bytes(size)
                let envelope = try sealer.seal(plain, at: TestVault.address(1))
                #expect(envelope.count == size + Envelope.overhead)
                #expect(try sealer.open(envelope, at: TestVault.address(1)) == plain)
                #expect(try sealer.seal(plain, at: TestVault.address(1)) != envelope)
                let other = try await TestVault.unsealed(database)
                let opener = try await other.opener(for: [subject])
                #expect(try opener.open(envelope, at: TestVault.address(1)) == plain)
            }
        }
    }

    @Test(
        "an envelope opens at no other organisation, compartment, subject, kind, row, field or version",
        arguments: Backend.present)
    func bound(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            let sealer = try await vault.sealer(for: TestVault.subject(1))
            let address = FieldAddress(kind: "person", row: "r1", field: "name", version: 1)
            let envelope = try sealer.seal(text: "Somchai Madeup", at: address)
            let others = [
                FieldAddress(kind: "teller", row: "r1", field: "name", version: 1),
                FieldAddress(kind: "person", row: "r2", field: "name", version: 1),
                FieldAddress(kind: "person", row: "r1", field: "phone", version: 1),
                FieldAddress(kind: "person", row: "r1", field: "name", version: 2),
                FieldAddress(kind: "personr", row: "1", field: "name", version: 1),
                FieldAddress(kind: "person", row: "r1n", field: "ame", version: 1),
            ]
            for other in others {
                #expect(throws: VaultError.doesNotOpen) { try sealer.open(envelope, at: other) }
            }
            let places = [
                TestVault.subject(2), TestVault.subject(1, compartment: "case-2"),
                TestVault.subject(1, organisation: "court"),
            ]
            for place in places {
                let stranger = try await vault.sealer(for: place)
                #expect(throws: VaultError.doesNotOpen) { try stranger.open(envelope, at: address) }
                let opener = try await vault.opener(for: [place])
                #expect(throws: VaultError.doesNotOpen) { try opener.open(envelope, at: address) }
            }
            // Even with the same key, a renamed organisation is another place.
            let renamed = Sealer(subject: TestVault.subject(1, organisation: "court"), key: sealer.key)
            #expect(throws: VaultError.doesNotOpen) { try renamed.open(envelope, at: address) }
        }
    }

    @Test("an envelope with any bit changed, any length, any byte more or less does not open")
    func tampered() async throws {
        try await Backend.sqlite.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            let sealer = try await vault.sealer(for: TestVault.subject(1))
            let opener = try await vault.opener(for: [TestVault.subject(1)])
            let envelope = try sealer.seal(text: "Somchai Madeup", at: TestVault.address(1))
            for index in envelope.indices {
                for bit in 0..<8 {
                    var changed = envelope
                    changed[index] ^= 1 << bit
                    #expect(throws: VaultError.doesNotOpen) { try sealer.open(changed, at: TestVault.address(1)) }
                    #expect(throws: VaultError.doesNotOpen) { try opener.open(changed, at: TestVault.address(1)) }
                }
                let cut = Array(envelope[..<index])
                #expect(throws: VaultError.doesNotOpen) { try sealer.open(cut, at: TestVault.address(1)) }
                #expect(throws: VaultError.doesNotOpen) { try opener.open(cut, at: TestVault.address(1)) }
            }
            #expect(throws: VaultError.doesNotOpen) { try sealer.open(envelope + [0], at: TestVault.address(1)) }
        }
    }

    @Test(
        "a sealed vault does nothing, and sealing it stops sealers, openers and indexes that are in use",
        arguments: Backend.present)
    func sealed(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, shares) = try await TestVault.create(in: database, cache: CacheBounds(subjects: 2, lifetime: 9))
            let subjects = (1...9).map { TestVault.subject($0) }
            let sealers = try await vault.sealers(for: subjects)
            let opener = try await vault.opener(for: subjects)
            let index = try await vault.blindIndex(organisation: "shelter", compartment: "case-1")
            let envelope = try #require(sealers[subjects[0]]).seal([1], at: TestVault.address(1))
            vault.seal()
            #expect(vault.isSealed)
            for sealer in sealers.values {
                #expect(throws: VaultError.sealed) { try sealer.seal([1], at: TestVault.address(1)) }
                #expect(throws: VaultError.sealed) { try sealer.open(envelope, at: TestVault.address(1)) }
            }
            #expect(throws: VaultError.sealed) { try opener.open(envelope, at: TestVault.address(1)) }
            #expect(throws: VaultError.sealed) { try index.fingerprint("x", field: "name") }
            let refusals: [@Sendable () async throws -> Void] = [
                { _ = try await vault.sealer(for: subjects[0]) }, { _ = try await vault.sealers(for: subjects) },
                { _ = try await vault.opener(for: subjects) },
                { _ = try await vault.blindIndex(organisation: "shelter", compartment: "case-1") },
                { try await vault.rotateCompartment(organisation: "shelter", compartment: "case-1") },
                { try await vault.rotateOrganisation("shelter") }, { try await vault.resumeRotations() },
                { _ = try await vault.newShares(for: TestVault.holders) },
                { try await vault.changePassphrase(to: "another long passphrase") },
                { try await vault.finishRootRotation() },
                {
                    _ = try await vault.beginRootRotation(
                        passphrase: "another long passphrase", shareHolders: TestVault.holders)
                },
            ]
            for (number, refusal) in refusals.enumerated() {
                await TestVault.expect(.sealed, "number \(number)", refusal)
            }
            try await vault.unseal(shares: Array(shares[1...3]))
            let again = try await vault.opener(for: subjects)
            #expect(try again.open(envelope, at: TestVault.address(1)) == [1])
        }
    }

    @Test("a subject has one key, however many processes ask for it at the same time", arguments: Backend.present)
    func oneKey(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open()
            _ = try await TestVault.create(in: database)
            let (one, two) = (
                try await TestVault.unsealed(database), try await TestVault.unsealed(try await place.open())
            )
            let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
                for turn in 0..<16 {
                    group.addTask {
                        try await (turn.isMultiple(of: 2) ? one : two).sealer(for: TestVault.subject(turn / 8)).key.id
                    }
                }
                return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
            }
            #expect(ids.count == 2)
            try await two.database.close()
            try await database.close()
        }
    }

    @Test("the cache keeps the subjects used last, and no more than it may")
    func cache() throws {
        var memory = KeyMemory(bounds: CacheBounds(subjects: 16, lifetime: 100))
        var roots = RootKeys()
        roots.add(SecretKey(from: TestVault.random), epoch: 1)
        memory.unseal(roots)
        for number in 1...200 {
            let key = HeldKey(SecretKey(from: TestVault.random), id: try #require(KeyID(TestVault.random(16))))
            _ = try memory.keep(key, of: TestVault.subject(number), generation: memory.generation, at: 0)
            if number > 1 { #expect(memory.key(of: TestVault.subject(1), at: 0) != nil, "used at every turn") }
            #expect((1...number).count { memory.peek(TestVault.subject($0)) } <= 16)
        }
        #expect(memory.key(of: TestVault.subject(200), at: 99) != nil)
        #expect(memory.key(of: TestVault.subject(200), at: 100) == nil, "its time is over")
        #expect(memory.key(of: TestVault.subject(2), at: 0) == nil)
    }

    @Test(
        "a fingerprint is the same for the same text, and another for another field or compartment; it outlives a change of key",
        arguments: Backend.present)
    func blindIndex(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            let index = try await vault.blindIndex(organisation: "shelter", compartment: "case-1")
            let print = try index.fingerprint("somchai", field: "name")
            #expect(print.count == BlindIndex.size)
            #expect(try index.fingerprint("somchai", field: "name") == print)
            let others = [
                try index.fingerprint("somchai", field: "alias"), try index.fingerprint("omchai", field: "names"),
                try await vault.blindIndex(organisation: "shelter", compartment: "case-2")
                    .fingerprint("somchai", field: "name"),
                try await vault.blindIndex(organisation: "court", compartment: "case-1")
                    .fingerprint("somchai", field: "name"),
            ]
            #expect(Set(others + [print]).count == 5)
            try await vault.rotateCompartment(organisation: "shelter", compartment: "case-1")
            try await vault.rotateOrganisation("shelter")
            let again = try await TestVault.unsealed(database).blindIndex(
                organisation: "shelter", compartment: "case-1")
            #expect(try again.fingerprint("somchai", field: "name") == print)
        }
    }

    @Test(
        "RL-26: 500 sealed names, phones and notes leave no byte in the content's files, its log or an error",
        arguments: Backend.present)
    func canaries(_ backend: Backend) async throws {
        let seed: UInt64 = 20_261_124
        var dice = Dice(state: seed)
        let canaries = (0..<500).map { number in
            "Canary\(number) \(String(dice.next(), radix: 36)) Madeup \(String(dice.next(), radix: 36))"
        }
        try await backend.withDatabase { keys in
            let (vault, _) = try await TestVault.create(in: keys)
            try await backend.withPlace { place in
                let content = try await place.open()
                let sealers = try await vault.sealers(for: (0..<500).map { TestVault.subject($0) })
                try await content.migrate([
                    Migration("0001-test", ["CREATE TABLE sealed (id {id}, name {blob} NOT NULL) {table}"])
                ])
                try await content.write { connection in
                    for (number, canary) in canaries.enumerated() {
                        let sealer = try #require(sealers[TestVault.subject(number)])
                        let envelope = try sealer.seal(text: canary, at: TestVault.address(number))
                        try connection.execute("INSERT INTO sealed (id, name) VALUES (\(number), \(envelope))")
                    }
                }
                if backend == .postgres { try await content.purge(["sealed"]) }
                let heap = try await Forensics.bytes(of: place, tables: ["sealed"], content)
                #expect(heap.count > 500 * 60, "the files were not read")
                #expect(Forensics.traces(of: canaries.map { Array($0.utf8) }, in: heap) == [], "seed \(seed)")
                let rows = try await content.read { try $0.rows("SELECT name FROM sealed ORDER BY id") }
                let opener = try await vault.opener(for: (0..<500).map { TestVault.subject($0) })
                for (number, row) in rows.enumerated() {
                    #expect(try opener.text(row.blob(0), at: TestVault.address(number)) == canaries[number])
                    do {
                        _ = try opener.text(row.blob(0), at: TestVault.address(number + 1))
                    } catch let error as VaultError {
                        let said = "\(error) \(Catalogue.english.text(error.phrase))"
                        #expect(!said.contains("Canary") && !said.contains("r\(number + 1)"))
                    }
                }
                try await content.close()
            }
        }
    }
}
