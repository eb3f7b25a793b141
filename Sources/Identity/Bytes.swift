import Crypto

/// Texts for bytes, and comparing bytes without telling where they differ.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The text of bytes, without padding (RFC 4648 §5).
    static func encode(_ bytes: [UInt8]) -> String { BitText.encode(bytes, bits: 6, alphabet) }

    /// The bytes of a text; `nil` unless it is exactly what `encode` would write.
    static func decode(_ text: String) -> [UInt8]? { BitText.decode(text, bits: 6, alphabet) }
}

/// RFC 4648 §6 without padding: what a person can read out and type.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text of bytes, in capitals.
    static func encode(_ bytes: [UInt8]) -> String { BitText.encode(bytes, bits: 5, alphabet) }

    /// The bytes of a text; `nil` unless it is exactly what `encode` would write.
    static func decode(_ text: String) -> [UInt8]? { BitText.decode(text, bits: 5, alphabet) }
}

/// Bytes as a text of some bits a character.
private enum BitText {
    static func encode(_ bytes: [UInt8], bits: Int, _ alphabet: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, count) = (0, 0)
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= bits {
                count -= bits
                text.append(alphabet[held >> count & (1 << bits - 1)])
            }
        }
        if count > 0 { text.append(alphabet[held << (bits - count) & (1 << bits - 1)]) }
        return String(decoding: text, as: UTF8.self)
    }

    static func decode(_ text: String, bits: Int, _ alphabet: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (held, count) = (0, 0)
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            held = (held << bits | value) & 0xFFFF
            count += bits
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> count))
            }
        }
        // What is left over must be less than one character, and zero: one text for one value.
        guard count < bits, held & (1 << count - 1) == 0 else { return nil }
        return bytes
    }
}

/// Whether two byte strings are the same, in a time that depends on their lengths alone.
func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference == 0
}

/// A secret that is shown once and kept only as its SHA-256: whoever reads the database cannot use it.
enum Token {
    /// A new one of 256 random bits, as 43 characters of base64url.
    static func make(_ random: RandomBytes) -> String { Base64URL.encode(random(32)) }

    /// What is kept of it.
    static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
