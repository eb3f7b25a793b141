import Formats

/// Writes the lines of a text file in blocks, counts them, and puts in the bad ones.
struct RowFile {
    enum Encoding {
        case utf8, utf8WithMark, windows874, utf16le
    }
    /// A bad line that comes after so many good rows.
    struct Fault {
        let after: Int
        let text: String
        let reason: String
    }

    var line = Line()
    private(set) var tally = FileTally()
    private let encoding: Encoding
    private let lineEnd: String
    private var faults: [Fault]
    private var lineNumber = 1
    private var isFirstBlock = true

    init(encoding: Encoding = .utf8, lineEnd: String = "\n", faults: [Fault] = []) {
        self.encoding = encoding
        self.lineEnd = lineEnd
        self.faults = faults.reversed()
    }

    /// Ends the header line.
    mutating func endHeader() {
        line.put(lineEnd)
    }

    /// Ends a good row, puts in a bad line when its place has come, and hands over a full block.
    mutating func endRow(events: Int, to sink: SampleSink) throws {
        line.put(lineEnd)
        lineNumber += 1
        tally.rows += 1
        tally.events += events
        if let fault = faults.last, fault.after == tally.rows {
            faults.removeLast()
            line.put(fault.text)
            line.put(lineEnd)
            lineNumber += 1
            tally.badLines.append(FileTally.BadLine(line: lineNumber, reason: fault.reason))
        }
        if line.bytes.count > 1 << 16 { try flush(to: sink) }
    }

    /// Hands over what is left.
    mutating func finish(to sink: SampleSink) throws -> FileTally {
        try flush(to: sink)
        return tally
    }

    private mutating func flush(to sink: SampleSink) throws {
        var block: [UInt8]
        switch encoding {
        case .utf8: block = line.bytes
        case .utf8WithMark: block = isFirstBlock ? [0xEF, 0xBB, 0xBF] + line.bytes : line.bytes
        case .windows874: block = TextEncoding.encode(line.text, as: .windows874)
        case .utf16le:
            block = isFirstBlock ? [0xFF, 0xFE] : []
            block += TextEncoding.encode(line.text, as: .utf16le)
        }
        isFirstBlock = false
        line.bytes.removeAll(keepingCapacity: true)
        try sink(block)
    }
}
