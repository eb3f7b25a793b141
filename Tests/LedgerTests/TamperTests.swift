import Foundation
import Storage
import TestSupport
import Testing
import Words

@testable import Ledger

/// RL-14, RL-26: whatever somebody changes behind the ledger's back is found, and the first entry that is wrong is named.
@Suite("Tampering")
struct TamperTests {
    struct Damage: CustomTestStringConvertible, Sendable {
        var name: String
        var statements: [SQL]
        var fault: LedgerFault
        var testDescription: String { name }
    }

    static let columns: [(String, SQL)] = [
        ("at", "at + 1"), ("actor", "'u-9'"), ("organisation", "'o-9'"), ("act", "'read'"), ("kind", "'site'"),
        ("subject", "'s-99'"), ("version", "version - 1"), ("action", "'other'"), ("content", "CAST('x' AS {blob})"),
        ("detail", "'-'"),
    ]

    static let altered = columns.map { name, value in
        Damage(
            name: "the column \(name)",
            statements: ["UPDATE ledger_entry SET \(raw: name) = \(value) WHERE idx = 40"], fault: .altered(index: 40))
    }

    static let swap = "actor, organisation, act, kind, subject, version, action, content, detail, at"

    static let others: [Damage] = [
        Damage(name: "a row gone", statements: ["DELETE FROM ledger_entry WHERE idx = 40"], fault: .missing(index: 40)),
        Damage(
            name: "the first row gone", statements: ["DELETE FROM ledger_entry WHERE idx = 0"],
            fault: .missing(index: 0)),
        Damage(
            name: "the last rows gone", statements: ["DELETE FROM ledger_entry WHERE idx >= 90"],
            fault: .truncated(index: 90, size: 100)),
        Damage(name: "all rows gone", statements: ["DELETE FROM ledger_entry"], fault: .truncated(index: 0, size: 100)),
        Damage(
            name: "two rows with each other's numbers",
            statements: [
                "UPDATE ledger_entry SET idx = -1 WHERE idx = 40", "UPDATE ledger_entry SET idx = 40 WHERE idx = 61",
                "UPDATE ledger_entry SET idx = 61 WHERE idx = -1",
            ], fault: .swapped(index: 40, with: 61)),
        Damage(
            name: "a row with another's words",
            statements: [
                """
                UPDATE ledger_entry SET (\(raw: swap)) = (SELECT \(raw: swap) FROM ledger_entry WHERE idx = 61)
                WHERE idx = 40
                """
            ], fault: .swapped(index: 40, with: 61)),
        Damage(
            name: "a row before the first", statements: ["UPDATE ledger_entry SET idx = -3 WHERE idx = 99"],
            fault: .strange(index: -3)),
        Damage(
            name: "a row put in after the last",
            statements: [
                """
                INSERT INTO ledger_entry (idx, \(raw: swap), nodes) SELECT 100, \(raw: swap), nodes FROM ledger_entry
                WHERE idx = 98
                """
            ], fault: .swapped(index: 100, with: 98)),
        Damage(
            name: "the hashes of another entry",
            statements: [
                """
                UPDATE ledger_entry SET nodes = (SELECT nodes FROM ledger_entry WHERE idx = 39) WHERE idx = 43
                """
            ], fault: .altered(index: 43)),
        Damage(
            name: "the size", statements: ["UPDATE ledger_head SET size = 99"], fault: .head(size: 100)),
        Damage(
            name: "the frontier",
            statements: ["UPDATE ledger_head SET frontier = (SELECT nodes FROM ledger_entry WHERE idx = 3)"],
            fault: .head(size: 100)),
        Damage(name: "no head", statements: ["DELETE FROM ledger_head"], fault: .head(size: 100)),
        Damage(
            name: "a signed checkpoint", statements: ["UPDATE ledger_checkpoint SET note = replace(note, '80', '81')"],
            fault: .badCheckpoint(size: 80)),
        Damage(
            name: "a checkpoint under another size", statements: ["UPDATE ledger_checkpoint SET size = 60"],
            fault: .badCheckpoint(size: 60)),
    ]

