import Foundation

/// The page `access-matrix.md` beside the repository; its tests are skipped, and say so, where it is absent.
enum Page {
    static let text: String? = read("access-matrix.md")
    static var isPresent: Bool { text != nil }

    /// The cells of a row as they stand on the page, alternatives apart: `["CRU/a", "S/ac2"]`; nothing for `·`.
    static let rows: [(kind: String, cells: [[String]])] = table.dropFirst(2).map { line in
        let columns = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let cells = columns.dropFirst().map { cell in cell == "·" ? [] : cell.components(separatedBy: "<br>") }
        return (columns[0].replacingOccurrences(of: "**", with: ""), cells)
    }

    /// The letters of the columns.
    static var roles: [String] {
        (table.first ?? "").split(separator: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The lines of the table.
    static var table: [String] {
        (text ?? "").split(separator: "\n").filter { $0.hasPrefix("|") }.map(String.init)
    }

    /// The text of a file beside the repository.
    static func read(_ name: String) -> String? {
        above("shared/\(name)").flatMap { try? String(contentsOf: $0, encoding: .utf8) }
    }

    /// The nearest file of this name in a folder above.
    static func above(_ name: String) -> URL? {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: name)
            if FileManager.default.fileExists(atPath: file.path) { return file }
        }
        return nil
    }
}
