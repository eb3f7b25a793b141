import Foundation

/// A file of 32 secret bytes, for nobody's eyes but its owner's.
enum SecretFile {
    /// The bytes of an installation, made on first use. Throws a `SetUpError` when others can read the file, or it is none.
    static func open(_ path: String, random: (Int) -> [UInt8]) throws -> [UInt8] {
        if !FileManager.default.fileExists(atPath: path) {
            try write(Array((Data(random(32)).base64EncodedString() + "\n").utf8), to: path)
        }
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0, let text = FileManager.default.contents(atPath: path),
            let bytes = Data(base64Encoded: String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }),
            bytes.count == 32
        else { throw SetUpError.secretFile(path) }
        return Array(bytes)
    }

    /// The bytes of a secret's file as they are. Throws a `SetUpError` when there is none, or others can read it.
    static func contents(_ path: String) throws -> [UInt8] {
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0, let bytes = FileManager.default.contents(atPath: path) else {
            throw SetUpError.secretFile(path)
        }
        return Array(bytes)
    }

    /// Writes a file that only its owner may read, whole and on the disk, or not at all; whoever was quicker has made the one
    /// that counts.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let half = "\(path).\(getpid()).half"
        unlink(half)
        let file = Foundation.open(half, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SetUpError.secretFile(path) }
        defer { unlink(half) }
        let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        guard isWritten, link(half, path) == 0 || errno == EEXIST else { throw SetUpError.secretFile(path) }
    }
}
