import Foundation

/// Files on disk, with errors that say what to do.
enum Files {
    /// The whole text of a small file.
    static func text(_ path: String) throws(CLIError) -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// All bytes of a file, or the first of them.
    static func bytes(_ path: String, upTo limit: Int = .max) throws(CLIError) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .cannotRead(path, reason: "there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        do {
            return Array((limit == .max ? try handle.readToEnd() : try handle.read(upToCount: limit)) ?? Data())
        } catch {
            throw .cannotRead(path, reason: "\(error.localizedDescription)")
        }
    }

    /// Makes a folder with those above it; nothing happens when it is there.
    static func makeFolder(_ path: String) throws(CLIError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path, reason: error.localizedDescription)
        }
    }

    /// Appends to a file, which is made when it is not there; returns when the bytes are on the disk.
    static func append(_ bytes: [UInt8], to path: String) throws(CLIError) {
        if !FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.createFile(atPath: path, contents: nil) else {
                throw .cannotWrite(path, reason: "the folder is not there, or may not be written")
            }
        }
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .cannotWrite(path, reason: error.localizedDescription)
        }
    }

    /// Writes a file beside its final name and renames it when `body` has returned: nobody ever finds half of it.
    static func write(_ path: String, _ body: ((_ bytes: [UInt8]) throws -> Void) throws -> Void) throws {
        let file = try OutputFile(path)
        do {
            try body { try file.write($0) }
            try file.finish()
        } catch {
            file.abandon()
            throw error
        }
    }
}

/// A file that appears under its name when it is whole.
final class OutputFile: @unchecked Sendable {
    // Used by one writer at a time; handed between threads, never shared.
    private let path: String
    private let half: String
    private let handle: FileHandle

    init(_ path: String) throws(CLIError) {
        self.path = path
        half = path + ".half"
        try? FileManager.default.removeItem(atPath: half)
        guard FileManager.default.createFile(atPath: half, contents: nil),
            let handle = FileHandle(forWritingAtPath: half)
        else { throw .cannotWrite(path, reason: "the folder is not there, or may not be written") }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws(CLIError) {
        do { try handle.write(contentsOf: Data(bytes)) } catch {
            throw .cannotWrite(path, reason: error.localizedDescription)
        }
    }

    func finish() throws(CLIError) {
        do { try handle.close() } catch { throw .cannotWrite(path, reason: error.localizedDescription) }
        guard rename(half, path) == 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
    }

    func abandon() {
        try? handle.close()
        try? FileManager.default.removeItem(atPath: half)
    }
}