    @Test("is found and named", arguments: Backend.present, altered + others)
    func damage(_ backend: Backend, _ damage: Damage) async throws {
        try await Sample.log(backend, 80) { ledger in
            _ = try await ledger.checkpoint()
            try await Sample.add(80..<100, to: ledger)
            #expect(try await ledger.verify().fault == nil)
            try await ledger.database.write { connection in
                for statement in damage.statements {
                    let type = backend == .sqlite ? "BLOB" : "BYTEA"
                    let text = statement.text.replacing("{blob}", with: type)
                    try connection.execute(SQL(text, statement.arguments))
                }
            }
            let fault = try #require(try await ledger.verify().fault)
            let expected = damage.name.hasPrefix("a row put in") ? LedgerFault.altered(index: 100) : damage.fault
            #expect(fault == expected, "\(Catalogue.english.text(fault.phrase))")
            #expect(!Catalogue.english.text(fault.phrase).hasPrefix("ledger."))
        }
    }

    /// Whoever knows how the ledger works writes all hashes anew.
    private func forge(_ ledger: Ledger, from entries: [Ledger.Entry]) async throws {
        try await Sample.damage(ledger, "DELETE FROM ledger_entry", "DELETE FROM ledger_head")
        try await Sample.damage(ledger, "INSERT INTO ledger_head (id, size, frontier) VALUES (1, 0, \([] as [UInt8]))")
        try await ledger.database.write { try Ledger.append(entries, to: $0) }
    }

    @Test("a row changed with its own leaf is named with its neighbour", arguments: Backend.present)
    func leafForged(_ backend: Backend) async throws {
        try await Sample.log(backend, 100) { ledger in
            var leaf = Leaf(Sample.entry(40), at: 40)
            leaf.actor = "u-9"
            let hash = try #require(leaf.hash)
            try await Sample.damage(
                ledger, "UPDATE ledger_entry SET actor = 'u-9', nodes = \(hash.bytes) WHERE idx = 40")
            #expect(try await ledger.verify().fault == .tree(first: 40, last: 41))
        }
    }

    @Test("a log written anew with all its hashes is found by what it had signed", arguments: Backend.present)
    func rewritten(_ backend: Backend) async throws {
        try await Sample.log(backend, 30) { ledger in
            _ = try await ledger.checkpoint()
            try await Sample.add(30..<60, to: ledger)
            _ = try await ledger.checkpoint()
            try await Sample.add(60..<100, to: ledger)
            var entries = (0..<100).map(Sample.entry)
            entries[40].actor = "u-9"
            try await forge(ledger, from: entries)
            #expect(try await ledger.verify().fault == .rewritten(first: 30, last: 59))
            try await forge(ledger, from: Array(entries[..<40]))
            #expect(try await ledger.verify().fault == .forgotten(index: 40, signed: 60))
        }
    }

    @Test("a shortened log with its head and checkpoints made to fit is found by a witness", arguments: Backend.present)
    func truncated(_ backend: Backend) async throws {
        try await Sample.log(backend, 100) { ledger in
            let seen = try await ledger.checkpoint()
            try await forge(ledger, from: (0..<90).map(Sample.entry))
            try await Sample.damage(ledger, "DELETE FROM ledger_checkpoint")
            #expect(try await ledger.verify().fault == nil)
            let fault = try await ledger.verify(witnessed: [seen]).fault
            #expect(fault == .rolledBack(index: 90, witnessed: 100))
            try await Sample.add(200..<220, to: ledger)
            #expect(try await ledger.verify(witnessed: [seen]).fault == .contradicted(first: 0, last: 99))
        }
    }

