/// The digits of a phone number as written: separators skipped, digits of the region's scripts read, letters refused.
enum PhoneDigits {
    /// Appends the ASCII digits; true when the number began with a plus. Reading ends at an extension (`x12`, `;`, `#`).
    static func read(_ raw: ArraySlice<UInt8>, into out: inout [UInt8]) -> Result<Bool, IdentifierProblem> {
        let start = out.count
        var plus = false
        var at = raw.startIndex
        if raw.count > 4, raw.prefix(4).elementsEqual("tel:".utf8) { at += 4 }
        scan: while at < raw.endIndex {
            let byte = raw[at]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): out.append(byte)
            case UInt8(ascii: "+") where out.count == start: plus = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "/"), UInt8(ascii: "\t"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "="):
                break
            case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: ";"),
                UInt8(ascii: "#"):
                if out.count - start >= 6 && isExtension(raw[at...]) { break scan }
                let masked = byte | 0x20 == UInt8(ascii: "x") && out.count > start
                return .failure(masked ? .masked : .unreadable(.phone))
            case UInt8(ascii: "*"): return .failure(out.count > start ? .masked : .unreadable(.phone))
            case 0x80...:
                guard let length = wide(raw[at...], into: &out, plus: &plus) else {
                    return .failure(.unreadable(.phone))
                }
                at += length - 1
            default: return .failure(.unreadable(.phone))
            }
            at += 1
        }
        let count = out.count - start
        if count == 0 { return .failure(raw.contains { $0 > 0x20 } ? .unreadable(.phone) : .empty) }
        if count > 20 { return .failure(.length(.phone, found: count, expected: "3–15")) }
        return .success(plus)
    }

    /// `x`, `ext`, `;` or `#`: what an extension begins with.
    static func beginsExtension(_ byte: UInt8) -> Bool {
        [UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: ";"), UInt8(ascii: "#")].contains(byte)
    }

    /// Whether an extension begins here, rather than masked digits (`xxx`) or a number that a spreadsheet has rounded
    /// (`6.68E+10`), whose lost digits nobody can restore.
    private static func isExtension(_ rest: ArraySlice<UInt8>) -> Bool {
        let text = rest.map { $0 | 0x20 }
        if text.starts(with: "ext".utf8) { return true }
        if text[0] == UInt8(ascii: ";") | 0x20 || text[0] == UInt8(ascii: "#") | 0x20 { return true }
        guard text[0] == UInt8(ascii: "x"), let next = rest.dropFirst().first(where: { $0 != 0x20 }) else {
            return false
        }
        return (0x30...0x39).contains(next)
    }

    /// Reads one character of several bytes; its length, or nil when it does not belong in a number.
    private static func wide(_ raw: ArraySlice<UInt8>, into out: inout [UInt8], plus: inout Bool) -> Int? {
        guard let scalar = Unicode.UTF8.decodeFirst(raw) else { return nil }
        if let digit = IdentifierText.digit(scalar) {
            out.append(digit)
        } else if scalar.value == 0xFF0B {
            plus = true
        } else if !isSeparator(scalar.value) {
            return nil
        }
        return UTF8.width(scalar)
    }

    private static func isSeparator(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0, 0xAD, 0x2000...0x2015, 0x202A...0x202F, 0x2060...0x2069, 0x3000, 0xFEFF, 0xFF08, 0xFF09, 0xFF0D: true
        default: false
        }
    }
}

extension Unicode.UTF8 {
    /// The first scalar of UTF-8 bytes; nil when they are not well formed.
    static func decodeFirst(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var iterator = bytes.makeIterator()
        var decoder = Unicode.UTF8()
        if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
        return nil
    }
}
