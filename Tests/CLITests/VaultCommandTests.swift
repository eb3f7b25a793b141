import Daybreak
import Formats
import Foundation
import Storage
import Testing
import Vault

@testable import CLI

/// The vault and its backups from the command line, with secrets in files.
@Suite struct VaultCommandTests {
    static let holders = ["Ann, court", "Bo, court", "Cy, shelter", "Di, shelter", "Ed, ministry"]

    /// A terminal whose database has a vault, and the files with its secrets.
    private func prepared() async throws -> (terminal: Terminal, shares: [String]) {
        let terminal = try Terminal(isBare: true)
        _ = try terminal.file("pass", "correct horse battery\n")
        _ = try terminal.file("next", "the next long passphrase\n")
        let content = terminal.path("test.db")
        let daybreak = try await makeDaybreak(.live(database: content))
        try await daybreak.close()
        let environment = Environment.live(database: content)
        let keys = try await DatabasePlaces(content: content).openKeys()
        let (_, shares) = try await Vault.create(
            in: keys, passphrase: "correct horse battery", shareHolders: try ShareEntry.holders(Self.holders),
            cost: PassphraseCost(rounds: 16), now: environment.now, random: environment.random)
        try await keys.close()
        return (terminal, try files(shares.map(\.text), "share", terminal))
    }

    private func files(_ shares: [String], _ name: String, _ terminal: Terminal) throws -> [String] {
        try shares.enumerated().map { try terminal.file("\(name)\($0)", $1 + "\n") }
    }

    private func options(_ name: String, _ values: some Sequence<String>) -> [String] {
        values.flatMap { [name, $0] }
    }

    @Test("status, unsealing by passphrase and by shares, a wrong passphrase, a missing vault")
    func unsealing() async throws {
        let (terminal, shares) = try await prepared()
        let status = await terminal("vault", "status")
        #expect(status.ending == .done && status.output.contains("not rehearsed yet") && status.output.contains("Cy"))
        let pass = terminal.path("pass")
        #expect(await terminal("vault", "unseal", "--passphrase-file", pass).ending == .done)
        let three = options("--share-file", shares.prefix(3))
        #expect(await terminal.run(["vault", "unseal"] + three).ending == .done)
        let two = await terminal.run(["vault", "unseal"] + three.prefix(4))
        #expect(two.ending == .failed && two.errors.contains("2 different shares"))
        let wrong = await terminal("vault", "unseal", "--passphrase-file", terminal.path("next"))
        #expect(wrong.ending == .failed && wrong.errors.contains("does not open the vault"))
        let none = try Terminal(isBare: true)
        let missing = await none("vault", "status")
        #expect(missing.ending == .failed && missing.errors.contains("daybreak init"))
    }

    @Test("the root is changed in three steps; a rehearsed recovery; the old passphrase is dead")
    func rotation() async throws {
        let (terminal, shares) = try await prepared()
        let pass = ["--passphrase-file", terminal.path("pass")]
        let next = ["--new-passphrase-file", terminal.path("next")]
        let rehearsal = ["vault", "rehearse-recovery"] + options("--share-file", [shares[0], shares[2], shares[4]])
        let people = options("--custodian", ["Ann, court", "Ed, ministry"])
        #expect(await terminal.run(rehearsal + people).ending == .done)
        let same = await terminal.run(rehearsal + options("--custodian", ["Ann, court", "Bo, court"]))
        #expect(same.ending == .failed)
        let begun = await terminal.run(
            ["vault", "rotate", "--root", "--json"] + pass + next + options("--holder", Self.holders))
        #expect(begun.ending == .done)
        let printed = try begun.json().object?["shares"]?.array?.compactMap { $0.object?["share"]?.text } ?? []
        #expect(printed.count == 5)
        let early = await terminal.run(["vault", "rotate", "--root", "--finish"] + pass)
        #expect(early.ending == .failed && early.errors.contains("rehearsed"))
        let entered = options("--share-file", try files(printed, "next-share", terminal).prefix(3))
        #expect(await terminal.run(["vault", "shares", "rehearse"] + entered).ending == .done)
        #expect(await terminal.run(["vault", "rotate", "--root", "--finish"] + pass).ending == .done)
        #expect(await terminal.run(["vault", "unseal"] + pass).ending == .failed)
        #expect(await terminal("vault", "unseal", "--passphrase-file", terminal.path("next")).ending == .done)
    }

    @Test("a backup is made, drilled and restored; one recipient, a wrong key or a taken place are refused")
    func backup() async throws {
        let (terminal, _) = try await prepared()
        let file = terminal.path("backup.age")
        let recipients = [
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
            "age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z",
        ]
        let make = ["backup", "--to", file, "--passphrase-file", terminal.path("pass")]
        let few = await terminal.run(make + options("--recipient", recipients.prefix(1)))
        #expect(few.ending == .failed && few.errors.contains("at least two"))
        #expect(!FileManager.default.fileExists(atPath: file))
        let made = await terminal.run(make + options("--recipient", recipients) + ["--json"])
        #expect(made.ending == .done, "\(made.errors)")
        let signer = try #require(try made.json().object?["signer"]?.text)
        let key = try terminal.file(
            "key", "# made up\nAGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n")
        let open = [file, "--identity", key, "--signer", signer]
        let drill = await terminal.run(["backup", "drill"] + open)
        #expect(drill.ending == .done && drill.output.contains("the backup is good"), "\(drill.errors)")
        let place = terminal.path("restored.db")
        #expect(await terminal.run(["restore"] + open + ["--to", place]).ending == .done)
        let status = await terminal("vault", "unseal", "--db", place, "--passphrase-file", terminal.path("pass"))
        #expect(status.ending == .done && status.output.contains(signer), "\(status)")
        #expect(await terminal("ledger", "verify", "--db", place).ending == .done)
        // The key files are those of the original, for their owner's eyes only, and so the ledger goes on under its name.
        for end in [".identity-key", ".ledger-key"] {
            let original = FileManager.default.contents(atPath: terminal.path("test.db") + end)
            #expect(original != nil && FileManager.default.contents(atPath: place + end) == original)
            let mode = try FileManager.default.attributesOfItem(atPath: place + end)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        let signed = await terminal("ledger", "checkpoint", "--db", place)
        #expect(signed.ending == .done, "\(signed.errors)")
        let name = await terminal("ledger", "key").output
        #expect(await terminal("ledger", "key", "--db", place).output == name && !name.isEmpty)
        let again = await terminal.run(["restore"] + open + ["--to", place])
        #expect(again.ending == .failed && again.errors.contains("new place"))
        let other = await terminal.run(["backup", "drill", file, "--identity", key, "--signer", "SOMEBODY"])
        #expect(other.ending == .failed && other.errors.contains(signer))
        let left = try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path)
        #expect(!left.contains { $0.contains(".half") }, "\(left)")
    }
}
