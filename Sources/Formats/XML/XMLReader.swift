/// Reads an XML document as a stream of events, pulled one at a time, in bounded memory.
///
///     let reader = XMLReader(ByteStream(bytes))
///     while let event = try reader.next() { … }
///
/// Namespaces are resolved. A document type declaration is refused outright, and with it every entity bomb and
/// every reference to another file. Nesting, attributes, texts and single tags are held to `Limits`. UTF-8, UTF-16,
/// ISO-8859-1 and US-ASCII are read; any other encoding is refused by name.
public final class XMLReader {
    /// The line of the last event, from 1: where a tag begins, where a text ends.
    public private(set) var line = 1

    private let input: ByteStream
    private let limits: Limits
    private let sink: XMLSink
    private let expat: Expat?
    private var handedOut = 0
    private var chunk: ArraySlice<UInt8> = []
    private var fed = 0
    private var finished = false
    private var failure: FormatError?

    /// Makes a reader over an input; nothing is read yet.
    public init(_ input: ByteStream, limits: Limits = .standard) {
        self.input = input
        self.limits = limits
        sink = XMLSink(limits: limits)
        expat = Expat(sink: sink, limits: limits)
    }

    /// The next event, or `nil` after the end of a whole document.
    ///
    /// Throws a `FormatError` with line and column when the document is malformed or passes a limit, and the same
    /// one on every later call; rethrows what the input throws. Events before the fault are handed out first.
    public func next() throws -> XMLEvent? {
        while handedOut == sink.events.count {
            if let failure { throw failure }
            if finished { return nil }
            sink.removeEvents()
            handedOut = 0
            try parseMore()
        }
        defer { handedOut += 1 }
        line = sink.lines[handedOut]
        return sink.events[handedOut]
    }

    /// Skips the rest of the element whose start was the last event, its end included.
    public func skipElement() throws {
        var depth = 1
        while depth > 0, let event = try next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    private func parseMore() throws {
        guard let expat else { return failure = problem(.malformed(code: 1), (1, 1)) }
        if chunk.isEmpty { chunk = try input.next()?[...] ?? [] }
        let slice = chunk.prefix(Expat.slice)
        chunk = chunk.dropFirst(slice.count)
        finished = slice.isEmpty
        fed += slice.count
        if let code = expat.feed(slice, final: finished) {
            failure = sink.refusal ?? problem(reason(code, at: expat.place.line), expat.place)
        } else if fed - sink.lastToken > limits.recordBytes {
            // A tag or comment that never ends: expat would keep all of it.
            failure = problem(.tokenTooLong(limit: limits.recordBytes), expat.place)
        }
    }

    private func problem(_ problem: XMLProblem, _ place: (line: Int, column: Int)) -> FormatError {
        FormatError(line: place.line, column: place.column, problem: problem.phrase)
    }

    /// Expat's error numbers (expat.h, `enum XML_Error`), as far as a person can do something about them.
    private func reason(_ code: Int, at line: Int) -> XMLProblem {
        switch code {
        case 3: sink.innermost.map { .cutOff(open: $0.name, line: $0.line) } ?? .empty
        case 2, 4, 6: .invalidCharacters
        case 5: sink.innermost.map { .cutOff(open: $0.name, line: $0.line) } ?? .cutOff(open: "?", line: line)
        case 7: .mismatchedEnd(open: sink.innermost?.name ?? "?", line: sink.innermost?.line ?? line)
        case 8: .duplicateAttribute
        case 9: .trailing
        case 11, 24: .unknownEntity
        case 18, 19: .unknownEncoding(sink.declaredEncoding ?? "?")
        case 27: .unknownPrefix
        default: .malformed(code: code)
        }
    }
}
