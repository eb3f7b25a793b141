/// Crockford's base 32: no letter is mistaken for a digit, case does not matter, and O, I, L are read as the digits
/// that they look like.
enum Base32 {
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.unicodeScalars.append(Unicode.Scalar(digits[bits >> count & 31]))
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { text.unicodeScalars.append(Unicode.Scalar(digits[bits << (5 - count) & 31])) }
        return text
    }

    /// The bytes; `nil` when a character is none of the digits. Hyphens and white space are skipped.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for scalar in text.unicodeScalars where scalar != "-" && !scalar.properties.isWhitespace {
            guard let digit = digit(scalar) else { return nil }
            bits = bits << 5 | digit
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
            bits &= (1 << count) - 1
        }
        return bits == 0 ? bytes : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "O", "o": return 0
        case "I", "i", "L", "l": return 1
        default:
            guard scalar.isASCII else { return nil }
            let byte = UInt8(scalar.value)
            return digits.firstIndex(of: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte)
        }
    }
}
