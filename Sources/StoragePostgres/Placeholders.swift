/// PostgreSQL's numbered placeholders.
enum Placeholders {
    /// The statement with `?` written as `$1`, `$2`, …, except in quoted texts and names.
    static func numbered(_ text: String) -> String {
        var numbered: [UInt8] = []
        var quote: UInt8?
        var count = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "?") where quote == nil:
                count += 1
                numbered.append(contentsOf: "$\(count)".utf8)
                continue
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            default: break
            }
            numbered.append(byte)
        }
        return String(decoding: numbered, as: UTF8.self)
    }
}
