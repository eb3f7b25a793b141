import Foundation

/// A file for an upload while it is read: made fresh, readable by its owner only, removed afterwards.
struct Spool: Sendable {
    /// Where it is.
    let path: String
    private let descriptor: Int32

    /// Makes a new file in a folder that nobody else can read.
    init(in folder: String) throws(UploadProblem) {
        mkdir(folder, 0o700)
        var template = Array((folder + "/upload-XXXXXX").utf8CString)
        // mkstemp makes the file with mode 0600 and a name that was not there.
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notKept }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Appends bytes. They go to the page cache, which is quick; there is nothing here to make durable.
    func write(_ bytes: some Collection<UInt8>) throws(UploadProblem) {
        var rest = ArraySlice(Array(bytes))
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .notKept }
            rest = rest.dropFirst(written)
        }
    }

    /// Says that nothing more will be written.
    func close() { Foundation.close(descriptor) }

    /// Removes the file; harmless when it is gone.
    func remove() { unlink(path) }

    /// Removes what uploads of an earlier run left behind, if it was killed. A file that was written within a day is
    /// left alone: another server may be at it.
    static func sweep(_ folder: String, now: Int) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix("upload-") {
            let path = folder + "/" + name
            let written = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            guard let written, Int(written.timeIntervalSince1970 * 1_000) < now - 86_400_000 else { continue }
            unlink(path)
        }
    }
}
