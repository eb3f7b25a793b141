/// The Thai letters with their RTGS values.
enum ThaiLetters {
    /// A consonant at the start of a syllable.
    static func initial(_ value: UInt32) -> StaticString {
        switch value {
        case 0xE01: "k"
        case 0xE02...0xE06: "kh"
        case 0xE07: "ng"
        case 0xE08: "ch"
        case 0xE09, 0xE0A, 0xE0C: "ch"
        case 0xE0B, 0xE28, 0xE29, 0xE2A: "s"
        case 0xE0D, 0xE22: "y"
        case 0xE0E, 0xE14: "d"
        case 0xE0F, 0xE15: "t"
        case 0xE10...0xE12, 0xE16...0xE18: "th"
        case 0xE13, 0xE19: "n"
        case 0xE1A: "b"
        case 0xE1B: "p"
        case 0xE1C, 0xE1E, 0xE20: "ph"
        case 0xE1D, 0xE1F: "f"
        case 0xE21: "m"
        case 0xE23: "r"
        case 0xE25, 0xE2C: "l"
        case 0xE27: "w"
        case 0xE2B, 0xE2E: "h"
        default: ""
        }
    }

    /// A consonant at the end of a syllable.
    static func final(_ value: UInt32) -> StaticString {
        switch value {
        case 0xE01...0xE06: "k"
        case 0xE07: "ng"
        case 0xE08...0xE0C, 0xE0E...0xE12, 0xE14...0xE18, 0xE28...0xE2A: "t"
        case 0xE0D, 0xE13, 0xE19, 0xE23, 0xE25, 0xE2C: "n"
        case 0xE1A...0xE20: "p"
        case 0xE21: "m"
        case 0xE22: "i"
        case 0xE27: "o"
        default: ""
        }
    }

    static func isConsonant(_ value: UInt32) -> Bool {
        (0xE01...0xE2E).contains(value) && value != 0xE24 && value != 0xE26
    }
    static func isLeading(_ value: UInt32) -> Bool { (0xE40...0xE44).contains(value) }

    /// Whether the two stand together at the start of a syllable (กร, ปล, ขว …), or the first only lends its tone.
    static func isCluster(_ first: UInt32, _ second: UInt32) -> Bool {
        switch first {
        case 0xE01, 0xE02, 0xE04: second == 0xE23 || second == 0xE25 || second == 0xE27
        case 0xE1B, 0xE1E, 0xE1C: second == 0xE23 || second == 0xE25
        case 0xE15, 0xE17, 0xE2A, 0xE28, 0xE0B: second == 0xE23
        case 0xE2B: second != 0xE13 && ThaiSpelling.isSonorant(second)
        default: false
        }
    }

    /// Sound of a cluster's start: ทร, สร, ศร are s; a leading ห is silent.
    static func cluster(_ first: UInt32, _ second: UInt32, afterClosed: Bool) -> (StaticString, StaticString) {
        switch first {
        case 0xE2B: ("", initial(second))
        case 0xE17: afterClosed ? ("th", "r") : ("s", "")
        case 0xE2A, 0xE28, 0xE0B: ("s", "")
        default: (initial(first), initial(second))
        }
    }
}
