/// Bytes of a bank file as text.
enum MTText {
    /// UTF-8 where it is valid, else ISO-8859-1: SWIFT's own characters are the same in both, and no byte is lost.
    static func string(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    /// Without white space and control characters at both ends.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.value > 0x20 }),
            let last = scalars.lastIndex(where: { $0.value > 0x20 })
        else { return "" }
        return String(scalars[first...last])
    }

    /// `NONREF` and `NOTPROVIDED` say that there is no reference.
    static func reference(_ text: String) -> String {
        let text = trimmed(text)
        return text == "NONREF" || text == "NOTPROVIDED" ? "" : text
    }

    /// Whether this has the shape of an IBAN (not whether its check digits are right).
    static func looksLikeIBAN(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard (15...34).contains(bytes.count) else { return false }
        func isLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        return isLetter(bytes[0]) && isLetter(bytes[1]) && isDigit(bytes[2]) && isDigit(bytes[3])
            && bytes.allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Whether the check digits of something IBAN-shaped are right (ISO 7064, modulo 97).
    static func hasIBANChecksum(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 4 else { return false }
        var remainder = 0
        for byte in bytes[4...] + bytes[..<4] {
            let isDigit = byte >= 0x30 && byte <= 0x39
            guard isDigit || (byte >= 0x41 && byte <= 0x5A) else { return false }
            remainder = (isDigit ? remainder * 10 + Int(byte) - 0x30 : remainder * 100 + Int(byte) - 0x37) % 97
        }
        return remainder == 1
    }
}
