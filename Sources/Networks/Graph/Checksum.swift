/// A checksum against damage, not against forgery: four sums of products, so that it runs as fast as memory is read.
///
/// The value depends on how the bytes are handed over only by where an array ends: portions are whole multiples of 32 bytes until then.
struct Checksum {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)

    /// Adds bytes.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var (a, b, c, d) = lanes
        var index = 0
        let whole = bytes.count & ~31
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        while index < whole {
            a = (a ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* prime
            b = (b ^ bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)) &* prime
            c = (c ^ bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)) &* prime
            d = (d ^ bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)) &* prime
            a ^= a >> 32
            b ^= b >> 32
            c ^= c >> 32
            d ^= d >> 32
            index += 32
        }
        while index < bytes.count {
            a = (a ^ UInt64(bytes[index])) &* prime
            a ^= a >> 29
            index += 1
        }
        lanes = (a, b, c, d)
    }

    /// The sum of all that was added.
    var value: UInt64 {
        [lanes.0, lanes.1, lanes.2, lanes.3].reduce(0) { ($0 ^ $1) &* 0xFF51_AFD7_ED55_8CCD ^ $0 >> 31 }
    }
}
