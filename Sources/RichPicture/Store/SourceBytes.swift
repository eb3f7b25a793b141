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
            // Nearly all text ends its lines with LF alone: then they are counted many bytes at a time.
            var (feeds, returns) = (0, 0)
            for byte in bytes {
                feeds &+= byte == 0x0A ? 1 : 0
                returns &+= byte == 0x0D ? 1 : 0
            }
            guard isWide || afterReturn || returns > 0 else { return ends += feeds }
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

/// Reads a source's chunks as they are stored, so that they can be unpacked elsewhere.
struct PackedChunks {
    private let source: Int
    private let database: any Reading
    private var position: Int
    /// How many unpacked bytes have been read.
    private(set) var bytes = 0

    init(of source: Int, from database: any Reading, position: Int = 0) {
        self.source = source
        self.database = database
        self.position = position
    }

    /// The next chunk: its size as eight bytes, then the packed bytes.
    mutating func next() throws -> [UInt8]? {
        let row = try database.row(
            "SELECT size, deflated FROM source_chunk WHERE source = \(source) AND position = \(position)")
        guard let row else { return nil }
        position += 1
        bytes += row.int(0)
        return withUnsafeBytes(of: UInt64(row.int(0)).littleEndian) { Array($0) } + row.blob(1)
    }

    /// Unpacks what `next` returned.
    @Sendable static func unpack(_ chunk: [UInt8]) throws -> [UInt8] {
        let size = chunk.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard let bytes = Deflate.unpack(Array(chunk.dropFirst(8)), size: size) else {
            throw StorageError.diskFailed("a stored chunk is damaged")
        }
        return bytes
    }
}

/// Reads a source's bytes back.
enum SourceBytes {
    /// All bytes, chunk by chunk. The stream must be used inside the transaction of `database`.
    static func stream(of source: Int, from database: any Reading, position: Int = 0) -> ByteStream {
        var chunks = PackedChunks(of: source, from: database, position: position)
        return ByteStream { try chunks.next().map(PackedChunks.unpack) }
    }

    /// All bytes at once, for formats that need random access; refused beyond `limit`.
    static func all(of source: Int, from database: any Reading, limit: Int) throws -> [UInt8] {
        try stream(of: source, from: database).all(limit: limit)
    }
}
