/// How values become harmless in markup.
enum Escape {
    /// Appends a text with the five characters replaced that mean something in markup. Control characters that no
    /// document may hold are left out.
    static func append(_ value: String, to text: inout String) {
        if value.utf8.allSatisfy(isPlain) {
            text += value
        } else {
            for scalar in value.unicodeScalars { append(scalar, to: &text) }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
        case 0..<0x20: byte == 0x0A || byte == 0x09
        default: true
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        case "\n", "\t": text.unicodeScalars.append(scalar)
        case _ where scalar.value < 0x20: break
        default: text.unicodeScalars.append(scalar)
        }
    }

    /// A finite number with at most one decimal: enough for a drawing, and the same on every machine.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let (whole, tenth) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (tenth == 0 ? "" : ".\(tenth)")
    }
}
