import Foundation
import Identity
import Ledger
import RichPicture
public import Storage
import StoragePostgres
import StorageSQLite
public import Vault

/// Where the two databases are: the content, and the keys, which must not share its backups.
public struct DatabasePlaces: Sendable {
    /// A file, or an address.
    public var content: String
    /// A file, or an address.
    public var keys: String

    /// Makes places. Without one for the keys: a file beside the content's, `daybreak.db.keys`; for PostgreSQL the schema
    /// `daybreak_keys` of the same database, which is convenient, and weaker than a server of its own.
    public init(content: String, keys: String? = nil) {
        self.content = content
        self.keys = keys ?? (isAddress(content) ? content : content + ".keys")
    }

    /// Opens the content database as it is.
    public func openContent() async throws -> any Database { try await openDatabase(content) }

    /// Opens the key database as it is.
    public func openKeys() async throws -> any Database {
        guard content == keys else { return try await openDatabase(keys) }
        let schema = "daybreak_keys"
        let database = try await PostgresDatabase(content, connections: 1)
        try await database.write { try $0.execute("CREATE SCHEMA IF NOT EXISTS daybreak_keys") }
        try await database.close()
        return try await PostgresDatabase(keys, schema: schema)
    }

    /// Opens both, and closes them after `body`.
    func withBoth<Result>(_ body: (_ content: any Database, _ keys: any Database) async throws -> Result) async throws
        -> Result
    {
        let (content, keys) = (try await openContent(), try await openKeys())
        let result: Result
        do {
            result = try await body(content, keys)
        } catch {
            try? await content.close()
            try? await keys.close()
            throw error
        }
        try await content.close()
        try await keys.close()
        return result
    }
}

extension Environment {
    /// Runs `body` on the sealed vault of a key database, and closes it.
    public func withVault<Result>(
        of places: DatabasePlaces, _ body: (Vault) async throws -> Result
    ) async throws -> Result {
        let keys = try await places.openKeys()
        let result: Result
        do {
            result = try await body(try await Vault.open(keys, now: now, random: random))
        } catch {
            try? await keys.close()
            throw error
        }
        try await keys.close()
        return result
    }

    /// Writes a backup of both databases and of the two key files beside them. `unseal` unseals the vault, which signs.
    public func backUp(
        _ places: DatabasePlaces, to recipients: [AgeRecipient], unseal: (Vault) async throws -> Void,
        sink: @escaping ([UInt8]) throws -> Void
    ) async throws -> (manifest: BackupManifest, signer: String) {
        let files = try keyFiles.map { name, path in
            BackupFile(name: name, bytes: try SecretFile.contents(path))
        }
        return try await places.withBoth { content, keys in
            let vault = try await Vault.open(keys, now: now, random: random)
            try await unseal(vault)
            let signer = try await vault.backupSigner()
            let manifest = try await Backup.write(
                Self.parts(content, keys), files: files, to: recipients, signer: signer, at: now(), random: random,
                sink: sink)
            return (manifest, signer.name)
        }
    }

    /// Restores a backup to new places, and compares what stands there then with the manifest. Files appear under their names
    /// when they are whole and right.
    public func restore(
        to places: DatabasePlaces, identities: [AgeIdentity], signer: String?,
        source: @escaping (Int) throws -> [UInt8]
    ) async throws -> RestoredBackup {
        guard !keyFiles.contains(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw BackupError.notEmpty
        }
        var unfinished = places
        for path in [\DatabasePlaces.content, \.keys] where !isAddress(places[keyPath: path]) {
            let name = places[keyPath: path]
            guard !FileManager.default.fileExists(atPath: name) else { throw BackupError.notEmpty }
            unfinished[keyPath: path] = name + ".half"
            remove(name + ".half")
        }
        do {
            let restored = try await unfinished.withBoth { content, keys in
                let restored = try await Backup.restore(
                    into: Self.parts(content, keys), identities: identities, signer: signer, source: source)
                // A file that is to be renamed must hold everything itself: its log stays behind.
                for database in [content, keys] { try await database.purge([]) }
                return restored
            }
            for (name, path) in keyFiles {
                guard let file = restored.files.first(where: { $0.name == name }) else { throw BackupError.notABackup }
                try SecretFile.write(file.bytes, to: path)
            }
            // The keys first: content without keys would look like a vault that was lost.
            for path in [\DatabasePlaces.keys, \.content] where unfinished[keyPath: path] != places[keyPath: path] {
                try FileManager.default.moveItem(atPath: unfinished[keyPath: path], toPath: places[keyPath: path])
                remove(unfinished[keyPath: path])
            }
            return restored
        } catch {
            for name in [unfinished.content, unfinished.keys] where name.hasSuffix(".half") { remove(name) }
            // They were not there before.
            for file in keyFiles { try? FileManager.default.removeItem(atPath: file.path) }
            throw error
        }
    }

    /// The files without which people could not sign in and the ledger not be signed, by their names in a backup.
    private var keyFiles: [(name: String, path: String)] {
        [("identity-key", identityKey), ("ledger-key", ledgerKey)]
    }

    /// Works with a restored copy as one would with the original: checks its ledger, writes into it, signs it with its own
    /// key, checks it again, and opens the secrets with which people sign in. Throws `differs`, which names what does not work.
    /// The copy is another one afterwards: throw it away.
    public func tryOut() async throws {
        let copy = try await makeDaybreak(self)
        do {
            try await Self.work(with: copy, at: now())
        } catch {
            try? await copy.close()
            throw error
        }
        try await copy.close()
    }

    private static func work(with copy: Daybreak, at now: Int) async throws {
        let before = try await copy.ledger.verify(content: RichPicture.ledgerContent)
        guard before.fault == nil else { throw BackupError.differs(what: "ledger") }
        let drill = Ledger.Entry(
            at: now, actor: "", organisation: "", act: .configuration, kind: "backup", action: "drill")
        try await copy.database.write { _ = try Ledger.append([drill], to: $0) }
        // Signed with a key of another name, the old checkpoints would not count as this log's own.
        _ = try await copy.ledger.checkpoint()
        let after = try await copy.ledger.verify(content: RichPicture.ledgerContent)
        guard after.fault == nil, after.size == before.size + 1, after.checkpoints == before.checkpoints + 1 else {
            throw BackupError.differs(what: "ledger-key")
        }
        guard try await copy.identity.opensEveryCode() else { throw BackupError.differs(what: "identity-key") }
    }

    private func remove(_ name: String) {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: name + end) }
    }

    private static func parts(_ content: any Database, _ keys: any Database) -> [BackupDatabase] {
        [
            BackupDatabase(
                name: "content", database: content, migrations: Daybreak.migrations
            ) { connection in
                let head = try Ledger.head(in: connection)
                return ["ledger-size": "\(head.size)", "ledger-root": head.root.base64]
            },
            BackupDatabase(name: "keys", database: keys, migrations: Vault.keyMigrations),
        ]
    }
}
