import Foundation

/// The data that tests read beside the repository; its tests are skipped, and say so, where it is absent.
enum Shared {
    static let root: URL? = {
        if let path = ProcessInfo.processInfo.environment["DAYBREAK_SHARED"] { return existing(URL(filePath: path)) }
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            if let found = existing(folder.appending(path: "shared")) { return found }
        }
        return nil
    }()

    static var isPresent: Bool { root != nil }

    static func text(_ path: String) throws -> String {
        guard let root else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.appending(path: "data/names").path) ? url : nil
    }
}
