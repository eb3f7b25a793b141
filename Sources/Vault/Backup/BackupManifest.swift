import Crypto
import Foundation

/// What a backup says about itself, signed: what was in the databases, and the fingerprint of every part.
public struct BackupManifest: Codable, Equatable, Sendable {
    /// The layout of the backup.
    public static let format = 1

    /// A database.
    public struct Database: Codable, Equatable, Sendable {
        /// `content` or `keys`.
        public var name: String
        /// The migrations that it had run.
        public var migrations: [String]
        /// Its tables.
        public var tables: [Table]
        /// What else is to be the same in a restored copy: counts by kind, size and root of the ledger.
        public var facts: [String: String]
    }

    /// A table.
    public struct Table: Codable, Equatable, Sendable {
        /// Its name.
        public var name: String
        /// Its rows.
        public var rows: Int
        /// The SHA-256 of its rows' bytes, in the order of its primary key: the same on both databases.
        public var sha256: String
    }

    /// An entry of the archive.
    public struct Part: Codable, Equatable, Sendable {
        /// Its name in the archive.
        public var name: String
        /// Its bytes.
        public var size: Int
        /// Their SHA-256.
        public var sha256: String
    }

    /// The layout.
    public var format = BackupManifest.format
    /// When the backup was made, in milliseconds since 1970 UTC.
    public var madeAt: Int
    /// What is in it.
    public var databases: [Database]
    /// The archive's entries before the manifest, in their order.
    public var parts: [Part]

    /// The bytes that are signed.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

/// The first entry: what is needed to begin restoring.
struct BackupOpening: Codable, Equatable {
    var format = BackupManifest.format
    var madeAt: Int
    /// The migrations of each database.
    var migrations: [String: [String]]
}

/// Signs backups (Ed25519). Its key is derived from a key of the vault, so only an unsealed vault signs.
public struct BackupSigner: Sendable {
    private static let context = Array("daybreak/backup-manifest/1\n".utf8)
    private let key: Curve25519.Signing.PrivateKey

    init(seed: SecretKey) throws {
        key = try seed.withBytes { try Curve25519.Signing.PrivateKey(rawRepresentation: $0) }
    }

    /// The public key, to be noted where it is safe: whoever restores compares it.
    public var name: String { Base32.text(Array(key.publicKey.rawRepresentation)) }

    /// The entry with the signature: the public key, and the signature over the manifest.
    func signature(of manifest: [UInt8]) throws -> [UInt8] {
        let signature = try key.signature(for: Self.context + manifest)
        return Array(key.publicKey.rawRepresentation) + Array(signature)
    }

    /// Checks a signature; returns the signer's name. Throws `badSignature`.
    static func signer(of manifest: [UInt8], signature: [UInt8]) throws(BackupError) -> String {
        guard signature.count == 96,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: signature.prefix(32)),
            key.isValidSignature(signature.suffix(64), for: context + manifest)
        else { throw .badSignature }
        return Base32.text(Array(signature.prefix(32)))
    }
}

extension Vault {
    /// What signs this installation's backups. Throws `sealed`.
    public func backupSigner() async throws -> BackupSigner {
        let subject = Subject(organisation: "daybreak", compartment: "backup", id: "signer")
        let key = try await sealer(for: subject).key.key()
        return try BackupSigner(seed: key.deriving(Array("daybreak/backup-signer/1".utf8)))
    }
}
