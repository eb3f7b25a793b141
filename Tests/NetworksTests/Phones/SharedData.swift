import Foundation

@testable import Networks

/// The data beside the repository, where they are.
enum SharedData {
    static let root: URL? = {
        if let path = ProcessInfo.processInfo.environment["DAYBREAK_SHARED"] { return URL(filePath: path) }
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let found = folder.appending(path: "shared")
            if FileManager.default.fileExists(atPath: found.appending(path: "data/vast2008").path) { return found }
        }
        return nil
    }()

    static func vast() throws -> NamedCalls? {
        guard let root else { return nil }
        let bytes = try Data(contentsOf: root.appending(path: "data/vast2008/CellPhoneCallRecords.csv"))
        return try calls([UInt8](bytes))
    }

    /// Reads calls from bytes, as from a file.
    static func calls(_ bytes: [UInt8], _ request: NamedCalls.Request = .init(), zone: Int = 0) throws -> NamedCalls {
        var place = 0
        let source = ByteSource { buffer in
            let count = min(buffer.count, bytes.count - place)
            buffer.copyBytes(from: bytes[place..<place + count])
            place += count
            return count
        }
        return try NamedCalls(source, request, zone: zone)
    }
}
