import Foundation

/// The files of this repository, as its own tests read them.
enum House {
    /// The folder with `Package.swift`. Symbolic links are followed, so that a package of links finds the real house.
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// A text file, with its path from the root.
    struct TextFile: Sendable {
        let path: String
        let text: String

        /// The modules that it imports, each with its line.
        var imports: [(module: String, line: Int)] {
            let tokens = SwiftTokens(text).tokens
            return zip(tokens, tokens.dropFirst()).compactMap { word, next in
                guard word.kind == .word("import"), case .word(let module) = next.kind else { return nil }
                return (module, next.line)
            }
        }
    }

    /// The text of one file; empty when it is not there.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// All readable texts below a folder whose names end as asked, in order of path.
    static func files(below folder: String, ending: [String]) -> [TextFile] {
        let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let names = (all?.compactMap { $0 as? String } ?? []).filter { name in
            ending.contains { name.hasSuffix($0) } && !name.contains("__pycache__")
        }
        return names.sorted().compactMap { name in
            let path = folder + "/" + name
            guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
            return TextFile(path: path, text: text)
        }
    }

    /// Names of the folders directly below one.
    static func folders(below folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    static let sources = files(below: "Sources", ending: [".swift"])
    static let catalogues = files(below: "Sources/Words/Catalogue", ending: [".txt"])
}
