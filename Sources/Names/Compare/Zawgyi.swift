import Foundation

/// Burmese in the Zawgyi encoding, in which many lists and telephones still write: it uses the code points of Unicode
/// for other signs, in the order in which they are drawn.
public enum Zawgyi {
    /// Whether the text holds what only Zawgyi writes. A text can be right in both; it is then taken for Unicode.
    public static func isLikely(_ text: String) -> Bool {
        var (before, beforeThat): (UInt32, UInt32) = (0, 0)
        for scalar in text.unicodeScalars {
            if isWrong(scalar.value, after: before, beforeThat) { return true }
            (before, beforeThat) = (scalar.value, before)
        }
        return before == 0x1039
    }

    /// The text in Unicode (by the transform of CLDR).
    public static func unicode(_ text: String) -> String {
        text.applyingTransform(StringTransform("Zawgyi-my"), reverse: false) ?? text
    }

    /// Whether Unicode never writes this sign of Burmese behind that one.
    private static func isWrong(_ value: UInt32, after before: UInt32, _ beforeThat: UInt32) -> Bool {
        if before == 0x1039 { return !canStand(value, below: beforeThat) }
        switch value {
        case 0x1033, 0x1034, 0x105A, 0x1060...0x108F, 0x1094...0x1097: return true
        case 0x1031, 0x103B: return !isLetterOrMedial(before)  // drawn first, stored behind
        case 0x102B...0x1030, 0x1032: return before == 0x103A
        default: return false
        }
    }

    private static func isLetterOrMedial(_ value: UInt32) -> Bool {
        (0x1000...0x1021).contains(value) || (0x103A...0x103F).contains(value) || value == 0x1039
    }

    /// A virama stacks a letter on one of its own row, or on ng under an asat; it never ends a syllable.
    private static func canStand(_ value: UInt32, below: UInt32) -> Bool {
        guard let lower = row(value) else { return false }
        if below == 0x103A { return true }
        return row(below) == lower || value == 0x1019 && below != 0x1004
    }

    /// The rows of the alphabet: velar, palatal, retroflex, dental, labial, and each of the others for itself.
    private static func row(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x1000...0x1003: 0
        case 0x1005...0x100A: 1
        case 0x100B...0x100F: 2
        case 0x1010...0x1014: 3
        case 0x1015...0x1019: 4
        case 0x101A...0x1021: value
        default: nil
        }
    }
}
