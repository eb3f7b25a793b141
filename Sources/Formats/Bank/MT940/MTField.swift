/// One field of an MT940 file: a tag and its lines, as bytes, without line ends.
struct MTField {
    var tag: MTTag
    /// The line where it begins.
    var line: Int
    /// The column where its content begins.
    var column: Int
    /// The content; the first line is without its tag, and always there.
    private(set) var lines: [[UInt8]]

    /// The first line as text, without white space around it.
    var text: String { MTText.trimmed(MTText.string(lines[0][...])) }

    init(tag: MTTag, line: Int, column: Int, first: ArraySlice<UInt8>) {
        self.tag = tag
        self.line = line
        self.column = column
        lines = [Array(first)]
    }

    mutating func append(_ line: ArraySlice<UInt8>) { lines.append(Array(line)) }

    /// Takes the last line away; the first is only emptied.
    mutating func dropLastLine() {
        if lines.count > 1 { lines.removeLast() } else { lines[0] = [] }
    }
}

/// What the field reader finds.
enum MTToken {
    /// A field with all its lines.
    case field(MTField)
    /// A line that ends the message: `-`, `-}`.
    case endOfMessage(line: Int)
}

/// Cuts the input into fields, tolerantly: LF, CRLF and CR; SWIFT blocks, control characters and the lines that
/// some banks put before the first tag are passed over.
struct MTFieldReader {
    private let input: ByteStream
    private let limits: Limits
    private var chunk: [UInt8] = []
    private var position = 0
    private var lineNumber = 0
    private var lastWasCR = false
    private var held: MTField?
    private var heldBytes = 0
    private var heldEnd: Int?
    /// Whether any field has been seen.
    private(set) var hasFields = false

    init(_ input: ByteStream, limits: Limits) {
        self.input = input
        self.limits = limits
    }

    /// The line that was read last, from 1.
    var line: Int { max(lineNumber, 1) }

    /// The next field or end of message; `nil` at the end of the input.
    mutating func next() throws -> MTToken? {
        if let line = heldEnd {
            heldEnd = nil
            return .endOfMessage(line: line)
        }
        while let line = try nextLine() {
            if Self.endsMessage(line) {
                guard let field = release() else {
                    if hasFields { return .endOfMessage(line: lineNumber) }
                    continue
                }
                heldEnd = lineNumber
                return .field(field)
            }
            if let (tag, content) = startOfField(line) {
                let before = release()
                held = MTField(tag: tag, line: lineNumber, column: content + 1, first: line[content...])
                heldBytes = line.count
                hasFields = true
                if let before { return .field(before) }
            } else if held != nil, !line.isEmpty {
                heldBytes += line.count
                guard heldBytes <= limits.fieldBytes else {
                    throw BankProblem.tooLong(limit: limits.fieldBytes).at(lineNumber)
                }
                held?.append(line)
            }
        }
        return release().map { .field($0) }
    }

    private mutating func release() -> MTField? {
        defer { held = nil }
        return held
    }

    /// A tag at the start of a line. Sparkassen break a line inside a tag (`:`, next line `86:`): mended here.
    private mutating func startOfField(_ line: ArraySlice<UInt8>) -> (MTTag, Int)? {
        if let found = MTTag.parse(line) { return found }
        guard let last = held?.lines.last, last.elementsEqual([0x3A]) else { return nil }
        guard let (tag, content) = MTTag.parse(([0x3A] + line)[...]) else { return nil }
        held?.dropLastLine()
        return (tag, content - 1)
    }

    /// `-` alone, `-}` and what follows, `-` and a control character, and ING's `-XXX`.
    private static func endsMessage(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == 0x2D else { return false }
        guard let second = line.dropFirst().first(where: { $0 != 0x20 }) else { return true }
        return second == 0x7D || second < 0x20 || line.elementsEqual("-XXX".utf8)
    }

    private mutating func nextLine() throws -> ArraySlice<UInt8>? {
        var line: [UInt8] = []
        while true {
            if position == chunk.count {
                guard let more = try input.next() else {
                    guard !line.isEmpty else { return nil }
                    lineNumber += 1
                    return line[...]
                }
                chunk = more
                position = 0
            }
            if lastWasCR {
                lastWasCR = false
                if chunk[position] == 0x0A {
                    position += 1
                    continue
                }
            }
            let start = position
            while position < chunk.count, chunk[position] != 0x0A, chunk[position] != 0x0D { position += 1 }
            line.append(contentsOf: chunk[start..<position])
            guard line.count <= limits.recordBytes else {
                throw BankProblem.tooLong(limit: limits.recordBytes).at(lineNumber + 1)
            }
            guard position < chunk.count else { continue }
            lastWasCR = chunk[position] == 0x0D
            position += 1
            lineNumber += 1
            return line[...]
        }
    }
}
