import Foundation

@testable import Formats

/// The bank files beside the repository, and short ways to read them. `DAYBREAK_SHARED` names another place.
enum BankFiles {
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

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.appending(path: "data/camt").path) ? url : nil
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        guard let root else { throw CocoaError(.fileNoSuchFile) }
        return [UInt8](try Data(contentsOf: root.appending(path: "data").appending(path: path)))
    }

    /// The files of an ending under a folder of the data, as paths from it, sorted.
    static func names(under folder: String, ending: String) -> [String] {
        guard let root = root?.appending(path: "data").appending(path: folder),
            let walk = FileManager.default.enumerator(atPath: root.path)
        else { return [] }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    }
}

extension BankReader {
    /// All items.
    func all() throws -> [BankItem] {
        var items: [BankItem] = []
        while let item = try next() { items.append(item) }
        return items
    }
}

extension [BankItem] {
    var headers: [StatementHeader] { compactMap { if case .statement(let header) = $0 { header } else { nil } } }
    var entries: [BankEntry] { compactMap { if case .entry(let entry) = $0 { entry } else { nil } } }
    var ends: [StatementEnd] { compactMap { if case .end(let end) = $0 { end } else { nil } } }
    var rejections: [FormatError] { compactMap { if case .rejected(let error) = $0 { error } else { nil } } }
}

func mt940(_ text: String, chunk: Int = 1 << 16) throws -> [BankItem] {
    try MT940Reader(ByteStream(Array(text.utf8), chunk: chunk)).all()
}

func camt(_ text: String) throws -> [BankItem] { try CamtReader(ByteStream(text)).all() }
