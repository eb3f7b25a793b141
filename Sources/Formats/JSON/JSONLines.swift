/// Splits a stream into its lines, for formats that put one JSON text on each.
///
/// Memory is bounded by one chunk and one line of at most `limits.recordBytes`.
struct JSONLines {
    private let stream: ByteStream
    private let limit: Int
    private var chunk: [UInt8] = []
    private var index = 0
    /// The number of the line that `next` returned last, from 1.
    private(set) var line = 0

    init(_ stream: ByteStream, limits: Limits) {
        self.stream = stream
        limit = limits.recordBytes
    }

    /// The next line without its end (`\n` or `\r\n`), or `nil` at the end. An empty last line is not a line.
    mutating func next() throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var started = false
        while true {
            if index == chunk.count {
                guard let more = try stream.next() else {
                    return started ? Self.trimmed(bytes) : nil
                }
                chunk = more
                index = 0
            }
            if !started {
                started = true
                line += 1
            }
            let end = chunk[index...].firstIndex(of: UInt8(ascii: "\n"))
            let stop = end ?? chunk.count
            guard bytes.count + stop - index <= limit else {
                throw JSONPlace(line: line, column: 1).error(.tooLarge(limit))
            }
            bytes += chunk[index..<stop]
            index = end.map { $0 + 1 } ?? stop
            if end != nil { return Self.trimmed(bytes) }
        }
    }

    private static func trimmed(_ line: [UInt8]) -> [UInt8] {
        line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
    }
}
