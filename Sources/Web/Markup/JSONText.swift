import Foundation

/// JSON with its keys sorted, so that equal values give equal bytes.
enum JSONText {
    /// The bytes of a value.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Our values hold no infinities, the only thing that an encoder refuses; `null` would be seen at once.
        let data = (try? encoder.encode(value)) ?? Data("null".utf8)
        return Array(data)
    }

    /// The text of a value.
    static func of(_ value: some Encodable) -> String { String(decoding: bytes(of: value), as: UTF8.self) }
}
