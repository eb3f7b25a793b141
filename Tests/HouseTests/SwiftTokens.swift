/// Swift source as words, marks and string literals, without comments: as much of the language as the house's tests
/// need to know.
///
/// A literal with an interpolation is cut off before it; the tokens inside follow, between a `(` and a `)`.
struct SwiftTokens {
    enum Kind: Equatable {
        case word(String)
        case mark(Character)
        /// A string literal up to its first interpolation, and whether that was all of it.
        case literal(String, isWhole: Bool)
    }

    struct Token: Equatable {
        var kind: Kind
        var line: Int
        /// What a string literal says between its interpolations: one more piece than it has of them.
        var pieces: [String] = []
    }

    private(set) var tokens: [Token] = []
    private var bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(_ source: String) {
        bytes = Array(source.utf8)
        scanCode(insideInterpolation: false)
        bytes = []
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private func sees(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            at + wanted.count <= bytes.count && wanted.indices.allSatisfy { bytes[at + $0] == wanted[$0] }
        }
    }

    private mutating func scanCode(insideInterpolation: Bool) {
        var depth = 0
        while at < bytes.count {
            let next = byte()
            if next == UInt8(ascii: "\n") {
                line += 1
                at += 1
            } else if next <= 0x20 {
                at += 1
            } else if sees("//") {
                while at < bytes.count, byte() != UInt8(ascii: "\n") { at += 1 }
            } else if sees("/*") {
                skipBlockComment()
            } else if beginsPattern {
                skipPattern()
            } else if let hashes = hashesBeforeQuote() {
                scanLiteral(hashes)
            } else if isWordByte(next) {
                let start = at
                while isWordByte(byte()) { at += 1 }
                tokens.append(Token(kind: .word(String(decoding: bytes[start..<at], as: UTF8.self)), line: line))
            } else {
                tokens.append(Token(kind: .mark(Character(Unicode.Scalar(next))), line: line))
                at += 1
                if next == UInt8(ascii: "(") { depth += 1 }
                if next == UInt8(ascii: ")") { depth -= 1 }
                if insideInterpolation, depth == 0 { return }
            }
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                at += 2
            } else if sees("*/") {
                depth -= 1
                at += 2
            } else {
                if byte() == UInt8(ascii: "\n") { line += 1 }
                at += 1
            }
        } while depth > 0 && at < bytes.count
    }

    /// Whether a `/…/` begins here: where a value is expected, and not before a space as a division is.
    private var beginsPattern: Bool {
        guard byte() == UInt8(ascii: "/"), byte(1) > 0x20, case .mark(let mark)? = tokens.last?.kind else {
            return false
        }
        return "(,=:[{&|!".contains(mark)
    }

    private mutating func skipPattern() {
        repeat {
            at += byte() == UInt8(ascii: "\\") ? 2 : 1
        } while at < bytes.count && byte() != UInt8(ascii: "/") && byte() != UInt8(ascii: "\n")
        if byte() == UInt8(ascii: "/") { at += 1 }
    }

    /// How many `#` stand before a quote here; nil when no literal begins here.
    private func hashesBeforeQuote() -> Int? {
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
    }

    private mutating func scanLiteral(_ hashes: Int) {
        let place = tokens.count
        tokens.append(Token(kind: .literal("", isWhole: true), line: line))
        at += hashes
        let quotes = sees("\"\"\"\n") ? 3 : 1
        at += quotes
        var pieces: [[UInt8]] = [[]]
        while at < bytes.count, !closes(quotes, hashes) {
            if byte() == UInt8(ascii: "\\"), (0..<hashes).allSatisfy({ byte(1 + $0) == UInt8(ascii: "#") }) {
                at += 1 + hashes
                if byte() == UInt8(ascii: "(") {
                    pieces.append([])
                    scanCode(insideInterpolation: true)
                    continue
                }
            }
            if byte() == UInt8(ascii: "\n") { line += 1 }
            pieces[pieces.count - 1].append(byte())
            at += 1
        }
        at += quotes + hashes
        let texts = pieces.map { String(decoding: $0, as: UTF8.self) }
        tokens[place].kind = .literal(texts[0], isWhole: texts.count == 1)
        tokens[place].pieces = texts
    }

    private func closes(_ quotes: Int, _ hashes: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == UInt8(ascii: "\"") }
            && (0..<hashes).allSatisfy { byte(quotes + $0) == UInt8(ascii: "#") }
    }
}
