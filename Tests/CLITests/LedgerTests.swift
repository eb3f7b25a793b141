import Daybreak
import Formats
import Foundation
import Ledger
import Storage
import Testing

@testable import CLI

/// The ledger by the command line: checked, signed, proved, witnessed.
@Suite struct LedgerTests {
    /// Writes entries as a desk would.
    private func append(_ numbers: Range<Int>, to terminal: Terminal) async throws {
        let daybreak = try await makeDaybreak(.live(database: terminal.path("test.db")))
        try await daybreak.database.write { connection in
            try Ledger.append(
                numbers.map {
                    Ledger.Entry(
                        at: $0, actor: "u-1", organisation: "o-1", act: .change, kind: "report", subject: "r-\($0)",
                        content: .leaf([UInt8($0)]))
                }, to: connection)
        }
        try await daybreak.close()
    }

    private func damage(_ statement: SQL, _ terminal: Terminal) async throws {
        let daybreak = try await makeDaybreak(.live(database: terminal.path("test.db")))
        try await daybreak.database.write { try $0.execute(statement) }
        try await daybreak.close()
    }

    @Test("RL-26: a changed row is named, with exit code 1")
    func changed() async throws {
        let terminal = try Terminal(isBare: true)
        try await append(0..<20, to: terminal)
        let good = await terminal("ledger", "verify", "--json")
        #expect(good.ending == .done)
        #expect(try good.json()["isGood"] == .bool(true) && good.json()["size"] == .number(20))
        try await damage("UPDATE ledger_entry SET actor = 'u-2' WHERE idx = 13", terminal)
        let bad = await terminal("ledger")
        #expect(bad.ending == .failed)
        #expect(bad.output.contains("entry 13 is not what was written"))
        #expect(try await terminal("ledger", "verify", "--json").json()["firstBad"] == .number(13))
        let proof = await terminal("ledger", "proof", "13")
        #expect(proof.ending == .failed && proof.output.contains("This proof is wrong"))
        #expect(await terminal("ledger", "proof", "12").ending == .done)
        #expect(await terminal("ledger", "proof", "0").ending == .done)
    }

    @Test("RL-26: an older copy of the database is found by the file of a witness")
    func rolledBack() async throws {
        let terminal = try Terminal(isBare: true)
        let file = terminal.path("checkpoints.txt")
        try await append(0..<20, to: terminal)
        #expect(await terminal("ledger", "checkpoint", "--out", file).ending == .done)
        try FileManager.default.copyItem(atPath: terminal.path("test.db"), toPath: terminal.path("old.db"))
        try await append(20..<30, to: terminal)
        #expect(await terminal("ledger", "checkpoint", "--out", file).ending == .done)
        let well = await terminal("ledger", "verify", "--witness", file)
        #expect(well.ending == .done && well.output.contains("what its witnesses have seen"))
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: terminal.path("test.db" + end)) }
        try FileManager.default.removeItem(atPath: terminal.path("test.db"))
        try FileManager.default.moveItem(atPath: terminal.path("old.db"), toPath: terminal.path("test.db"))
        #expect(await terminal("ledger", "verify").ending == .done)
        let bad = await terminal("ledger", "verify", "--witness", file)
        #expect(bad.ending == .failed && bad.output.contains("a witness has seen 30 entries"))
    }

    @Test("a witness of another organisation cosigns what continues, and its cosignature is kept")
    func witness() async throws {
        let terminal = try Terminal(isBare: true)
        func line(_ words: String...) async throws -> String {
            let answer = await terminal.run(words)
            try #require(answer.ending == .done, "\(words): \(answer.errors)")
            return answer.output
        }
        func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }
        try await append(0..<20, to: terminal)
        let log = trimmed(try await line("ledger", "key"))
        let (secret, state) = (terminal.path("witness.key"), terminal.path("seen.txt"))
        let own = trimmed(try await line("ledger", "witness", "key", "ngo.example/witness", "--out", secret))
        #expect(own.hasPrefix("ngo.example/witness+"))
        let cosign = ["ledger", "witness", "cosign", "--log", log, "--key", secret, "--state", state]
        let first = try terminal.file("first.txt", try await line("ledger", "checkpoint"))
        #expect(await terminal.run(cosign + [first]).ending == .done)
        try await append(20..<50, to: terminal)
        let bare = try terminal.file("bare.txt", try await line("ledger", "checkpoint"))
        let refused = await terminal.run(cosign + [bare])
        #expect(refused.ending == .failed && refused.errors.contains("nothing shows"))
        let request = try terminal.file("request.txt", try await line("ledger", "checkpoint", "--since", "20"))
        let cosigned = await terminal.run(cosign + [request])
        #expect(cosigned.ending == .done)
        let answer = try terminal.file("answer.txt", cosigned.output)
        let kept = try await line("ledger", "witness", "keep", answer, "--witness", own)
        #expect(kept == cosigned.output)
        #expect(try await line("ledger", "verify", "--witness", state).contains("what its witnesses have seen"))
        #expect(await terminal.run(cosign + [first]).ending == .failed)
    }

    @Test("files that are none, keys that are none, entries that are none")
    func refusals() async throws {
        let terminal = try Terminal(isBare: true)
        #expect(await terminal("ledger", "verify").ending == .database)
        try await append(0..<3, to: terminal)
        let file = try terminal.file("x.txt", "not a note\n")
        #expect(await terminal("ledger", "verify", "--witness", file).ending == .refused)
        #expect(await terminal("ledger", "verify", "--witness", terminal.path("none")).ending == .refused)
        #expect(await terminal("ledger", "verify", "--older-key", "x").ending == .refused)
        #expect(await terminal("ledger", "proof", "3").ending == .nothingFound)
        #expect(await terminal("ledger", "checkpoint", "--since", "9").ending == .nothingFound)
    }
}
