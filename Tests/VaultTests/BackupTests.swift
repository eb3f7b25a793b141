import Foundation
import Storage
import TestSupport
import Testing

@testable import Vault

@Suite struct BackupTests {
    static let migrations = [
        Migration(
            "test-0001-tables",
            [
                "CREATE TABLE b_parent (id {id}, name {text} NOT NULL, note {text}) {table}",
                """
                CREATE TABLE a_child (
                    parent {int} NOT NULL REFERENCES b_parent (id), place {real}, content {blob}, label {text},
                    PRIMARY KEY (parent)
                ) {clustered}
                """,
                "CREATE TABLE loose (x {int}, y {text}, z {real}) {table}",
                "INSERT INTO b_parent (id, name) VALUES (1, 'from the migration')",
            ]), Migration("test-0002-column", ["ALTER TABLE b_parent ADD COLUMN added {int}"]),
    ]

    static let facts: @Sendable (any Reading) throws -> [String: String] = { connection in
        let sum = try connection.row("SELECT SUM(id) FROM b_parent")?.optionalInt(0) ?? 0
        return ["parents.sum": "\(sum)"]
    }

    /// Fills a content database, with every type of value and the awkward ones.
    static func fill(_ database: any Database, rows: Int) async throws {
        try await database.migrate(migrations)
        try await database.write { connection in
            try connection.execute("DELETE FROM b_parent")
            var dice = Dice(state: 4)
            for id in 1...rows {
                let name = ["", "ก ข ค", "O'Brien \"x\" \\ \n\t", "Name \(dice.next())"][id % 4]
                let note: String? = id % 3 == 0 ? nil : name
                try connection.execute(
                    "INSERT INTO b_parent (id, name, note, added) VALUES (\(id * 7), \(name), \(note), \(id))")
                let place = [0.1, -0.0, 1e300, -1.5e-7][id % 4]
                try connection.execute(
                    """
                    INSERT INTO a_child (parent, place, content, label)
                    VALUES (\(id * 7), \(place), \(dice.bytes(id % 5)), 'x')
                    """)
                try connection.execute("INSERT INTO loose (x, y) VALUES (\(id % 3), 'loose')")
            }
            try connection.execute("INSERT INTO loose (z) VALUES (\(2.5))")
        }
    }

    static func parts(_ content: any Database, _ keys: any Database) -> [BackupDatabase] {
        [
            BackupDatabase(name: "content", database: content, migrations: migrations, facts: facts),
            BackupDatabase(name: "keys", database: keys, migrations: Vault.keyMigrations),
        ]
    }

    /// A backup of a filled content database and its keys.
    struct Made {
        var file: [UInt8]
        var manifest: BackupManifest
        var identities: [AgeIdentity]
        var signer: String
        var envelope: [UInt8]
    }

    static func make(_ backend: Backend, rows: Int = 50) async throws -> Made {
        try await backend.withDatabase { content in
            try await fill(content, rows: rows)
            return try await backend.withDatabase { keys in
                let (vault, _) = try await TestVault.create(in: keys)
                let envelope = try await vault.sealer(for: TestVault.subject(1)).seal([7], at: TestVault.address(1))
                let identities = [
                    try AgeIdentity(random: TestVault.random), try AgeIdentity(random: TestVault.random),
                ]
                let signer = try await vault.backupSigner()
                let file = Gathered()
                let manifest = try await Backup.write(
                    parts(content, keys), to: identities.map(\.recipient), signer: signer, at: 5,
                    random: TestVault.random
                ) { file.bytes += $0 }
                return Made(
                    file: file.bytes, manifest: manifest, identities: identities, signer: signer.name,
                    envelope: envelope)
            }
        }
    }

    final class Gathered { var bytes: [UInt8] = [] }

