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

    static func path(_ path: String) throws -> String {
        guard let root else { throw CocoaError(.fileNoSuchFile) }
        return root.appending(path: path).path
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: try Self.path(path))))
    }

    /// The files under a folder with one of some endings, sorted by path.
    static func files(in folder: String, ending endings: [String]) -> [String] {
        guard let root else { return [] }
        let base = root.appending(path: folder)
        let all = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.allObjects ?? []
        return all.compactMap { ($0 as? URL)?.path }.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
    }

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.appending(path: "data/names").path) ? url : nil
    }
}
