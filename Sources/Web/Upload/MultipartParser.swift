/// Reads `multipart/form-data` (RFC 7578) as it arrives, in pieces of any size, holding little of it in memory.
///
/// The parser is a value: bytes in, events out. Fields are short texts and come whole; the file comes in pieces. What
/// is larger or more than any form of ours is refused at once.
struct MultipartParser: Sendable {
    /// What has been read.
    enum Event: Sendable, Equatable {
        /// A field with its whole value.
        case field(name: String, value: String)
        /// A file begins.
        case fileBegins(field: String, name: String)
        /// Some bytes of the file.
        case fileBytes([UInt8])
        /// The file is whole.
        case fileEnds
    }

    /// The most that a form may hold.
    enum Limit {
        static let headerBytes = 8_192
        static let fieldBytes = 65_536
        static let parts = 64
    }

    private enum State {
        /// Before the first boundary.
        case preamble
        /// After a boundary, before the line's end.
        case afterBoundary
        case headers
        case field(String)
        case file
        /// After the last boundary; what follows is ignored.
        case finished
    }

    private let boundary: [UInt8]
    private var state = State.preamble
    private var pending: [UInt8] = []
    private var start = 0
    private var value: [UInt8] = []
    private var parts = 0

    /// Reads with the boundary that the content type names.
    init(boundary: String) {
        self.boundary = Array("\r\n--".utf8) + Array(boundary.utf8)
        // The first boundary may stand at the very beginning: as if a line had ended before.
        pending = [0x0D, 0x0A]
    }

    /// The boundary of a content type; `nil` if it is not multipart or names none.
    static func boundary(contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard halves.count == 2, halves[0].lowercased() == "boundary" else { continue }
            let text = halves[1].hasPrefix("\"") ? String(halves[1].dropFirst().prefix { $0 != "\"" }) : halves[1]
            return (1...70).contains(text.utf8.count) ? text : nil
        }
        return nil
    }

    /// Takes the next bytes and tells what they complete.
    mutating func receive(_ bytes: some Sequence<UInt8>) throws(UploadProblem) -> [Event] {
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        pending.removeSubrange(..<start)
        start = 0
        return events
    }

    /// Says that nothing more will come.
    func finish() throws(UploadProblem) {
        guard case .finished = state else { throw .cutOff }
    }

    // One step; false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(UploadProblem) -> Bool {
        switch state {
        case .preamble:
            guard let found = find(boundary) else { return keep(boundary.count - 1) }
            start = found + boundary.count
            state = .afterBoundary
            return true
        case .afterBoundary: return try afterBoundary()
        case .headers: return try headers(&events)
        case .field, .file: return try body(&events)
        case .finished:
            start = pending.count
            return false
        }
    }

    private mutating func afterBoundary() throws(UploadProblem) -> Bool {
        guard pending.count >= start + 2 else { return false }
        switch (pending[start], pending[start + 1]) {
        case (0x2D, 0x2D): state = .finished
        case (0x0D, 0x0A): state = .headers
        default: throw .malformed
        }
        // The line's end stays: headers end with an empty line, also when there are none.
        if case .finished = state { start += 2 }
        return true
    }

    private mutating func headers(_ events: inout [Event]) throws(UploadProblem) -> Bool {
        guard let end = find(Array("\r\n\r\n".utf8)) else {
            guard pending.count - start <= Limit.headerBytes else { throw .headersTooLarge }
            return false
        }
        guard end - start <= Limit.headerBytes else { throw .headersTooLarge }
        let text = String(decoding: pending[start..<end], as: UTF8.self)
        start = end + 4
        parts += 1
        guard parts <= Limit.parts else { throw .tooManyParts }
        guard let part = Disposition(headers: text) else { throw .malformed }
        // The body's boundary may follow at once: give it back the line's end that it begins with.
        start -= 2
        if let file = part.fileName {
            events.append(.fileBegins(field: part.name, name: file))
            state = .file
        } else {
            state = .field(part.name)
        }
        value = []
        skip = 2
        return true
    }

    /// How many bytes at the beginning of a body are the end of its headers.
    private var skip = 0

    private mutating func body(_ events: inout [Event]) throws(UploadProblem) -> Bool {
        let found = find(boundary)
        let end = found ?? max(start, pending.count - (boundary.count - 1))
        take(from: start, to: end, &events)
        guard value.count <= Limit.fieldBytes else { throw .fieldTooLarge }
        start = max(start, end)
        guard let found else { return false }
        if case .field(let name) = state {
            events.append(.field(name: name, value: String(decoding: value, as: UTF8.self)))
        } else {
            events.append(.fileEnds)
        }
        start = found + boundary.count
        state = .afterBoundary
        return true
    }

    private mutating func take(from: Int, to end: Int, _ events: inout [Event]) {
        let skipped = min(skip, max(0, end - from))
        skip -= skipped
        guard from + skipped < end else { return }
        let bytes = pending[(from + skipped)..<end]
        if case .file = state { events.append(.fileBytes(Array(bytes))) } else { value += bytes }
    }

    private mutating func keep(_ count: Int) -> Bool {
        start = max(start, pending.count - count)
        return false
    }

    // The first place of a pattern from `start` on. Its first byte is rare in text, so a plain scan is quick.
    private func find(_ pattern: [UInt8]) -> Int? {
        pending.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                let last = bytes.count - pattern.count
                var index = start
                while index <= last {
                    if bytes[index] == pattern[0] {
                        var length = 1
                        while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                        if length == pattern.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
