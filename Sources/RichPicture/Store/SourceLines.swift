import Formats
import Storage

/// Finds lines of a text source by their number, from the chunk in which they begin.
struct SourceLines {
    let source: Int
    let encoding: TextEncoding
    let connection: any Reading

    /// A line longer than this is shown cut: it is there to be recognised, not to be read aloud.
    private static let shownBytes = 4_096

    /// The lines from one number to another, each with its number.
    func texts(_ first: Int, _ last: Int) throws -> [(Int, String)] {
        let start = try connection.row(
            """
            SELECT position, first_line FROM source_chunk WHERE source = \(source) AND first_line <= \(first)
            ORDER BY first_line DESC, position DESC LIMIT 1
            """)
        // One chunk earlier: a line may begin before the chunk in which the number is reached.
        let position = max(0, (start?.int(0) ?? 0) - 1)
        let row = try connection.row(
            "SELECT first_line FROM source_chunk WHERE source = \(source) AND position = \(position)")
        var splitter = LineSplitter(isWide: encoding == .utf16le || encoding == .utf16be)
        let stream = SourceBytes.stream(of: source, from: connection, position: position)
        var number = row?.int(0) ?? 1
        var lines: [(Int, String)] = []
        func take(_ bytes: [UInt8]) throws -> Bool {
            if number >= first { lines.append((number, try text(bytes))) }
            number += 1
            return number <= last
        }
        while let chunk = try stream.next() {
            for line in splitter.split(chunk) where try !take(line) { return lines }
        }
        if let rest = splitter.rest { _ = try take(rest) }
        return lines
    }

    private func text(_ bytes: [UInt8]) throws -> String {
        let stream = try ByteStream(Array(bytes.prefix(Self.shownBytes))).decoded(from: encoding)
        var text: [UInt8] = []
        while let chunk = try stream.next() { text += chunk }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Splits raw bytes at line ends: LF, CR, or CRLF; in UTF-16 by code unit. The same ends as `RawLineCounter` counts.
struct LineSplitter {
    let isWide: Bool
    private var pending: [UInt8] = []
    private var afterReturn = false

    init(isWide: Bool) { self.isWide = isWide }

    /// What came after the last line end; `nil` for nothing.
    var rest: [UInt8]? { pending.isEmpty ? nil : pending }

    mutating func split(_ chunk: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        let step = isWide ? 2 : 1
        var index = 0
        while index + step <= chunk.count {
            let unit = isWide ? Self.unit(chunk[index], chunk[index + 1]) : chunk[index]
            let isSecondHalf = unit == 0x0A && afterReturn
            if unit == 0x0A || unit == 0x0D {
                if !isSecondHalf {
                    lines.append(pending)
                    pending = []
                }
            } else {
                pending += chunk[index..<index + step]
            }
            afterReturn = unit == 0x0D
            index += step
        }
        return lines
    }

    // The unit, if one of its bytes is zero; anything else is not a line end.
    private static func unit(_ first: UInt8, _ second: UInt8) -> UInt8 { first == 0 ? second : second == 0 ? first : 1 }
}
