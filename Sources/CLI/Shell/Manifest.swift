import Formats
import Foundation
import RichPicture
import Words

/// A list of files with the options of each, as `daybreak sample` writes it.
enum Manifest {
    /// The orders of a manifest; paths are relative to its folder.
    static func orders(_ path: String) throws -> [ImportOrder] {
        let document: JSONValue
        do { document = try JSONReader.value(try Files.bytes(path)) } catch let error as FormatError {
            throw CLIError.badManifest(path, detail: Catalogue.english.text(error.phrase))
        }
        guard let files = document.object?["files"]?.array else {
            throw CLIError.badManifest(path, detail: "it has no list \"files\"")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        return try files.enumerated().map { index, entry in
            guard let entry = entry.object, let name = entry["path"]?.text else {
                throw CLIError.badManifest(path, detail: "entry \(index + 1) has no \"path\"")
            }
            return ImportOrder(path: folder.appendingPathComponent(name).path, request: try request(name, entry))
        }
    }

    private static func request(_ name: String, _ entry: JSONObject) throws -> ImportRequest {
        let zone = entry["zone"]?.text
        let grade = (entry["grade"]?.text ?? "") + (entry["handling"]?.text ?? "")
        // Towers come from a register of their own; their profile says which stream that is.
        let stream = entry["stream"]?.text.flatMap { $0 == "reference" ? nil : $0 }
        return ImportRequest(
            name: URL(fileURLWithPath: name).lastPathComponent, stream: try stream.map(Streams.read),
            owner: entry["organisation"]?.text ?? "", grade: try Grade(orUntested: grade),
            conditions: entry["conditions"]?.text ?? "",
            authority: try entry["authority"]?.object.flatMap { try authority($0, zone: zone ?? "UTC") },
            profile: entry["profile"]?.text, encoding: entry["encoding"]?.text, zone: zone,
            country: entry["country"]?.text)
    }

    // Days of the period are days of the file's zone, the last one included.
    private static func authority(_ entry: JSONObject, zone: String) throws -> IntrusionAuthority? {
        guard let reference = entry["reference"]?.text, let from = entry["from"]?.text, let to = entry["to"]?.text
        else {
            return nil
        }
        let subject = entry["subject"]?.text.flatMap(IntrusionAuthority.SubjectClass.init(rawValue:)) ?? .suspect
        return IntrusionAuthority(
            reference: reference, basis: entry["basis"]?.text ?? "", subject: subject,
            from: try Instant.start(from, zone: zone), until: try Instant.end(to, zone: zone))
    }
}