    @Test(
        "a backup of either database is restored into either, by either recipient; the copy is checked, and its keys open",
        arguments: Backend.present, Backend.present)
    func roundTrip(_ from: Backend, _ to: Backend) async throws {
        let made = try await Self.make(from, rows: 2_000)
        for identity in made.identities {
            try await to.withDatabase { content in
                try await to.withDatabase { keys in
                    let restored = try await Backup.restore(
                        into: Self.parts(content, keys), identities: [identity], signer: made.signer,
                        source: AgeTests.source(made.file))
                    #expect(restored.manifest == made.manifest && restored.signer == made.signer)
                    #expect(made.manifest.databases[0].facts == ["parents.sum": "\(2_001 * 1_000 * 7)"])
                    #expect(made.manifest.databases[0].tables.first { $0.name == "loose" }?.rows == 2_001)
                    let row = try await content.read {
                        try $0.row("SELECT name, note, added FROM b_parent WHERE id = 14")
                    }
                    #expect(row?.text(0) == "O'Brien \"x\" \\ \n\t" && row?.int(2) == 2)
                    let vault = try await TestVault.unsealed(keys)
                    let opener = try await vault.opener(for: [TestVault.subject(1)])
                    #expect(try opener.open(made.envelope, at: TestVault.address(1)) == [7])
                    #expect(try await vault.backupSigner().name == made.signer)
                }
            }
        }
    }

