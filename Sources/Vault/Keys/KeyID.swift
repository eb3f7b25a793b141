/// What names a subject's key in an envelope: 128 random bits, so that it says nothing about the subject.
struct KeyID: Hashable, Sendable {
    static let size = 16

    let high: UInt64
    let low: UInt64

    /// Reads 16 bytes; `nil` for another number.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The 16 bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendBytes(of: high)
        bytes.appendBytes(of: low)
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number's bytes, most significant first.
    mutating func appendBytes<Number: FixedWidthInteger>(of number: Number) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends a text with its length in front (two bytes), so that no two lists of texts have the same bytes.
    mutating func append(counted text: String) throws(VaultError) {
        guard let count = UInt16(exactly: text.utf8.count) else { throw .addressTooLong }
        appendBytes(of: count)
        append(contentsOf: text.utf8)
    }
}
