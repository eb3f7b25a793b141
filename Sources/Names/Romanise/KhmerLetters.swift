/// The Khmer letters with their usual Latin values.
enum KhmerLetters {
    /// The consonants of the second series (ô).
    static func isSecondSeries(_ value: UInt32) -> Bool {
        switch value {
        case 0x1782, 0x1783, 0x1784, 0x1787, 0x1788, 0x1789, 0x178C, 0x178D, 0x1791, 0x1792, 0x1793: true
        case 0x1796...0x179C: true
        default: false
        }
    }

    /// Consonants that, written below, decide the series of the syllable: all but the sonorants.
    static func isStrong(_ value: UInt32) -> Bool {
        switch value {
        case 0x1784, 0x1789, 0x1793, 0x1798...0x179C: false
        default: true
        }
    }

    /// រ, ល, យ, វ: they open a syllable together with the consonant above.
    static func isLiquid(_ value: UInt32) -> Bool {
        value == 0x179A || value == 0x179B || value == 0x1799 || value == 0x179C
    }

    /// ង, ញ, ណ, ន, ម.
    static func isNasal(_ value: UInt32) -> Bool {
        value == 0x1784 || value == 0x1789 || value == 0x178E || value == 0x1793 || value == 0x1798
    }

    /// The rows of stops, velar to labial, retroflex and dental being one; 5 for everything else.
    static func group(_ value: UInt32) -> Int {
        switch value {
        case 0x1780...0x1783: 0
        case 0x1785...0x1788: 1
        case 0x178A...0x178D, 0x178F...0x1792: 2
        case 0x1794...0x1797: 3
        default: 5
        }
    }

    /// A consonant at the start of a syllable.
    static func initial(_ value: UInt32) -> StaticString {
        switch value {
        case 0x1780, 0x1782: "k"
        case 0x1781, 0x1783: "kh"
        case 0x1784: "ng"
        case 0x1785, 0x1787: "ch"
        case 0x1786, 0x1788: "chh"
        case 0x1789: "nh"
        case 0x178A, 0x178C: "d"
        case 0x178B, 0x178D, 0x1790, 0x1792: "th"
        case 0x178F, 0x1791: "t"
        case 0x178E, 0x1793: "n"
        case 0x1794: "b"
        case 0x1795, 0x1797: "ph"
        case 0x1796: "p"
        case 0x1798: "m"
        case 0x1799: "y"
        case 0x179A: "r"
        case 0x179B, 0x17A1: "l"
        case 0x179C: "v"
        case 0x179D...0x179F: "s"
        case 0x17A0: "h"
        default: ""
        }
    }

    /// A consonant written below another.
    static func `subscript`(_ value: UInt32) -> StaticString {
        switch value {
        case 0x178F: "t"
        case 0x1794: "b"
        default: initial(value)
        }
    }

    /// A consonant at the end of a syllable.
    static func final(_ value: UInt32) -> StaticString {
        switch value {
        case 0x1780...0x1783: "k"
        case 0x1784: "ng"
        case 0x1785...0x1788: "ch"
        case 0x1789: "nh"
        case 0x178A...0x178D, 0x178F...0x1792: "t"
        case 0x178E, 0x1793: "n"
        case 0x1794...0x1797: "p"
        case 0x1798: "m"
        case 0x1799: "y"
        case 0x179A: "r"
        case 0x179B, 0x17A1: "l"
        case 0x179C: "v"
        case 0x179D...0x179F: "s"
        default: ""
        }
    }

    /// A vowel sign after a consonant of the first or the second series.
    static func vowel(_ sign: UInt32, second: Bool) -> StaticString {
        switch sign {
        case 0x17B6: second ? "ea" : "a"
        case 0x17B7, 0x17B8: second ? "i" : "e"
        case 0x17B9, 0x17BA: "eu"
        case 0x17BB: second ? "u" : "o"
        case 0x17BC: second ? "u" : "ou"
        case 0x17BD: "uo"
        case 0x17BE: second ? "eu" : "ae"
        case 0x17BF: "oea"
        case 0x17C0: "ie"
        case 0x17C1: "e"
        case 0x17C2: "ae"
        case 0x17C3: second ? "ey" : "ai"
        case 0x17C4: second ? "ou" : "ao"
        case 0x17C5: second ? "ov" : "au"
        case 0x17C6: second ? "um" : "am"
        default: second ? "eah" : "ah"
        }
    }

    /// A vowel that is a letter of its own.
    static func independent(_ value: UInt32) -> StaticString? {
        switch value {
        case 0x17A3, 0x17A4: "a"
        case 0x17A5, 0x17A6: "e"
        case 0x17A7, 0x17A8, 0x17A9: "u"
        case 0x17AA: "ov"
        case 0x17AB, 0x17AC: "rue"
        case 0x17AD, 0x17AE: "lue"
        case 0x17AF: "ae"
        case 0x17B0: "ai"
        case 0x17B1, 0x17B2: "ao"
        case 0x17B3: "au"
        default: nil
        }
    }
}
