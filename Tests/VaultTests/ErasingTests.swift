import Storage
import TestSupport
import Testing

@testable import Vault

@Suite struct ErasingTests {
    @Test(
        "1,000 erased subjects: no byte of a key is left in the files, nothing of theirs opens, the rest is readable",
        arguments: Backend.present)
    func thousand(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open()
            let (vault, _) = try await TestVault.create(in: database)
            let subjects = (0..<1_200).map { TestVault.subject($0, compartment: "case-\($0 % 3)") }
            let sealers = try await vault.sealers(for: subjects)
            let envelopes = try subjects.enumerated().map { number, subject in
                try #require(sealers[subject]).seal(text: "Name \(number)", at: TestVault.address(number))
            }
            // Enough changes that rows have moved about, in pages and in the log.
            try await vault.rotateCompartment(organisation: "shelter", compartment: "case-1")
            let wrapped = try await database.read { connection in
                try connection.rows("SELECT subject, wrapped FROM vault_subject")
            }
            let doomed = Array(subjects.prefix(1_000))
            let names = Set(doomed.map(\.id))
            let secrets =
                wrapped.filter { names.contains($0.text(0)) }.map { $0.blob(1) }
                + doomed.compactMap { try? sealers[$0]?.key.key().withBytes { $0 } }
            #expect(secrets.count == 2_000)
            let living = wrapped.filter { !names.contains($0.text(0)) }.map { $0.blob(1) }
            let before = try await Forensics.bytes(of: place, tables: ["vault_subject"], database)
            if backend == .sqlite { #expect(Forensics.traces(of: secrets, in: before).count == 1_000) }

            #expect(try await vault.erase(doomed) == 1_000)

            let after = try await Forensics.bytes(of: place, tables: ["vault_subject"], database)
            #expect(Forensics.traces(of: secrets, in: after) == [], "a key byte is left")
            #expect(Forensics.traces(of: living, in: after).count == 200, "the files were not read rightly")
            try await check(vault, subjects, sealers, envelopes)
            try await check(try await TestVault.unsealed(database), subjects, [:], envelopes)
            #expect(try await vault.erase(doomed) == 0, "twice is harmless")
            let status = try await vault.status()
            #expect(status.subjects == 200 && status.erased == 1_000)
            try await database.close()
        }
    }

    private func check(
        _ vault: Vault, _ subjects: [Subject], _ sealers: [Subject: Sealer], _ envelopes: [[UInt8]]
    ) async throws {
        let opener = try await vault.opener(for: subjects)
        for (number, subject) in subjects.enumerated() {
            if number < 1_000 {
                #expect(throws: VaultError.erased) { try opener.open(envelopes[number], at: TestVault.address(number)) }
                if let held = sealers[subject] {
                    #expect(throws: VaultError.erased, "also who held the key already") {
                        try held.open(envelopes[number], at: TestVault.address(number))
                    }
                }
            } else {
                #expect(try opener.text(envelopes[number], at: TestVault.address(number)) == "Name \(number)")
            }
        }
        await TestVault.expect(.erased, "an erased subject never gets a new key") {
            _ = try await vault.sealer(for: subjects[7])
        }
    }

    @Test("another node's memory forgets an erased subject when its time is over", arguments: Backend.present)
    func otherNode(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            let other = try await Vault.open(
                database, cost: TestVault.cost, cache: CacheBounds(subjects: 10, lifetime: 0), now: TestVault.now,
                random: TestVault.random)
            try await other.unseal(passphrase: TestVault.passphrase)
            _ = try await other.sealer(for: TestVault.subject(1))
            try await vault.erase([TestVault.subject(1)])
            await TestVault.expect(.erased) { _ = try await other.sealer(for: TestVault.subject(1)) }
        }
    }
}
