import Foundation

/// What single characters fold to.
enum FoldTable {
    /// The one or two ASCII letters (low byte first) of a Latin letter with diacritics; 0 when it is no letter.
    static func latin(_ value: UInt32) -> UInt16 {
        value < 0x250 ? table[Int(value) - 0x80] : table[Int(value) - 0x1E00 + 0x1D0]
    }

    /// The ASCII digit of a decimal digit of any script.
    static func digit(_ value: UInt32) -> UInt32? {
        for zero in zeros where value >= zero && value < zero + 10 { return 0x30 + value - zero }
        return nil
    }

    /// Thai, Lao, Burmese (two sets), Khmer, Arabic, Persian, Devanagari, Bengali, Tamil, full width.
    private static let zeros: [UInt32] = [
        0xE50, 0xED0, 0x1040, 0x1090, 0x17E0, 0x660, 0x6F0, 0x966, 0x9E6, 0xBE6, 0xFF10,
    ]

    /// Letters that Unicode does not take apart.
    private static let undivided: [UInt32: String] = [
        0xC6: "ae", 0xE6: "ae", 0xD0: "d", 0xF0: "d", 0xD8: "o", 0xF8: "o", 0xDE: "th", 0xFE: "th", 0xDF: "ss",
        0x110: "d", 0x111: "d", 0x126: "h", 0x127: "h", 0x131: "i", 0x138: "k", 0x141: "l", 0x142: "l",
        0x14A: "ng", 0x14B: "ng", 0x152: "oe", 0x153: "oe", 0x166: "t", 0x167: "t", 0x180: "b", 0x18F: "e",
        0x197: "i", 0x19A: "l", 0x1B5: "z", 0x1B6: "z", 0x1DD: "e", 0x1E9E: "ss", 0x149: "n", 0x1E9A: "a",
    ]

    private static let table: [UInt16] = {
        (Array(0x80..<0x250) + Array(0x1E00..<0x1F00)).map { value in
            var letters = undivided[UInt32(value)].map { Array($0.utf8) } ?? []
            if letters.isEmpty, let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic {
                let parts = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
                letters = parts.utf8.filter { (0x61...0x7A).contains($0) }
            }
            return letters.prefix(2).reversed().reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
        }
    }()
}
