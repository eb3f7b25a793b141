import Crypto
import Foundation
import Storage

/// A file that is read from its beginning, in chunks.
struct FileInput {
    let name: String
    let path: String
    let size: Int

    init(path: String, name: String) throws(IntakeError) {
        let attributes: [FileAttributeKey: Any]
        do { attributes = try FileManager.default.attributesOfItem(atPath: path) } catch {
            throw .unreadable(name, reason: "no such file")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .unreadable(name, reason: "not a regular file")
        }
        self.name = name
        self.path = path
        size = (attributes[.size] as? Int) ?? 0
        if size == 0 { throw .empty(name) }
    }

    /// The first bytes.
    func prefix(_ count: Int) throws -> [UInt8] {
        let handle = try open()
        defer { try? handle.close() }
        return Array(try handle.read(upToCount: count) ?? Data())
    }

    /// SHA-256 of all bytes, in hexadecimal.
    func hash() throws -> String {
        let handle = try open()
        defer { try? handle.close() }
        var hash = SHA256()
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(data: chunk) }
        return Hex.encode(hash.finalize())
    }

    /// Opens the file for reading.
    func open() throws(IntakeError) -> FileHandle {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(name, reason: "it cannot be opened; check its permissions")
        }
        return handle
    }
}
