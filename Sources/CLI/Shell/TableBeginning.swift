import Formats
import RichPicture

/// The beginning of a table: enough to guess what it holds.
struct TableBeginning {
    let header: [String]
    let rows: [[String]]
    /// The encoding, when a profile had better state it: where it was guessed from letters alone.
    let statedEncoding: String?

    private static let rowLimit = 4_000
    private static let prefixLimit = 1 << 20

    init(path: String) throws {
        let prefix = try Files.bytes(path, upTo: Self.prefixLimit)
        guard !prefix.isEmpty else { throw IntakeError.empty(path) }
        if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            var reader = try WorkbookReader(try Files.bytes(path))
            (header, rows) = try Self.records { try reader.read(into: &$0, atMost: Self.rowLimit) }
            statedEncoding = nil
            return
        }
        let found = TextEncoding.detect(prefix: prefix)
        let text = try Self.decoded(prefix, found.encoding)
        var reader = DelimitedReader(ByteStream(text), dialect: Dialect.detect(prefix: text))
        (header, rows) = try Self.records { try reader.read(into: &$0, atMost: Self.rowLimit) }
        statedEncoding = found.hadBOM || found.encoding == .utf8 ? nil : found.encoding.name
    }

    private static func records(_ read: (inout RecordBatch) throws -> Bool) throws -> ([String], [[String]]) {
        var batch = RecordBatch()
        var records: [[String]] = []
        while records.count < rowLimit, try read(&batch) {
            for record in 0..<batch.count { records.append(batch.record(record)) }
        }
        guard let header = records.first else { return ([], []) }
        return (header, Array(records.dropFirst()))
    }

    // Whole lines only: half a line at the end would be a bad row.
    private static func decoded(_ prefix: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
        var cut = prefix
        if encoding == .utf16le || encoding == .utf16be, cut.count % 2 == 1 { cut.removeLast() }
        let stream = try ByteStream(cut).decoded(from: encoding)
        var text: [UInt8] = []
        while let chunk = try stream.next() { text += chunk }
        if prefix.count == prefixLimit, let end = text.lastIndex(of: 0x0A) { text.removeSubrange((end + 1)...) }
        return text
    }
}
