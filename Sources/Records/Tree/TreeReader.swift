/// Reads one JSON text (RFC 8259); how a number is spelled is the only thing that it is not strict about.
struct TreeReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var depth = 0

    struct NoJSON: Error {}

    /// Values inside values that are read: no document has as many, and each takes room on the stack.
    private static let deepest = 128

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func whole() throws(NoJSON) -> Tree {
        let tree = try value()
        skipSpace()
        guard place == bytes.count else { throw NoJSON() }
        return tree
    }

    private mutating func value() throws(NoJSON) -> Tree {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "{"): return try nested { reader throws(NoJSON) in .object(try reader.fields()) }
        case UInt8(ascii: "["): return try nested { reader throws(NoJSON) in .list(try reader.items()) }
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(_ read: (inout Self) throws(NoJSON) -> Tree) throws(NoJSON) -> Tree {
        guard depth < Self.deepest else { throw NoJSON() }
        depth += 1
        defer { depth -= 1 }
        place += 1
        return try read(&self)
    }

    private mutating func fields() throws(NoJSON) -> [String: Tree] {
        var fields: [String: Tree] = [:]
        guard !takes(UInt8(ascii: "}")) else { return fields }
        repeat {
            skipSpace()
            let name = try text()
            guard takes(UInt8(ascii: ":")) else { throw NoJSON() }
            fields[name] = try value()
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "}")) else { throw NoJSON() }
        return fields
    }

    private mutating func items() throws(NoJSON) -> [Tree] {
        var items: [Tree] = []
        guard !takes(UInt8(ascii: "]")) else { return items }
        repeat { items.append(try value()) } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "]")) else { throw NoJSON() }
        return items
    }

    private mutating func text() throws(NoJSON) -> String {
        guard takes(UInt8(ascii: "\"")) else { throw NoJSON() }
        let start = place
        while try peek() != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") { try step() }
        guard bytes[place] == UInt8(ascii: "\\") else {
            defer { place += 1 }
            return try Self.string(bytes[start..<place])
        }
        var unescaped = Array(bytes[start..<place])
        while try peek() != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\") {
                try unescape(into: &unescaped)
            } else {
                unescaped.append(bytes[place])
                try step()
            }
        }
        place += 1
        return try Self.string(unescaped)
    }

    private static func string(_ bytes: some Collection<UInt8>) throws(NoJSON) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw NoJSON() }
        return text
    }

    // Past a byte of a text: control characters stand escaped.
    private mutating func step() throws(NoJSON) {
        guard bytes[place] >= 0x20 else { throw NoJSON() }
        place += 1
    }

    private mutating func unescape(into text: inout [UInt8]) throws(NoJSON) {
        place += 1
        let code = try peek()
        place += 1
        switch code {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(code)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var units = [try unit()]
            if UTF16.isLeadSurrogate(units[0]) {
                guard takes(UInt8(ascii: "\\"), spaced: false), takes(UInt8(ascii: "u"), spaced: false) else {
                    throw NoJSON()
                }
                units.append(try unit())
            }
            guard let character = String(validating: units, as: UTF16.self) else { throw NoJSON() }
            text += character.utf8
        default: throw NoJSON()
        }
    }

    private mutating func unit() throws(NoJSON) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw NoJSON() }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }

    private mutating func word(_ word: StaticString, _ tree: Tree) throws(NoJSON) -> Tree {
        for offset in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[offset] else { throw NoJSON() }
            place += 1
        }
        return tree
    }

    private mutating func number() throws(NoJSON) -> Tree {
        let start = place
        var isWhole = true
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
            default: return try Self.number(bytes[start..<place], isWhole)
            }
            place += 1
        }
        return try Self.number(bytes[start..<place], isWhole)
    }

    private static func number(_ digits: some Collection<UInt8>, _ isWhole: Bool) throws(NoJSON) -> Tree {
        let text = try string(digits)
        if isWhole, let value = Int(text) { return .integer(value) }
        guard let value = Double(text), value.isFinite else { throw NoJSON() }
        return Tree(number: value)
    }

    private func peek() throws(NoJSON) -> UInt8 {
        guard place < bytes.count else { throw NoJSON() }
        return bytes[place]
    }

    private mutating func takes(_ byte: UInt8, spaced: Bool = true) -> Bool {
        if spaced { skipSpace() }
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func skipSpace() {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    }
}
