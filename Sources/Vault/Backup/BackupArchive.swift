import Crypto
import Storage

/// Writes the entries of a backup, encrypted on the way. Used by one caller at a time; handed between threads.
final class BackupArchive: @unchecked Sendable {
    /// Bytes after which a part of a table is written.
    static let partSize = 4 << 20

    private var age: AgeWriter
    private(set) var parts: [BackupManifest.Part] = []

    init(to recipients: [AgeRecipient], random: (Int) -> [UInt8], sink: @escaping ([UInt8]) throws -> Void) throws {
        age = try AgeWriter(to: recipients, random: random, sink: sink)
    }

    /// Writes an entry, and notes its fingerprint.
    func add(_ name: String, _ bytes: [UInt8]) throws {
        try age.write(Tar.header(name: name, size: bytes.count))
        try age.write(bytes)
        try age.write(Tar.padding(bytes.count))
        parts.append(BackupManifest.Part(name: name, size: bytes.count, sha256: SHA256.hash(data: bytes).hex))
    }

    /// Writes the manifest and its signature, and ends the file.
    func finish(_ manifest: BackupManifest, signer: BackupSigner) throws {
        let bytes = try manifest.encoded()
        try add(BackupEntry.manifest, bytes)
        try add(BackupEntry.signature, try signer.signature(of: bytes))
        try age.write(Tar.end)
        try age.finish()
    }
}

/// Reads the entries of a backup, one in memory at a time.
struct BackupEntries {
    /// What an entry may hold at most: a part, with one very large row in it.
    private static let greatest = 2 << 30

    private var contents: BufferedSource

    init(identities: [AgeIdentity], source: @escaping (Int) throws -> [UInt8]) throws {
        var age = try AgeReader(identities: identities, source: source)
        contents = BufferedSource { _ in try age.next() ?? [] }
    }

    /// The next entry; `nil` after the last, when the file has been read to its authenticated end.
    mutating func next() throws -> (name: String, bytes: [UInt8])? {
        guard let (name, size) = try Tar.read(try contents.take(Tar.block)) else {
            while try !contents.isAtEnd() { _ = try contents.take(Tar.block) }
            return nil
        }
        guard size <= Self.greatest else { throw BackupError.notABackup }
        let bytes = try contents.take(size)
        let padding = Tar.padding(size)
        guard bytes.count == size, try contents.take(padding.count) == padding else { throw BackupError.notABackup }
        return (name, bytes)
    }
}

/// The names of entries that are no parts of tables.
enum BackupEntry {
    static let opening = "opening.json"
    static let manifest = "manifest.json"
    static let signature = "manifest.sig"

    /// A file: `files/ledger-key`.
    static func file(_ name: String) -> String { "files/\(name)" }

    /// Which file an entry is.
    static func fileName(_ entry: String) -> String? {
        entry.hasPrefix("files/") ? String(entry.dropFirst("files/".count)) : nil
    }

    /// A part of a table: `content/statement.000001`.
    static func part(_ database: String, _ table: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(database)/\(table).\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }

    /// Which table a part belongs to.
    static func table(_ name: String) -> (database: String, table: String)? {
        guard let slash = name.firstIndex(of: "/"), let dot = name.lastIndex(of: "."), slash < dot else { return nil }
        return (String(name[..<slash]), String(name[name.index(after: slash)..<dot]))
    }
}

extension SHA256.Digest {
    /// The digest in hexadecimal digits.
    var hex: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
