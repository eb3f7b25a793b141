// Numbers and texts: the leaves of the grammar.

extension JSONReader {
    mutating func number() throws -> JSONNumber {
        let start = source.place
        var text: [UInt8] = []
        try take(UInt8(ascii: "-"), into: &text)
        if try source.peek() == UInt8(ascii: "0") {
            try take(UInt8(ascii: "0"), into: &text)
        } else {
            try digits(into: &text, start)
        }
        if try take(UInt8(ascii: "."), into: &text) { try digits(into: &text, start) }
        if let byte = try source.peek(), byte | 0x20 == UInt8(ascii: "e") {
            try take(byte, into: &text)
            if try !take(UInt8(ascii: "-"), into: &text) { try take(UInt8(ascii: "+"), into: &text) }
            try digits(into: &text, start)
        }
        // A digit here follows a leading zero, as in `007`.
        if let byte = try source.peek(), Self.isDigit(byte) { throw start.error(.badNumber) }
        return JSONNumber(checked: String(decoding: text, as: UTF8.self))
    }

    private mutating func digits(into text: inout [UInt8], _ start: JSONPlace) throws {
        let before = text.count
        while let byte = try source.peek(), Self.isDigit(byte) {
            text.append(byte)
            guard text.count <= limits.fieldBytes else { throw start.error(.textTooLong(limits.fieldBytes)) }
            try source.step()
        }
        if text.count == before { throw start.error(.badNumber) }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    @discardableResult
    private mutating func take(_ byte: UInt8, into text: inout [UInt8]) throws -> Bool {
        guard try source.peek() == byte else { return false }
        text.append(byte)
        try source.step()
        return true
    }

    mutating func string() throws -> String {
        try source.step()
        var text: [UInt8] = []
        while let byte = try source.peek() {
            guard text.count <= limits.fieldBytes else { throw source.place.error(.textTooLong(limits.fieldBytes)) }
            switch byte {
            case UInt8(ascii: "\""):
                try source.step()
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &text)
            case 0..<0x20:
                throw source.place.error(.controlInText(byte))
            case 0x20..<0x80:
                text.append(byte)
                try source.step()
            default:
                try multibyte(byte, into: &text)
            }
        }
        throw source.place.error(.expected(.value, found: nil))
    }

    /// One character of two to four bytes, by the table of well-formed sequences (Unicode 3.9, table 3-7).
    private mutating func multibyte(_ lead: UInt8, into text: inout [UInt8]) throws {
        let start = source.place
        let (following, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xC2...0xDF: (1, 0x80...0xBF)
            case 0xE0: (2, 0xA0...0xBF)
            case 0xED: (2, 0x80...0x9F)
            case 0xE1...0xEF: (2, 0x80...0xBF)
            case 0xF0: (3, 0x90...0xBF)
            case 0xF1...0xF3: (3, 0x80...0xBF)
            case 0xF4: (3, 0x80...0x8F)
            default: throw start.error(.notUTF8)
            }
        text.append(lead)
        try source.step()
        for position in 0..<following {
            guard let byte = try source.peek(), (position == 0 ? second : 0x80...0xBF).contains(byte) else {
                throw start.error(.notUTF8)
            }
            text.append(byte)
            try source.step()
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws {
        let start = source.place
        try source.step()
        guard let byte = try source.peek() else { throw start.error(.badEscape) }
        try source.step()
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try unicodeEscape(start))).utf8)
        default: throw start.error(.badEscape)
        }
    }

    /// The four digits after `\u`, and a second escape when the first is half of a pair.
    private mutating func unicodeEscape(_ start: JSONPlace) throws -> UnicodeScalar {
        let high = try hexadecimal(start)
        if let scalar = UnicodeScalar(high) { return scalar }
        guard high < 0xDC00 else { throw start.error(.loneSurrogate) }
        for expected in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
            guard try source.peek() == expected else { throw start.error(.loneSurrogate) }
            try source.step()
        }
        let low = try hexadecimal(start)
        guard low >= 0xDC00, low < 0xE000,
            let scalar = UnicodeScalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw start.error(.loneSurrogate) }
        return scalar
    }

    private mutating func hexadecimal(_ start: JSONPlace) throws -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = try source.peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw start.error(.badEscape)
            }
            value = value << 4 | UInt32(digit)
            try source.step()
        }
        return value
    }
}
