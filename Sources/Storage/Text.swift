extension String {
    /// The text without U+0000, which PostgreSQL does not hold: U+FFFD stands for it, in both databases.
    package var storable: String { utf8.contains(0) ? replacing("\u{0}", with: "\u{FFFD}") : self }
}

/// Bytes as lower-case hexadecimal digits.
package enum Hex {
    private static let digits = Array("0123456789abcdef")

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// The bytes; whatever is not a pair of digits is left out.
    package static func decode(_ text: String) -> [UInt8] {
        let characters = Array(text)
        return stride(from: 0, to: characters.count - 1, by: 2).compactMap {
            UInt8(String(characters[$0...$0 + 1]), radix: 16)
        }
    }
}

/// Bytes as lower-case letters and digits, five bits each (RFC 4648's alphabet, in lower case): short, and safe in an
/// address, a file name and a voice.
package enum Base32 {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
