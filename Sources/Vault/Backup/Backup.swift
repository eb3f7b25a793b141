import Foundation
import Storage

/// Encrypted copies of everything, in a form that the public tool `age` opens.
///
/// A backup is an age file (age-encryption.org/v1) for at least two recipients. In it stands a tar archive: `opening.json`;
/// `files/NAME` for each key file of the installation; for each table `content/NAME.000001`, … and `keys/NAME.000001`, …, at most 4 MiB each (or one row); `manifest.json`; and
/// `manifest.sig` (an Ed25519 public key and its signature). Rows are written through the `Storage` seam in a layout of our own
/// (`RowCode`), so that a backup of one database can be restored into the other, and one program tests both. The vault's keys stay
/// wrapped: whoever opens a backup still needs the passphrase or three shares. The key files are not: the recipients' keys are
/// to be kept like them.
public enum Backup {
    /// Writes a backup. Each database is read in one state of its own; give the content first and the keys second, so that no
    /// row of the content lacks its key.
    ///
    /// Throws `tooFewRecipients`, or what reading and `sink` throw. Memory is bounded by the part's size.
    @discardableResult
    public static func write(
        _ databases: [BackupDatabase], files: [BackupFile] = [], to recipients: [AgeRecipient], signer: BackupSigner,
        at time: Int,
        random: @escaping @Sendable (Int) -> [UInt8], sink: @escaping ([UInt8]) throws -> Void
    ) async throws -> BackupManifest {
        guard Set(recipients).count >= 2 else {
            throw BackupError.tooFewRecipients(given: Set(recipients).count)
        }
        let archive = try BackupArchive(to: recipients, random: random, sink: sink)
        var opening = BackupOpening(madeAt: time, migrations: [:])
        for part in databases { opening.migrations[part.name] = try await migrations(of: part) }
        try archive.add(BackupEntry.opening, Array(try JSONEncoder().encode(opening)))
        for file in files { try archive.add(BackupEntry.file(file.name), file.bytes) }
        var manifest = BackupManifest(madeAt: time, databases: [], parts: [])
        for part in databases {
            let described = try await part.database.read { connection in
                var numbers: [String: Int] = [:]
                return try TableDump.describe(part, connection) { table, bytes in
                    numbers[table, default: 0] += 1
                    try archive.add(BackupEntry.part(part.name, table, numbers[table] ?? 0), bytes)
                }
            }
            manifest.databases.append(described)
        }
        manifest.parts = archive.parts
        try archive.finish(manifest, signer: signer)
        return manifest
    }

    private static func migrations(of part: BackupDatabase) async throws -> [String] {
        try await part.database.read { connection in
            try connection.rows("SELECT name FROM migration ORDER BY number").map { $0.text(0) }
        }
    }

    /// Compares a restored copy with a manifest: every table's rows, and the facts, computed anew from the copy. Throws
    /// `differs`, which names the first that is not the same.
    public static func verify(_ databases: [BackupDatabase], against manifest: BackupManifest) async throws {
        guard databases.map(\.name) == manifest.databases.map(\.name) else { throw BackupError.notABackup }
        for (part, expected) in zip(databases, manifest.databases) {
            let found = try await part.database.read { try TableDump.describe(part, $0) }
            let rows = Dictionary(found.tables.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            for table in expected.tables where rows[table.name] != table {
                throw BackupError.differs(what: "\(part.name)/\(table.name)")
            }
            guard found.migrations == expected.migrations, found.tables.count == expected.tables.count else {
                throw BackupError.differs(what: part.name)
            }
            for (fact, value) in expected.facts where found.facts[fact] != value {
                throw BackupError.differs(what: "\(part.name): \(fact)")
            }
        }
    }
}
