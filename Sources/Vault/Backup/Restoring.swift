import Crypto
import Foundation
import Storage

/// A backup that was restored and compared with its manifest.
public struct RestoredBackup: Sendable {
    /// What the backup says about itself.
    public var manifest: BackupManifest
    /// Who signed it: compare it with `BackupSigner.name`, noted when the installation was made.
    public var signer: String
    /// The files that it holds beside the databases; whoever restores puts them where they belong.
    public var files: [BackupFile] = []
}

extension Backup {
    /// Values that one statement inserts.
    private static let places = 480

    /// Restores a backup into empty databases, then reads these again and compares them with the manifest: what is checked is
    /// the copy. They are brought up to the migrations that the backup had; `migrate` brings them further.
    ///
    /// Throws `AgeError` for a file that does not open, `notABackup`, `badSignature`, `otherSigner`, `newerDatabase`,
    /// `otherTables`, `notEmpty` or `differs`. After an error, throw the databases away: they hold a part.
    public static func restore(
        into databases: [BackupDatabase], identities: [AgeIdentity], signer: String? = nil,
        source: @escaping (Int) throws -> [UInt8]
    ) async throws -> RestoredBackup {
        var entries = try BackupEntries(identities: identities, source: source)
        guard let first = try entries.next(), first.name == BackupEntry.opening else { throw BackupError.notABackup }
        let opening = try decode(BackupOpening.self, first.bytes)
        guard opening.format == BackupManifest.format else { throw BackupError.newer }
        var loaders: [String: TableLoader] = [:]
        for part in databases { loaders[part.name] = try await prepare(part, opening) }
        var parts = [part(first)]
        var files: [BackupFile] = []
        var manifest: (bytes: [UInt8], value: BackupManifest)?
        var signature: [UInt8]?
        while let entry = try entries.next() {
            switch entry.name {
            case BackupEntry.manifest where manifest == nil:
                manifest = (entry.bytes, try decode(BackupManifest.self, entry.bytes))
            case BackupEntry.signature where manifest != nil && signature == nil: signature = entry.bytes
            case let name where manifest == nil && BackupEntry.fileName(name) != nil:
                parts.append(part(entry))
                files.append(BackupFile(name: BackupEntry.fileName(name) ?? "", bytes: entry.bytes))
            default:
                guard manifest == nil, let place = BackupEntry.table(entry.name), let loader = loaders[place.database]
                else { throw BackupError.notABackup }
                parts.append(part(entry))
                try await loader.load(entry.bytes, into: place.table)
            }
        }
        guard let manifest, let signature else { throw BackupError.notABackup }
        let found = try BackupSigner.signer(of: manifest.bytes, signature: signature)
        if let signer, signer != found { throw BackupError.otherSigner(found: found) }
        guard manifest.value.parts == parts else { throw BackupError.differs(what: BackupEntry.manifest) }
        try await verify(databases, against: manifest.value)
        return RestoredBackup(manifest: manifest.value, signer: found, files: files)
    }

    private static func part(_ entry: (name: String, bytes: [UInt8])) -> BackupManifest.Part {
        BackupManifest.Part(name: entry.name, size: entry.bytes.count, sha256: SHA256.hash(data: entry.bytes).hex)
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { throw BackupError.notABackup }
    }

    /// Brings an empty database to the migrations that the backup had.
    private static func prepare(_ part: BackupDatabase, _ opening: BackupOpening) async throws -> TableLoader {
        guard let ran = opening.migrations[part.name] else { throw BackupError.notABackup }
        let known = part.migrations.map(\.name)
        if let newer = ran.first(where: { !known.contains($0) }) { throw BackupError.newerDatabase(migration: newer) }
        guard ran == Array(known.prefix(ran.count)) else { throw BackupError.notABackup }
        let (database, driver) = (part.database, part.database.driver)
        let before = try await database.read { try TableCatalogue.tables($0, driver: driver) }
        guard before.isEmpty else { throw BackupError.notEmpty }
        try await database.migrate(Array(part.migrations.prefix(ran.count)))
        let tables = try await database.write { connection in
            let tables = try TableCatalogue.tables(connection, driver: driver)
            // A migration may have put rows of its own in; the backup has them.
            for table in tables.reversed() { try connection.execute("DELETE FROM \(raw: table.name)") }
            return tables
        }
        return TableLoader(
            database: database, tables: Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { $1 }))
    }

    /// Puts parts of tables into a database, each in a transaction.
    private struct TableLoader {
        let database: any Database
        let tables: [String: Table]

        func load(_ bytes: [UInt8], into name: String) async throws {
            let (columns, rows) = try RowCode.part(bytes)
            // Only names that this database has itself ever become part of a statement.
            guard let table = tables[name], table.columns == columns else { throw BackupError.otherTables(name) }
            try await database.write { connection in
                let portion = max(1, Backup.places / columns.count)
                for start in stride(from: 0, to: rows.count, by: portion) {
                    try Self.insert(rows[start..<min(start + portion, rows.count)], into: table, connection)
                }
            }
        }

        private static func insert(_ rows: ArraySlice<Row>, into table: Table, _ connection: any Writing) throws {
            let row = "(" + table.columns.map { _ in "?" }.joined(separator: ", ") + ")"
            let places = rows.map { _ in row }.joined(separator: ", ")
            try connection.execute(
                SQL(
                    "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES \(places)",
                    rows.flatMap(\.values)))
        }
    }
}
