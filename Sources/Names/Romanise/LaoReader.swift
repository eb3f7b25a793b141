/// Reads Lao, a syllable at a time. Lao writes every vowel, so that the letters say nearly all.
struct LaoReader {
    private let text: [UInt32]
    private var at = 0
    private var out = Syllables()

    /// The syllables of folded Lao scalars.
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        // Tone marks, silencing marks and the repetition sign are not heard.
        var reader = LaoReader(text: scalars.filter { !(0xEC8...0xECC).contains($0) && $0 != 0xEC6 })
        reader.readAll()
        return reader.out
    }

    private init(text: [UInt32]) { self.text = text }

    private mutating func readAll() {
        while at < text.count {
            let value = text[at]
            if (0xEC0...0xEC4).contains(value) && isConsonant(at + 1) {
                at += 1
                beginInitial()
                readLeading(value)
            } else if isConsonant(at) {
                beginInitial()
                readSign()
            } else {
                if value < 0x80 { out.begin([UInt8(value)]) }
                at += 1
            }
        }
    }

    private func value(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }
    private func isConsonant(_ index: Int) -> Bool { (0xE81...0xEAE).contains(value(index)) }
    private func isSign(_ index: Int) -> Bool {
        (0xEB0...0xEBB).contains(value(index)) || value(index) == 0xEBD || value(index) == 0xECD
    }

    /// ວ and ອ are vowels between consonants.
    private func isVowelLetter(_ index: Int, _ letter: UInt32) -> Bool {
        value(index) == letter && !isSign(index + 1)
    }

    private mutating func beginInitial() {
        let first = value(at)
        at += 1
        // A ຫ before a sonorant only lends its tone.
        if first == 0xEAB, [0xE87, 0xE8D, 0xE99, 0xEA1, 0xEA3, 0xEA5, 0xEA7].contains(value(at)),
            isSign(at + 1) || isConsonant(at + 1) || value(at - 2 < 0 ? text.count : at - 2) >= 0xEC0
        {
            out.begin(Self.initial(value(at)))
            at += 1
        } else {
            out.begin(Self.initial(first))
        }
        if value(at) == 0xEBC {  // the small lo under its consonant
            if first != 0xEAB { out.add("l") } else { out.removeLast(); out.add("l") }
            at += 1
        } else if value(at) == 0xEA3, [0xE81, 0xE9B, 0xE9E, 0xE95].contains(first), isSign(at + 1) {
            out.add("r")
            at += 1
        } else if value(at) == 0xEA7, [0xE81, 0xE82, 0xE84].contains(first), isSign(at + 1) {
            out.add("w")
            at += 1
        }
    }

    private mutating func readLeading(_ vowel: UInt32) {
        switch vowel {
        case 0xEC3, 0xEC4: out.add("ai")
        case 0xEC2: finishLeading("o")
        case 0xEC1: finishLeading("e")
        default:
            switch (value(at), value(at + 1)) {
            case (0xEB7, 0xEAD), (0xEB6, 0xEAD): finish("eua", skipping: 2)
            case (0xEB1, 0xE8D): finish("ia", skipping: 2)
            case (0xE8D, _) where !isSign(at + 1): finish("ia", skipping: 1)
            case (0xEBB, 0xEB2): finish("ao", skipping: 2)
            case (0xEB2, 0xEB0): finish("o", skipping: 2)
            case (0xEB5, _), (0xEB4, _): finish("eu", skipping: 1)
            case (0xEBD, _): finish("ia", skipping: 1)
            default: finishLeading("e")
            }
        }
    }

    private mutating func finishLeading(_ vowel: StaticString) {
        if value(at) == 0xEB1 || value(at) == 0xEB0 { at += 1 }
        finish(vowel, skipping: 0)
    }

    private mutating func readSign() {
        switch value(at) {
        case 0xEB1 where value(at + 1) == 0xEA7: finish("oua", skipping: 2)
        case 0xEB0, 0xEB1, 0xEB2: finish("a", skipping: 1)
        case 0xEB3: finish("am", skipping: 1, closes: false)
        case 0xEB4, 0xEB5: finish("i", skipping: 1)
        case 0xEB6, 0xEB7: finish("eu", skipping: 1)
        case 0xEB8, 0xEB9: finish("ou", skipping: 1)
        case 0xEBB where isVowelLetter(at + 1, 0xEA7) && !isConsonant(at + 2): finish("oua", skipping: 2)
        case 0xEBB, 0xECD: finish("o", skipping: 1)
        case 0xEBD: finish("ia", skipping: 1)
        case 0xEA7 where isVowelLetter(at, 0xEA7) && isConsonant(at + 1): finish("oua", skipping: 1)
        case 0xEAD where isVowelLetter(at, 0xEAD): finish("o", skipping: 1)
        default: finish("o", skipping: 0)
        }
    }

    /// Writes the vowel and closes the syllable with the next consonant, unless that one begins another.
    private mutating func finish(_ vowel: StaticString, skipping: Int, closes: Bool = true) {
        out.add(vowel)
        at += skipping
        guard closes, isConsonant(at), !isSign(at + 1), value(at) != 0xEAB else { return }
        if value(at + 1) == 0xEBC || isVowelLetter(at + 1, 0xEAD) || opensWithVowelWa(at) { return }
        out.add(Self.final(value(at)))
        at += 1
    }

    private func opensWithVowelWa(_ index: Int) -> Bool {
        isVowelLetter(index + 1, 0xEA7) && isConsonant(index + 2) && !isSign(index + 3)
    }

    private static func initial(_ value: UInt32) -> StaticString {
        switch value {
        case 0xE81: "k"
        case 0xE82, 0xE84: "kh"
        case 0xE87: "ng"
        case 0xE88: "ch"
        case 0xEAA: "s"
        case 0xE8A: "x"
        case 0xE8D: "gn"
        case 0xE94: "d"
        case 0xE95: "t"
        case 0xE96, 0xE97: "th"
        case 0xE99: "n"
        case 0xE9A: "b"
        case 0xE9B: "p"
        case 0xE9C, 0xE9E: "ph"
        case 0xE9D, 0xE9F: "f"
        case 0xEA1: "m"
        case 0xEA2: "y"
        case 0xEA3, 0xEA5: "l"
        case 0xEA7: "v"
        case 0xEAB, 0xEAE: "h"
        default: ""
        }
    }

    private static func final(_ value: UInt32) -> StaticString {
        switch value {
        case 0xE81, 0xE82, 0xE84: "k"
        case 0xE87: "ng"
        case 0xE8D: "y"
        case 0xE99, 0xEA3, 0xEA5: "n"
        case 0xE9A, 0xE9B, 0xE9E: "p"
        case 0xEA1: "m"
        case 0xEA7: "o"
        case 0xE88, 0xE8A, 0xE94, 0xE95, 0xE96, 0xE97, 0xEAA: "t"
        default: ""
        }
    }
}
