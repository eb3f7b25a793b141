/// Bytes that arrive in chunks: from a file, a database, a network, or a test's array.
///
/// Readers pull; none of them ever holds the whole input, unless its format needs random access (a workbook),
/// and then within a stated limit.
public struct ByteStream {
    private let pull: () throws -> [UInt8]?

    /// Makes a stream from a function that returns the next chunk, or `nil` at the end.
    public init(_ pull: @escaping () throws -> [UInt8]?) {
        self.pull = pull
    }

    /// Makes a stream over bytes in memory, handed out in chunks of the given size.
    public init(_ bytes: [UInt8], chunk: Int = 1 << 16) {
        var start = 0
        self.init {
            guard start < bytes.count else { return nil }
            let end = min(start + chunk, bytes.count)
            defer { start = end }
            return Array(bytes[start..<end])
        }
    }

    /// Makes a stream over a text's UTF-8 bytes.
    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// The next chunk, never empty, or `nil` at the end. Rethrows what the source throws.
    public func next() throws -> [UInt8]? {
        while let chunk = try pull() {
            if !chunk.isEmpty { return chunk }
        }
        return nil
    }
}
