/// Writes JSON, always the same bytes for the same value: members in their own order, nothing escaped that need
/// not be, no space unless asked for.
public enum JSONWriter {
    /// How the text is laid out and where it will stand.
    public struct Style: Sendable {
        /// Whether members and elements stand on lines of their own, indented by two spaces.
        public var isIndented = false
        /// Whether the text may stand inside an HTML `<script>` block: `<`, `>`, `&` and the two line separators that
        /// scripts end on are escaped, so that no value can close the block.
        public var isSafeInHTML = false

        /// One line, for files and answers of the API.
        public static let compact = Style()
        /// One line, safe inside an HTML script block.
        public static let html = Style(isSafeInHTML: true)
        /// On many lines, for people.
        public static let indented = Style(isIndented: true)

        /// Makes a style.
        public init(isIndented: Bool = false, isSafeInHTML: Bool = false) {
            self.isIndented = isIndented
            self.isSafeInHTML = isSafeInHTML
        }
    }

    /// The JSON text of a value.
    public static func text(_ value: JSONValue, style: Style = .compact) -> String {
        var bytes: [UInt8] = []
        write(value, style: style, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the JSON text of a value, in UTF-8.
    public static func write(_ value: JSONValue, style: Style = .compact, to bytes: inout [UInt8]) {
        write(value, style, 0, &bytes)
    }

    /// Appends a text as a JSON string, with its quotes.
    public static func write(string text: String, style: Style = .compact, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case 0..<0x20: escape(UInt16(byte), &bytes)
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                if style.isSafeInHTML { escape(UInt16(byte), &bytes) } else { bytes.append(byte) }
            case 0xA8, 0xA9:
                bytes.append(byte)
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                if style.isSafeInHTML, bytes.suffix(3).starts(with: [0xE2, 0x80]) {
                    bytes.removeLast(3)
                    escape(byte == 0xA8 ? 0x2028 : 0x2029, &bytes)
                }
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func write(_ value: JSONValue, _ style: Style, _ depth: Int, _ bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .number(let number): bytes += number.text.utf8
        case .string(let text): write(string: text, style: style, to: &bytes)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in values.enumerated() {
                separate(index, style, depth + 1, &bytes)
                write(element, style, depth + 1, &bytes)
            }
            close(values.isEmpty, UInt8(ascii: "]"), style, depth, &bytes)
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                separate(index, style, depth + 1, &bytes)
                write(string: member.name, style: style, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if style.isIndented { bytes.append(0x20) }
                write(member.value, style, depth + 1, &bytes)
            }
            close(object.members.isEmpty, UInt8(ascii: "}"), style, depth, &bytes)
        }
    }

    private static func separate(_ index: Int, _ style: Style, _ depth: Int, _ bytes: inout [UInt8]) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if style.isIndented { newLine(depth, &bytes) }
    }

    private static func close(
        _ isEmpty: Bool, _ closer: UInt8, _ style: Style, _ depth: Int, _ bytes: inout [UInt8]
    ) {
        if style.isIndented, !isEmpty { newLine(depth, &bytes) }
        bytes.append(closer)
    }

    private static func newLine(_ depth: Int, _ bytes: inout [UInt8]) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private static func escape(_ unit: UInt16, _ bytes: inout [UInt8]) {
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(unit >> shift & 0xF)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
