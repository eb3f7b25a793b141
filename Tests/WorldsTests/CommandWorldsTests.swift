import Access
import Daybreak
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing
import Words

@testable import CLI

/// The two worlds, seen from a terminal.
@Suite("Two worlds at the terminal", .serialized)
struct CommandWorldsTests {
    @Test("every command answers the same with and without the hidden case")
    func sameAnswers() async throws {
        try await TwoWorldsTests.worlds { without, with, calm in
            for house in [without, with, calm] { try await Self.openToEyes(house) }
            let script = CommandScript(pool: try await Self.pool(without, with)).all
            var differences: [String] = []
            for role in Self.roles {
                let isCalled = TwoWorldsTests.isCalledToAct(role)
                let (other, third) = isCalled ? (calm, with) : (with, calm)
                for (number, line) in script.enumerated() {
                    let here = await Self.run(line, as: role, at: without, number)
                    let there = await Self.run(line, as: role, at: other, number)
                    _ = await Self.run(line, as: role, at: third, number)
                    if here != there { differences.append("\(role.rawValue): \(line.text)\n\(here)\n\(there)") }
                }
            }
            print("two worlds at the terminal: \(script.count) lines as \(Self.roles.count) roles")
            #expect(differences.isEmpty, "\(differences.count):\n\(differences.prefix(12).joined(separator: "\n"))")
        }
    }

    @Test("every command is typed, or has nothing to hide")
    func everyCommandIsTyped() {
        for command in CommandScript.commands() {
            let isElsewhere = CommandScript.elsewhere.keys.contains { command == $0 || command.hasPrefix($0 + " ") }
            #expect(
                (CommandScript.lines[command] != nil) != isElsewhere, "\(command): neither typed nor explained, or both"
            )
        }
    }

    /// All roles in `make soak`; in `make test` those whose rights differ most.
    static let roles: [FineRole] =
        ProcessInfo.processInfo.environment["DAYBREAK_SOAK"] != nil
        ? FineRole.allCases : [.intelOfficer, .ngoCaseworker]

    // Each command opens the databases anew: in `make test` it is typed with one id of each table and sort of thing.
    private static func pool(_ without: House, _ with: House) async throws -> Pool {
        var pool = try await Pool.of(without, with)
        guard roles.count < FineRole.allCases.count else { return pool }
        pool.ids = pool.ids.mapValues { tables in tables.mapValues { Array($0.prefix(4)) } }
        return pool
    }

    // The eyes of everybody may be borrowed at demonstration data only, which these are.
    private static func openToEyes(_ house: House) async throws {
        try await house.database.write { connection in
            _ = try connection.execute("INSERT INTO founding (name, value) VALUES ('founded', 'demonstration')")
        }
    }

    private static func run(_ line: CommandScript.Line, as role: FineRole, at house: House, _ number: Int) async
        -> String
    {
        let said = Mutex("")
        let chance = Chance(seed: UInt64(number + 1))
        let place = house.folder.path
        let shell = Shell(
            output: { bytes in said.withLock { $0 += String(decoding: bytes, as: UTF8.self) } },
            errors: { bytes in said.withLock { $0 += String(decoding: bytes, as: UTF8.self) } }, isTerminal: false,
            variables: [
                "DAYBREAK_DB": place + "/world.daybreak", "DAYBREAK_KEYS": place + "/world.keys",
                "DAYBREAK_PROFILES": place, "DAYBREAK_AS": People.account(role).lowercased(), "HOME": place,
            ],
            clock: { 0 }, now: { House.now }, random: chance.bytes, words: .english,
            ask: { _, _ in throw CLIError.noTerminal }, costs: .trifling)
        let ending = await Program.run(line.words + ["--json"], in: shell)
        return "\(ending) " + said.withLock { $0 }.replacing(place, with: "FOLDER")
    }
}
