import Dispatch
import Formats
import Storage

/// Writes the bytes of a source into the database as they stream past, packed, with the line on which each chunk begins.
///
/// Packing runs on another thread while the parser works on the same bytes; at most a few chunks are under way.
final class SourceBytesWriter {
    /// Raw bytes in a chunk. Even, so that a chunk never splits a UTF-16 code unit.
    static let chunkSize = 256 << 10

    private struct Packed: Sendable {
        var position: Int
        var firstLine: Int
        var size: Int
        var bytes: [UInt8]
    }

    private let source: Int
    private let queue = DispatchQueue(label: "daybreak.pack")
    private let pending = Pending()
    private var position = 0
    private var lines: RawLineCounter

    private final class Pending: @unchecked Sendable {
        // Touched on `queue` only.
        var packed: [Packed] = []
    }

    init(source: Int, isWide: Bool) {
        self.source = source
        lines = RawLineCounter(isWide: isWide)
    }

    /// The number of line ends so far.
    var lineEnds: Int { lines.ends }

    /// Takes the next chunk of the file.
    func append(_ chunk: [UInt8], into database: any Writing) throws {
        let (position, firstLine, pending) = (position, lines.ends + 1, pending)
        queue.async {
            pending.packed.append(
                Packed(position: position, firstLine: firstLine, size: chunk.count, bytes: Deflate.pack(chunk)))
        }
        lines.count(chunk)
        self.position += 1
        if self.position % 4 == 0 { try flush(into: database) }
    }

    /// Writes what has been packed.
    func flush(into database: any Writing) throws {
        let ready = queue.sync {
            defer { pending.packed = [] }
            return pending.packed
        }
        for chunk in ready {
            try database.execute(
                """
                INSERT INTO source_chunk (source, position, first_line, size, deflated)
                VALUES (\(source), \(chunk.position), \(chunk.firstLine), \(chunk.size), \(chunk.bytes))
                """)
        }
    }
}

/// Counts line ends in raw bytes: LF, CR, or CRLF; in UTF-16 by code unit.
struct RawLineCounter {
    let isWide: Bool
    private(set) var ends = 0
    private var afterReturn = false

    init(isWide: Bool) { self.isWide = isWide }

    mutating func count(_ chunk: [UInt8]) {
        chunk.withUnsafeBufferPointer { bytes in
            let step = isWide ? 2 : 1
            var index = 0
            while index + step <= bytes.count {
                let byte = bytes[index]
                // In UTF-16 a line end is the unit 0x000A or 0x000D in either byte order: one byte is zero.
                let unit = isWide ? (byte == 0 ? bytes[index + 1] : bytes[index + 1] == 0 ? byte : 1) : byte
                if unit == 0x0A {
                    if !afterReturn { ends += 1 }
                    afterReturn = false
                } else if unit == 0x0D {
                    ends += 1
                    afterReturn = true
                } else {
                    afterReturn = false
                }
                index += step
            }
        }
    }
}

/// Reads a source's bytes back.
enum SourceBytes {
    /// All bytes, chunk by chunk. The stream must be used inside the transaction of `database`.
    static func stream(of source: Int, from database: any Reading, position first: Int = 0) -> ByteStream {
        var position = first
        return ByteStream {
            let row = try database.row(
                "SELECT size, deflated FROM source_chunk WHERE source = \(source) AND position = \(position)")
            guard let row else { return nil }
            position += 1
            guard let bytes = Deflate.unpack(row.blob(1), size: row.int(0)) else {
                throw StorageError.diskFailed("source \(source), chunk \(position - 1)")
            }
            return bytes
        }
    }

    /// All bytes at once, for formats that need random access; no more than `limit`.
    static func all(of source: Int, from database: any Reading, limit: Int) throws -> [UInt8] {
        let stream = stream(of: source, from: database)
        var bytes: [UInt8] = []
        while let chunk = try stream.next() {
            guard bytes.count + chunk.count <= limit else { break }
            bytes += chunk
        }
        return bytes
    }
}
