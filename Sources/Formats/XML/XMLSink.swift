/// Turns what the parser reports into events, and refuses what passes a limit.
///
/// No unsafe code here: `Expat` calls these methods with copied, ordinary values.
final class XMLSink {
    /// Events not yet handed out, in order.
    private(set) var events: [XMLEvent] = []
    /// The line of each of them; a text's is where it ends.
    private(set) var lines: [Int] = []
    /// The first reason to refuse the document, with its place.
    private(set) var refusal: FormatError?
    /// Where the last complete token began, in bytes from the start of the document.
    var lastToken = 0
    /// The encoding that the declaration names, if any.
    var declaredEncoding: String?

    private let limits: Limits
    private var open: [(name: String, line: Int)] = []
    private var text: [UInt8] = []
    private var textPlace = (line: 1, column: 1)
    private var textIsBlank = true
    private var afterStart = false

    init(limits: Limits) {
        self.limits = limits
    }

    /// The innermost open element, for messages.
    var innermost: (name: String, line: Int)? { open.last }

    /// Forgets the events, which have been handed out.
    func removeEvents() {
        events.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
    }

    func refuse(_ problem: XMLProblem, line: Int, column: Int) {
        guard refusal == nil else { return }
        refusal = FormatError(line: line, column: column, problem: problem.phrase)
    }

    /// An element begins. False stops the parser.
    func start(_ tag: XMLTag) -> Bool {
        guard refusal == nil else { return false }
        flushText(beforeEnd: false, line: tag.line)
        guard open.count < limits.depth else {
            refuse(.tooDeep(limit: limits.depth), line: tag.line, column: tag.column)
            return false
        }
        for attribute in tag.attributes where attribute.value.utf8.count > limits.fieldBytes {
            refuse(.textTooLong(limit: limits.fieldBytes), line: tag.line, column: tag.column)
            return false
        }
        open.append((tag.name, tag.line))
        append(.start(tag), line: tag.line)
        afterStart = true
        return true
    }

    func end(line: Int) {
        // A stopped parser may still report the end of the tag that it was stopped in.
        guard refusal == nil else { return }
        flushText(beforeEnd: true, line: line)
        guard let (name, _) = open.popLast() else { return }
        append(.end(name), line: line)
        afterStart = false
    }

    /// A piece of text. False stops the parser. How a text comes in pieces depends on the input's chunks, so a text
    /// that is too long is told by the place where it begins.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> (line: Int, column: Int)) -> Bool
    {
        guard refusal == nil else { return false }
        if text.isEmpty { textPlace = place() }
        guard text.count + bytes.count <= limits.fieldBytes else {
            refuse(.textTooLong(limit: limits.fieldBytes), line: textPlace.line, column: textPlace.column)
            return false
        }
        text.append(contentsOf: bytes)
        if textIsBlank { textIsBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }
        return true
    }

    private func append(_ event: XMLEvent, line: Int) {
        events.append(event)
        lines.append(line)
    }

    private func flushText(beforeEnd: Bool, line: Int) {
        guard !text.isEmpty else { return }
        if !textIsBlank || (afterStart && beforeEnd) {
            append(.text(String(decoding: text, as: UTF8.self)), line: line)
        }
        text.removeAll(keepingCapacity: true)
        textIsBlank = true
    }
}