    @Test("a backup needs two different recipients")
    func recipients() async throws {
        try await Backend.sqlite.withDatabase { keys in
            let (vault, _) = try await TestVault.create(in: keys)
            let signer = try await vault.backupSigner()
            let recipient = try AgeIdentity(random: TestVault.random).recipient
            for few in [[], [recipient], [recipient, recipient]] {
                await #expect(throws: BackupError.tooFewRecipients(given: Set(few).count)) {
                    try await Backup.write([], to: few, signer: signer, at: 0, random: TestVault.random) { _ in }
                }
            }
        }
    }

    @Test("what is in a backup without its key, and what is on the way, is not readable")
    func secrecy() async throws {
        let made = try await Self.make(.sqlite)
        #expect(
            Forensics.traces(of: [Array("from the migration".utf8), Array("O'Brien \"x\"".utf8)], in: made.file) == [])
        try await Backend.sqlite.withDatabase { content in
            try await Backend.sqlite.withDatabase { keys in
                await #expect(throws: AgeError.noMatch) {
                    try await Backup.restore(
                        into: Self.parts(content, keys), identities: [try AgeIdentity(random: TestVault.random)],
                        source: AgeTests.source(made.file))
                }
            }
        }
    }

    /// What somebody who can encrypt to the recipients, but not sign, may try.
    static let forgeries: [(name: String, expected: BackupError)] = [
        ("a row changed", .differs(what: "manifest.json")), ("a part left out", .differs(what: "manifest.json")),
        ("a manifest changed", .badSignature), ("signed by another", .otherSigner(found: "")),
        ("no signature", .notABackup), ("an unknown table", .otherTables("sqlite_master")),
        ("a newer migration", .newerDatabase(migration: "test-0003-newer")), ("another file", .notABackup),
    ]

    @Test(
        "a backup that somebody made up, changed or signed with another key is refused",
        arguments: forgeries.map(\.name))
    func forged(_ name: String) async throws {
        let made = try await Self.make(.sqlite)
        var entries = try Self.entries(made)
        let expected = try #require(Self.forgeries.first { $0.name == name }?.expected)
        func index(_ prefix: String) throws -> Int { try #require(entries.firstIndex { $0.name.hasPrefix(prefix) }) }
        switch name {
        case "a row changed": entries[try index("content/a_child")].bytes[60] ^= 1
        case "a part left out": entries.remove(at: try index("content/loose"))
        case "a manifest changed": entries[try index("manifest.json")].bytes.append(10)
        case "signed by another":
            let key = try BackupSigner(seed: SecretKey(from: TestVault.random))
            entries[try index("manifest.sig")].bytes = try key.signature(of: entries[try index("manifest.json")].bytes)
        case "no signature": entries.removeLast()
        case "an unknown table":
            entries[try index("content/loose")].name = BackupEntry.part("content", "sqlite_master", 1)
        case "a newer migration":
            let text = String(decoding: entries[0].bytes, as: UTF8.self)
            entries[0].bytes = Array(
                text.replacing("\"test-0002-column\"", with: "\"test-0002-column\",\"test-0003-newer\"").utf8)
        default: entries = [("readme.txt", [1, 2, 3])]
        }
        let file = try Self.file(of: entries, to: made.identities.map(\.recipient))
        try await Backend.sqlite.withDatabase { content in
            try await Backend.sqlite.withDatabase { keys in
                do {
                    _ = try await Backup.restore(
                        into: Self.parts(content, keys), identities: made.identities, signer: made.signer,
                        source: AgeTests.source(file))
                    Issue.record("it was restored")
                } catch let error as BackupError {
                    if case .otherSigner = error, case .otherSigner = expected { return }
                    #expect(error == expected)
                }
            }
        }
    }

    @Test("the copy is checked, not the original: a row lost or changed on the way in is found")
    func copyIsChecked() async throws {
        let made = try await Self.make(.sqlite)
        try await Backend.sqlite.withDatabase { content in
            try await Backend.sqlite.withDatabase { keys in
                let parts = Self.parts(content, keys)
                _ = try await Backup.restore(
                    into: parts, identities: made.identities, source: AgeTests.source(made.file))
                let changes: [(SQL, SQL, String)] = [
                    ("DELETE FROM loose WHERE z IS NOT NULL", "INSERT INTO loose (z) VALUES (2.5)", "content/loose"),
                    (
                        "UPDATE a_child SET label = 'y' WHERE parent = 7", "UPDATE a_child SET label = 'x'",
                        "content/a_child"
                    ),
                    ("UPDATE vault_root SET made_at = 1", "SELECT 1", "keys/vault_root"),
                ]
                for (change, undo, place) in changes {
                    let database = place.hasPrefix("keys") ? keys : content
                    try await database.write { try $0.execute(change) }
                    await #expect(throws: BackupError.differs(what: place)) {
                        try await Backup.verify(parts, against: made.manifest)
                    }
                    try await database.write { _ = try $0.rows(undo) }
                }
                await #expect(throws: BackupError.notEmpty) {
                    try await Backup.restore(
                        into: parts, identities: made.identities, source: AgeTests.source(made.file))
                }
            }
        }
    }

    @Test("the public tools open it: age, then tar", .enabled(if: AgeTool.isPresent))
    func publicTools() async throws {
        let made = try await Self.make(.sqlite)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-tar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, file) = (folder.appendingPathComponent("key"), folder.appendingPathComponent("backup.age"))
        try Data(made.file).write(to: file)
        for identity in made.identities {
            try Data(identity.text.utf8).write(to: key)
            let tar = try AgeTool.run("age", ["-d", "-i", key.path, file.path])
            let archive = folder.appendingPathComponent("backup.tar")
            try Data(tar).write(to: archive)
            let names = String(decoding: try AgeTool.run("/bin/tar", ["-tf", archive.path]), as: UTF8.self)
            let expected = made.manifest.parts.map(\.name) + ["manifest.json", "manifest.sig"]
            #expect(names.split(separator: "\n").map(String.init) == expected)
        }
    }

    private static func entries(_ made: Made) throws -> [(name: String, bytes: [UInt8])] {
        var reader = try BackupEntries(identities: made.identities, source: AgeTests.source(made.file))
        var entries: [(name: String, bytes: [UInt8])] = []
        while let entry = try reader.next() { entries.append(entry) }
        return entries
    }

    private static func file(of entries: [(name: String, bytes: [UInt8])], to recipients: [AgeRecipient]) throws
        -> [UInt8]
    {
        let plain = entries.reduce(into: [UInt8]()) { plain, entry in
            plain +=
                Tar.header(name: entry.name, size: entry.bytes.count) + entry.bytes + Tar.padding(entry.bytes.count)
        }
        return try AgeTests.encrypt(plain + Tar.end, to: recipients)
    }
}