    @Test("an older copy of the file is found by a witness")
    func rolledBackFile() async throws {
        try await Backend.sqlite.withPlace { place in
            guard case .file(let path) = place else { return }
            let first = Ledger(try await place.open(), key: try Sample.key())
            try await first.database.migrate(Ledger.migrations)
            try await Sample.add(0..<40, to: first)
            let early = try await first.checkpoint()
            try await first.database.close()
            try FileManager.default.copyItem(atPath: path, toPath: path + ".old")
            let second = Ledger(try await place.open(), key: try Sample.key())
            try await Sample.add(40..<70, to: second)
            let late = try await second.checkpoint()
            let well = try await second.verify(witnessed: [early, late])
            #expect(well.fault == nil && well.witnessed == 2 && well.checkpoints == 2 && well.size == 70)
            try await second.database.close()
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try FileManager.default.moveItem(atPath: path + ".old", toPath: path)
            let third = Ledger(try await place.open(), key: try Sample.key())
            #expect(try await third.verify().fault == nil)
            #expect(try await third.verify(witnessed: [early]).fault == nil)
            let fault = try await third.verify(witnessed: [early, late]).fault
            #expect(fault == .rolledBack(index: 40, witnessed: 70))
            try await third.database.close()
        }
    }

    @Test("what a witness keeps must be of this log, and signed by it", arguments: Backend.present)
    func witnesses(_ backend: Backend) async throws {
        try await Sample.log(backend, 10) { ledger in
            let note = try await ledger.checkpoint()
            let stranger = try SignerKey(name: "other.example/ledger", seed: [UInt8](repeating: 1, count: 32))
            let other = try SignedNote(Checkpoint(origin: "other.example/ledger", size: 99, root: .empty))
                .signed(with: stranger)
            #expect(try await ledger.verify(witnessed: [other, note]).fault == nil)
            #expect(
                try await ledger.verify(witnessed: [other]).fault == .notWitnessed(name: "daybreak.example/ledger"))
            let forged = try SignedNote(parsing: note.description.replacing("\n10\n", with: "\n11\n"))
            #expect(try await ledger.verify(witnessed: [forged, note]).fault == .badWitness(size: 11))
        }
    }

    @Test("what an entry speaks of is compared with what is there", arguments: Backend.present)
    func contents(_ backend: Backend) async throws {
        try await Sample.log(backend, 20) { ledger in
            try await ledger.database.read { connection in
                func fault(_ content: (Ledger.Recorded) -> LedgerVerification.Content) throws -> LedgerFault? {
                    try LedgerVerification.run(connection, keys: [ledger.verifierKey], content: content).fault
                }
                #expect(try fault { .hash($0.entry.content ?? .empty) } == nil)
                #expect(try fault { _ in .unknown } == nil)
                let changed = try fault { $0.index == 8 ? .hash(.empty) : .unknown }
                #expect(changed == .content(index: 8, kind: "person", subject: "s-1"))
                let gone = try fault { $0.index >= 8 ? .missing : .unknown }
                #expect(gone == .contentMissing(index: 8, kind: "person", subject: "s-1"))
            }
        }
    }

    @Test(
        "every change of a row that somebody could think of is found", arguments: Backend.present,
        [20_261_124, 3] as [UInt64])
    func mutations(_ backend: Backend, _ seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        try await Sample.log(backend, 64) { ledger in
            for turn in 0..<60 {
                let mutation = Mutation(&dice, size: 64)
                let (undo, fault) = try await mutation.run(on: ledger)
                #expect(fault != nil, "seed \(seed), turn \(turn): \(mutation)")
                if let index = fault?.index, let earliest = mutation.earliest {
                    #expect(index <= earliest, "seed \(seed), turn \(turn): \(mutation) gave \(index)")
                }
                try await undo()
                guard try await ledger.verify().fault == nil else { return wrong("not undone: \(mutation)") }
            }
        }
    }
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(_ bytes: MerkleHash) { appendInterpolation(bytes.bytes) }
}
