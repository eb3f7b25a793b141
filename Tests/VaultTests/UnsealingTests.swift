import Storage
import TestSupport
import Testing

@testable import Vault

@Suite struct UnsealingTests {
    @Test(
        "the vault opens with its passphrase or with any three shares, and with nothing less",
        arguments: Backend.present)
    func opens(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let empty = try await TestVault.open(database)
            #expect(try await empty.exists == false)
            await TestVault.expect(.notCreated) { try await empty.unseal(passphrase: "x") }
            let (_, shares) = try await TestVault.create(in: database)
            await TestVault.expect(.alreadyCreated) { _ = try await TestVault.create(in: database) }
            let vault = try await TestVault.open(database)
            #expect(vault.isSealed)
            for wrong in ["", "correct horse battery stapl", TestVault.passphrase + " "] {
                await TestVault.expect(.wrongPassphrase) { try await vault.unseal(passphrase: wrong) }
            }
            try await vault.unseal(passphrase: TestVault.passphrase)
            #expect(!vault.isSealed)
            for number in 0..<5 {
                let missing = Set([number, (number + 1) % 5])
                let three = shares.enumerated().filter { !missing.contains($0.offset) }.map(\.element)
                vault.seal()
                try await vault.unseal(shares: three)
                vault.seal()
                let two = VaultError.tooFewShares(given: 2, needed: 3)
                let twice = [three[0], three[1], three[1], three[0]]
                await TestVault.expect(two) { try await vault.unseal(shares: Array(three.prefix(2))) }
                await TestVault.expect(two) { try await vault.unseal(shares: twice) }
            }
            var forged = Array(shares.prefix(3))
            forged[2] = Share(set: forged[2].set, number: 5, needed: 3, holder: nil, value: forged[2].value)
            await TestVault.expect(.sharesDoNotOpen) { try await vault.unseal(shares: forged) }
            forged[2] = Share(set: "00000000", number: 5, needed: 3, holder: nil, value: forged[2].value)
            await TestVault.expect(.sharesOfDifferentSets) { try await vault.unseal(shares: forged) }
            await TestVault.expect(.sharesDoNotOpen) { try await vault.unseal(shares: [forged[2]]) }
            #expect(vault.isSealed)
        }
    }

    @Test("a new passphrase takes the old one's place", arguments: Backend.present)
    func passphrase(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, _) = try await TestVault.create(in: database)
            await TestVault.expect(.passphraseTooShort(least: 12)) { try await vault.changePassphrase(to: "short") }
            try await vault.changePassphrase(to: "another long passphrase")
            let other = try await TestVault.open(database)
            await TestVault.expect(.wrongPassphrase) { try await other.unseal(passphrase: TestVault.passphrase) }
            try await other.unseal(passphrase: "another long passphrase")
        }
    }

    @Test("an old share set is dropped only when the new one has opened", arguments: Backend.present)
    func renewal(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (vault, first) = try await TestVault.create(in: database)
            #expect(try await vault.status().shares.map(\.isProven) == [false])
            try await vault.rehearse(Array(first.suffix(3)))
            let second = try await vault.newShares(for: TestVault.holders.reversed())
            #expect(try await vault.status().shares.count { $0.isProven } == 1)
            #expect(try await vault.status().shares.count == 2)
            let sealed = try await TestVault.open(database)
            // Too few prove nothing, and nothing is dropped.
            await TestVault.expect(.tooFewShares(given: 2, needed: 3)) {
                try await sealed.rehearse(Array(second.prefix(2)))
            }
            try await sealed.unseal(shares: Array(first.prefix(3)))
            sealed.seal()
            // The old set once more: it still is the good one.
            try await sealed.rehearse(Array(first.prefix(3)))
            #expect(try await sealed.status().shares.count == 2)
            try await sealed.rehearse(Array(second.prefix(3)))
            #expect(sealed.isSealed, "a rehearsal does not unseal")
            #expect(try await sealed.status().shares.map(\.set) == [second[0].set])
            await TestVault.expect(.sharesDoNotOpen) { try await sealed.unseal(shares: Array(first.prefix(3))) }
            try await sealed.unseal(shares: Array(second.suffix(3)))
        }
    }

    @Test(
        "two custodians of different organisations recover from a lost passphrase, after having rehearsed it",
        arguments: Backend.present)
    func recovery(_ backend: Backend) async throws {
        try await backend.withDatabase { database in
            let (first, shares) = try await TestVault.create(in: database)
            let envelope = try await first.sealer(for: TestVault.subject(1)).seal([7], at: TestVault.address(1))
            let vault = try await TestVault.open(database)
            let holders = TestVault.holders
            let unfit: [(shares: [Int], custodians: [ShareHolder])] = [
                ([0, 1, 2], [holders[0], holders[1]]), ([0, 1, 2], [holders[0]]),
                ([0, 1, 2], [holders[0], holders[4]]),
                ([0, 2, 4], [holders[0], holders[2], holders[4]]),
                ([0, 2, 4], [holders[0], ShareHolder(name: "Nobody", organisation: "shelter")]),
            ]
            for (numbers, custodians) in unfit {
                let entered = numbers.map { shares[$0] }
                for attempt in [true, false] {
                    await TestVault.expect(.unfitCustodians, "\(custodians)") {
                        if attempt {
                            _ = try await vault.rehearseRecovery(entered, by: custodians)
                        } else {
                            _ = try await vault.recover(entered, by: custodians, newPassphrase: "a new long passphrase")
                        }
                    }
                }
            }
            let entered = [shares[0], shares[2], shares[4]]
            let rehearsed = try await vault.rehearseRecovery(entered, by: [holders[0], holders[4]])
            #expect(rehearsed.set == shares[0].set && vault.isSealed)
            #expect(try await vault.status().shares.map(\.isProven) == [true])
            _ = try await vault.recover(entered, by: [holders[0], holders[4]], newPassphrase: "a new long passphrase")
            let other = try await TestVault.unsealed(database, "a new long passphrase")
            let opener = try await other.opener(for: [TestVault.subject(1)])
            #expect(try opener.open(envelope, at: TestVault.address(1)) == [7])
        }
    }

    @Test("a changed row cannot make scrypt take all memory")
    func costBound() async throws {
        try await Backend.sqlite.withDatabase { database in
            _ = try await TestVault.create(in: database)
            for rounds in [0, 1, 3, 1 << 21, Int.max] {
                try await database.write { try $0.execute("UPDATE vault_root SET rounds = \(rounds)") }
                let vault = try await TestVault.open(database)
                await TestVault.expect(.damaged) { try await vault.unseal(passphrase: "a") }
            }
        }
    }
}
