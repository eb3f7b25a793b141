/// A position in the bytes of an image. Every step is checked: a length that points beyond the end is refused.
struct ImageBytes {
    let bytes: [UInt8]
    private(set) var offset = 0
    private let end: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { offset >= end }
    var remaining: Int { end - offset }

    /// Steps over a number of bytes and returns where they are.
    mutating func take(_ count: Int) throws(ImageRefusal) -> Range<Int> {
        guard count >= 0, count <= remaining else { throw .cutOff }
        defer { offset += count }
        return offset..<offset + count
    }

    mutating func byte() throws(ImageRefusal) -> UInt8 {
        bytes[try take(1).lowerBound]
    }

    /// A big-endian number.
    mutating func big(_ count: Int) throws(ImageRefusal) -> Int {
        bytes[try take(count)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A little-endian number.
    mutating func little(_ count: Int) throws(ImageRefusal) -> Int {
        bytes[try take(count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether the bytes at a place begin with these.
    func starts(_ range: Range<Int>, with prefix: String) -> Bool {
        bytes[range].starts(with: prefix.utf8)
    }
}
