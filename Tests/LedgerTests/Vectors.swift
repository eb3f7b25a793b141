import Foundation

@testable import Ledger

/// The proofs of transparency-dev/merkle, good and bad; they lie beside the repository.
enum Vectors {
    struct Inclusion: Decodable {
        var name: String
        var leafIdx: UInt64
        var treeSize: UInt64
        var root: String
        var leafHash: String
        var proof: [String]?
        var wantErr: Bool
    }

    struct Consistency: Decodable {
        var name: String
        var size1: UInt64
        var size2: UInt64
        var root1: String
        var root2: String
        var proof: [String]?
        var wantErr: Bool
    }

    private static let folder: URL? = {
        if let path = ProcessInfo.processInfo.environment["DAYBREAK_SHARED"] {
            return URL(fileURLWithPath: path).appendingPathComponent("data/merkle")
        }
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let vectors = folder.appendingPathComponent("shared/data/merkle")
            if FileManager.default.fileExists(atPath: vectors.path) { return vectors }
        }
        return nil
    }()

    static var arePresent: Bool { folder != nil }

    static func read<Vector: Decodable>(_ name: String, as type: Vector.Type) throws -> [Vector] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// Hashes from base 64; nil when one of them has another length, which is an error of the proof.
    static func hashes(_ texts: [String]) -> [MerkleHash]? {
        let hashes = texts.map { MerkleHash(Data(base64Encoded: $0) ?? Data()) }
        return hashes.contains(nil) ? nil : hashes.compactMap { $0 }
    }

    /// A root. Some of the vectors have the words "don't care" for one: their hash stands for them, equal where they are.
    static func root(_ text: String) -> MerkleHash {
        let bytes = Array(Data(base64Encoded: text) ?? Data())
        return MerkleHash(bytes) ?? .leaf(bytes)
    }
}
