/// Texts as workbooks write them: characters that XML cannot hold stand as `_x000D_`.
enum SheetText {
    /// The text with its `_xHHHH_` resolved.
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        let units = Array(text.utf16)
        var decoded: [UInt16] = []
        var index = 0
        while index < units.count {
            if let unit = escape(units, at: index) {
                decoded.append(unit)
                index += 7
            } else {
                decoded.append(units[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF16.self)
    }

    /// The text as the content of an XML element.
    static func encoded(_ text: String) -> [UInt8] {
        let units = Array(text.utf16)
        var encoded: [UInt16] = []
        encoded.reserveCapacity(units.count)
        for (index, unit) in units.enumerated() {
            switch unit {
            case 0x26: encoded += "&amp;".utf16
            case 0x3C: encoded += "&lt;".utf16
            case 0x3E: encoded += "&gt;".utf16
            case 0x22: encoded += "&quot;".utf16
            // XML turns a return into a line feed, and has no other control characters at all.
            case 0..<0x20 where unit != 0x09 && unit != 0x0A, 0xFFFE, 0xFFFF:
                let digits = String(unit, radix: 16, uppercase: true)
                encoded += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf16
            case underscore where escape(units, at: index) != nil: encoded += "_x005F_".utf16
            default: encoded.append(unit)
            }
        }
        return Array(String(decoding: encoded, as: UTF16.self).utf8)
    }

    private static let underscore: UInt16 = 0x5F

    /// The character that `_xHHHH_` at a place stands for.
    private static func escape(_ units: [UInt16], at place: Int) -> UInt16? {
        guard place + 7 <= units.count, units[place] == underscore, units[place + 1] == 0x78,
            units[place + 6] == underscore
        else { return nil }
        var value: UInt16 = 0
        for unit in units[(place + 2)..<(place + 6)] {
            switch unit {
            case 0x30...0x39: value = value << 4 | (unit - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | ((unit | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
