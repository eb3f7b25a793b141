/// Text in an XML file.
enum XMLText {
    /// Appends a text so that an XML 1.0 reader gets it back.
    ///
    /// Line ends and tabs are written as references, because readers turn them into spaces in attributes. What
    /// XML 1.0 cannot hold at all (control characters, U+FFFE, U+FFFF) becomes U+FFFD, the sign for a character
    /// that could not be shown.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x09, 0x0A, 0x0D: bytes += "&#\(scalar.value);".utf8
            case 0..<0x20, 0xFFFE, 0xFFFF: bytes += "\u{FFFD}".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    /// Appends ` name="value"`.
    static func attribute(_ name: StaticString, _ value: String, to bytes: inout [UInt8]) {
        bytes += " \(name)=\"".utf8
        append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}
