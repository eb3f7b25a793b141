import CZlib

/// Raw bytes packed small with zlib, one chunk at a time.
enum Deflate {
    /// Packs bytes at zlib's fastest level: the bytes of a source are written often and read rarely.
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        return Array(unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let status = bytes.withUnsafeBufferPointer {
                compress2(buffer.baseAddress, &size, $0.baseAddress, uLong($0.count), Z_BEST_SPEED)
            }
            // compress2 fails only when the room is too small, and compressBound has just made it large enough.
            precondition(status == Z_OK, "zlib cannot pack \(bytes.count) bytes: \(status)")
            count = Int(size)
        }
    }

    /// Unpacks what `pack` packed; `nil` when the bytes are damaged.
    static func unpack(_ packed: [UInt8], size: Int) -> [UInt8]? {
        var length = uLong(size)
        var status = Z_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            status = packed.withUnsafeBufferPointer {
                uncompress(buffer.baseAddress, &length, $0.baseAddress, uLong($0.count))
            }
            count = status == Z_OK ? Int(length) : 0
        }
        return status == Z_OK && bytes.count == size ? bytes : nil
    }
}
