import Foundation

/// The small grammar that signed notes share, as strict as it can be: one text for one meaning.
enum NoteText {
    /// Base 64 of RFC 4648 §4.
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// The bytes of a base 64 text; nil when another text would be the usual one for them.
    static func bytes(base64 text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), same(data.base64EncodedString(), text) else { return nil }
        return Array(data)
    }

    /// Whether two texts are the same bytes. Swift calls texts equal that only look the same.
    static func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    /// Whether a key may have this name: something, without white space, `+` and control characters.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace }
    }

    /// A whole number without sign and leading zeroes.
    static func number(_ text: String) -> Int? {
        guard let number = Int(text), number >= 0, same(String(number), text) else { return nil }
        return number
    }

    /// The text of a note's bytes: UTF-8 whose only control character is the end of a line.
    static func text(_ bytes: [UInt8]) -> String? {
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The lines of a text that ends with the end of a line, without their ends.
    static func lines(_ text: String) -> [String]? {
        guard text.utf8.last == 0x0A else { return nil }
        return text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
    }
}
