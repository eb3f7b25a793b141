import Foundation

/// The file of a signing key: its secret text form on one line, for nobody's eyes but its owner's.
public enum KeyFile {
    /// The key of an installation's ledger, made on first use with a name that nobody else has.
    public static func open(_ path: String, random: (Int) -> [UInt8]) throws(LedgerError) -> SignerKey {
        if FileManager.default.fileExists(atPath: path) { return try read(path) }
        let name = "daybreak-ledger/" + random(10).map { VerifierKey.hexadecimal(UInt32($0)).suffix(2) }.joined()
        let key = try SignerKey(name: name, seed: random(32))
        // Whoever was quicker has made the key that counts.
        return try write(key, to: path) ? key : read(path)
    }

    /// Reads a key. Throws `openKeyFile` when others than its owner can read the file, `keyFile` when it cannot be read,
    /// and `badKey` when it is no key.
    public static func read(_ path: String) throws(LedgerError) -> SignerKey {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int, let data = FileManager.default.contents(atPath: path)
        else { throw .keyFile(path, reason: String(cString: strerror(errno))) }
        guard mode & 0o077 == 0 else { throw .openKeyFile(path) }
        let text = String(decoding: data, as: UTF8.self)
        return try SignerKey(secret: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }

    /// Writes a key to a new file, whole and on the disk or not at all; returns whether the file is new. One that is there
    /// stays as it is.
    public static func write(_ key: SignerKey, to path: String) throws(LedgerError) -> Bool {
        let half = "\(path).\(getpid()).half"
        unlink(half)
        let file = Foundation.open(half, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw .keyFile(path, reason: String(cString: strerror(errno))) }
        defer { unlink(half) }
        let bytes = Array((key.secret + "\n").utf8)
        let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let reason = String(cString: strerror(errno))
        close(file)
        guard isWritten else { throw .keyFile(path, reason: reason) }
        if link(half, path) == 0 { return true }
        guard errno == EEXIST else { throw .keyFile(path, reason: String(cString: strerror(errno))) }
        return false
    }
}
