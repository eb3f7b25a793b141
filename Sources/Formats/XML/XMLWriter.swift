/// Writes XML as text: indented, UTF-8, the same bytes for the same calls. Empty texts are left out.
struct XMLWriter {
    /// What has been written so far.
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// Writes an element with a text; nothing when the text is empty.
    mutating func element(_ name: String, _ value: String, attributes: String = "") {
        let value = Self.escaped(value)
        guard !value.isEmpty else { return }
        indent()
        text += "<\(name)\(attributes)>\(value)</\(name)>\n"
    }

    /// Writes an element that holds others; nothing when they turn out to be nothing, unless it is to be kept.
    mutating func element(
        _ name: String, attributes: String = "", evenEmpty: Bool = false, _ body: (inout XMLWriter) -> Void
    ) {
        let before = text.utf8.count
        indent()
        text += "<\(name)\(attributes)>\n"
        let opened = text.utf8.count
        depth += 1
        body(&self)
        depth -= 1
        if text.utf8.count == opened, !evenEmpty {
            text.removeSubrange(text.utf8.index(text.startIndex, offsetBy: before)...)
            return
        }
        indent()
        text += "</\(name)>\n"
    }

    private mutating func indent() { text += String(repeating: "  ", count: depth) }

    /// Markup escaped; characters that XML forbids left out.
    static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": result += "&#13;"
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
