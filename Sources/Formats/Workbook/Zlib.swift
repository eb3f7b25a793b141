import CZlib

/// Unpacks one raw deflate stream, piece by piece.
///
/// With `Deflate` below, this is the only unsafe code of the workbook part. Its safety argument: zlib keeps the
/// address of its `z_stream`, so that stands in memory of its own, freed with the owner; the input pointer is only
/// valid inside `withUnsafeBufferPointer` and is cleared before that returns; `avail_in` and `avail_out` are the
/// counts of the very buffers that the pointers were made from.
final class Inflater {
    /// What came of one call.
    enum Outcome {
        case more, finished, damaged
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        isReady = inflateInit2_(stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Unpacks from `input`, at most `room` bytes, and says how many bytes of the input were taken.
    func inflate(_ input: ArraySlice<UInt8>, room: Int) -> (output: [UInt8], taken: Int, outcome: Outcome) {
        guard isReady else { return ([], 0, .damaged) }
        var (taken, code) = (0, Z_DATA_ERROR)
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeBufferPointer { source in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(room)
                code = CZlib.inflate(stream, Z_NO_FLUSH)
                taken = source.count - Int(stream.pointee.avail_in)
                count = room - Int(stream.pointee.avail_out)
                stream.pointee.next_in = nil
                stream.pointee.next_out = nil
            }
        }
        switch code {
        case Z_STREAM_END: return (output, taken, .finished)
        // No progress is possible only when the input is cut off.
        case Z_OK where taken > 0 || !output.isEmpty: return (output, taken, .more)
        default: return (output, taken, .damaged)
        }
    }
}

/// Packing and checksums, whole.
enum Deflate {
    /// The bytes as a raw deflate stream; `nil` if zlib has no memory.
    static func pack(_ bytes: [UInt8]) -> [UInt8]? {
        var length = compressBound(UInt(bytes.count))
        var code = Z_MEM_ERROR
        let packed = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            code = compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), 6)
            count = code == Z_OK ? Int(length) : 0
        }
        // zlib's own wrapping is a header of two bytes and a checksum of four, around the raw stream.
        return code == Z_OK ? Array(packed.dropFirst(2).dropLast(4)) : nil
    }

    /// The CRC-32 of bytes, going on from that of the bytes before.
    static func checksum(_ bytes: [UInt8], after before: UInt32 = 0) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(UInt(before), bytes, UInt32(bytes.count)))
    }
}
