/// Walks over the bytes of a line. Never leaves it: taking too much gives what there is.
struct ByteCursor {
    private let bytes: [UInt8]
    /// How many bytes have been taken.
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next byte, not taken.
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
    /// All that is left, not taken.
    var rest: ArraySlice<UInt8> { bytes[position...] }
    /// Whether a digit comes next.
    var startsWithDigit: Bool { peek.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let end = min(position + count, bytes.count)
        defer { position = end }
        return bytes[position..<end]
    }

    mutating func takeWhile(atMost limit: Int, _ belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, position - start < limit, belongs(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    /// Takes one byte if it is of a kind.
    mutating func skip(_ belongs: (UInt8) -> Bool) {
        if let byte = peek, belongs(byte) { position += 1 }
    }
}
