/// The bytes of a JSON text, one after another, with the place of the next one.
///
/// It holds one chunk at a time. `budget` counts down the bytes of the value being read, so that no single value
/// can ask for more memory than the limit allows.
struct JSONSource {
    private let stream: ByteStream
    private var chunk: [UInt8] = []
    private var index = 0
    private var ended = false
    private(set) var place: JSONPlace
    /// The bytes that the value being read may still take.
    private(set) var budget: Int
    private let limit: Int

    /// Starts at the first byte that matters: a byte order mark is stepped over, as RFC 8259 §8.1 allows.
    init(_ stream: ByteStream, limit: Int, line: Int = 1) throws {
        self.stream = stream
        self.limit = limit
        budget = limit
        place = JSONPlace(line: line, column: 1)
        try skipByteOrderMark()
    }

    /// The next byte, or `nil` at the end.
    mutating func peek() throws -> UInt8? {
        if index < chunk.count { return chunk[index] }
        return try refill() ? chunk[index] : nil
    }

    /// Steps over the byte that `peek` returned.
    mutating func step() throws {
        let byte = chunk[index]
        guard budget > 0 else { throw place.error(.tooLarge(limit)) }
        budget -= 1
        index += 1
        if byte == UInt8(ascii: "\n") {
            place.line += 1
            place.column = 1
        } else if byte & 0xC0 != 0x80 {
            place.column += 1
        }
    }

    /// Steps over spaces and line ends, which cost nothing: they take no memory.
    mutating func skipSpace() throws {
        while let byte = try peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            budget += 1
            try step()
        }
    }

    /// Begins a new value with the whole budget.
    mutating func renewBudget() {
        budget = limit
    }

    private mutating func refill() throws -> Bool {
        guard !ended else { return false }
        guard let next = try stream.next() else {
            ended = true
            return false
        }
        chunk = next
        index = 0
        return true
    }

    private mutating func skipByteOrderMark() throws {
        guard try peek() == 0xEF else { return }
        for expected in [0xEF, 0xBB, 0xBF] as [UInt8] {
            guard try peek() == expected else { throw place.error(.notUTF8) }
            try step()
        }
        place.column = 1
    }
}
