/// A stream of bytes in some encoding, pulled as UTF-8, a chunk at a time, whatever the chunks cut through.
///
/// **A malformed byte comes out as the byte 0xFF**, which never stands in UTF-8. So there is one mechanism for
/// broken text, whatever its encoding: the reader of records that follows finds the 0xFF, rejects that record
/// with its line and column, and goes on with the next. Nothing is silently repaired, and nothing is lost but
/// the record that is damaged anyway.
private final class Transcoder {
    private let input: ByteStream
    private let iconv: Iconv
    private let unit: Int
    private var pending: [UInt8] = []
    private var ended = false

    init(_ input: ByteStream, iconv: Iconv, unit: Int) {
        self.input = input
        self.iconv = iconv
        self.unit = unit
    }

    /// The next piece of UTF-8; may be empty in the middle of a stream; `nil` at the end.
    func next() throws -> [UInt8]? {
        guard !ended else { return nil }
        guard let chunk = try input.next() else { return end() }
        pending += chunk
        var output: [UInt8] = []
        output.reserveCapacity(pending.count * 3)
        var start = 0
        convert: while start < pending.count {
            let (taken, stop) = iconv.convert(pending[start...], into: &output, room: (pending.count - start) * 3 + 16)
            start += taken
            switch stop {
            case .done, .incomplete: break convert
            case .full: continue
            case .malformed:
                // What the converter holds back comes first, or the mark would stand one character too early.
                iconv.finish(into: &output)
                output.append(Self.malformed)
                start = min(start + unit, pending.count)
            }
        }
        pending.removeFirst(start)
        return output
    }

    private func end() -> [UInt8]? {
        ended = true
        var output: [UInt8] = []
        iconv.finish(into: &output)
        if !pending.isEmpty { output.append(Self.malformed) }
        return output
    }

    private static let malformed: UInt8 = 0xFF
}

extension ByteStream {
    /// The same text as UTF-8, without a byte order mark.
    ///
    /// UTF-8 passes through as it is, unchecked: the readers check it, record by record. In the other encodings
    /// a byte that is no character comes out as 0xFF, which those readers then report with its place.
    ///
    /// Throws a `TextProblem` when the machine's C library lacks the encoding.
    public func decoded(from encoding: TextEncoding) throws -> ByteStream {
        guard encoding != .utf8 else { return withoutByteOrderMark() }
        guard let iconv = Iconv(from: encoding.name, to: TextEncoding.utf8.name) else {
            throw TextProblem.encodingMissing(encoding)
        }
        let unit = encoding == .utf16le || encoding == .utf16be ? 2 : 1
        let transcoder = Transcoder(self, iconv: iconv, unit: unit)
        return ByteStream { try transcoder.next() }.withoutByteOrderMark()
    }

    /// The same UTF-8 bytes without the mark EF BB BF in front, if there is one.
    public func withoutByteOrderMark() -> ByteStream {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var begun = false
        return ByteStream {
            guard !begun else { return try next() }
            begun = true
            var head: [UInt8] = []
            while head.count < mark.count, let chunk = try next() { head += chunk }
            if head.starts(with: mark) { head.removeFirst(mark.count) }
            // An empty chunk is skipped by `next()`; an empty stream says so at the next pull.
            return head
        }
    }
}

extension TextEncoding {
    /// A text's bytes in an encoding, without a byte order mark. A character that the encoding does not have
    /// becomes `?`, as in every program that writes code pages.
    public static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8] {
        let source = Array(text.utf8)
        guard encoding != .utf8, let iconv = Iconv(from: utf8.name, to: encoding.name) else { return source }
        var output: [UInt8] = []
        var start = 0
        while start < source.count {
            let (taken, stop) = iconv.convert(source[start...], into: &output, room: (source.count - start) * 4 + 16)
            start += taken
            if stop == .malformed {
                output += encoding.questionMark
                start += 1
                while start < source.count, source[start] & 0xC0 == 0x80 { start += 1 }
            }
        }
        iconv.finish(into: &output)
        return output
    }

    private var questionMark: [UInt8] {
        switch self {
        case .utf16le: [0x3F, 0]
        case .utf16be: [0, 0x3F]
        default: [0x3F]
        }
    }
}
