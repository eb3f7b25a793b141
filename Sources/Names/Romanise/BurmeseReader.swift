/// Reads Burmese, a syllable at a time, the way people spell their names in Latin letters.
///
/// A syllable is a consonant with up to four medials, vowel signs, perhaps a final consonant under an asat or stacked
/// on the next, and tone marks. The rime (vowel and final together) decides the sound.
struct BurmeseReader {
    private let text: ArraySlice<UInt32>
    private var at: Int
    private var out = Syllables()

    /// The syllables of folded Burmese scalars (Unicode, not Zawgyi).
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        var reader = BurmeseReader(text: scalars)
        while reader.at < reader.text.endIndex { reader.readSyllable() }
        return reader.out
    }

    private init(text: ArraySlice<UInt32>) {
        self.text = text
        at = text.startIndex
    }

    private func value(_ index: Int) -> UInt32 { index < text.endIndex ? text[index] : 0 }
    private func isConsonant(_ index: Int) -> Bool {
        (0x1000...0x1021).contains(value(index)) || value(index) == 0x103F
    }

    private mutating func readSyllable() {
        if isConsonant(at) {
            readInitial()
            readRime()
        } else if let vowel = Self.independent(value(at)) {
            at += 1
            out.begin(vowel)
            readRime(inherent: false)
        } else {
            if value(at) < 0x80 { out.begin([UInt8(value(at))]) }
            at += 1
        }
    }

    // MARK: Initials

    private mutating func readInitial() {
        let base = value(at)
        at += 1
        var (ya, ra, ha) = (false, false, false)
        if value(at) == 0x103A && value(at + 1) == 0x103B { at += 1 }  // သျှ spelled with an asat
        while (0x103B...0x103E).contains(value(at)) && value(at) != 0x103D {
            ya = ya || value(at) == 0x103B
            ra = ra || value(at) == 0x103C
            ha = ha || value(at) == 0x103E
            at += 1
        }
        var wa = false
        if value(at) == 0x103D {
            wa = true
            at += 1
            if value(at) == 0x103E {
                ha = true
                at += 1
            }
        }
        out.begin(Self.onset(base, glide: ya || ra, ya: ya, breathy: ha))
        glideWa = wa
    }

    /// A medial wa waits for the rime, which may swallow it (ွန် un).
    private var glideWa = false

    private static func onset(_ base: UInt32, glide: Bool, ya: Bool, breathy: Bool) -> StaticString {
        switch (base, glide, breathy) {
        case (0x1000, true, _): "ky"
        case (0x1001, true, _): "ch"
        case (0x1002, true, _), (0x1003, true, _): "gy"
        case (0x101B, _, true), (0x101E, true, _): "sh"
        case (0x101C, true, true): "sh"
        case (0x1005, true, _), (0x1006, true, _): "s"
        case (0x1015, true, _): "py"
        case (0x1016, true, _), (0x1018, true, _): "phy"
        case (0x1017, true, _): "by"
        case (0x1019, true, _): breathy ? "hmy" : "my"
        case (0x101C, true, _): "ly"
        case (0x1004, true, _): "ny"
        case (_, _, true): breathyOnset(base)
        default: plainOnset(base)
        }
    }

    private static func breathyOnset(_ base: UInt32) -> StaticString {
        switch base {
        case 0x1019: "hm"
        case 0x1014, 0x100F: "hn"
        case 0x101C: "hl"
        case 0x101D: "hw"
        case 0x100A, 0x1009: "hny"
        case 0x101A: "sh"
        default: plainOnset(base)
        }
    }

    private static func plainOnset(_ base: UInt32) -> StaticString {
        switch base {
        case 0x1000: "k"
        case 0x1001: "kh"
        case 0x1002, 0x1003: "g"
        case 0x1004: "ng"
        case 0x1005: "s"
        case 0x1006: "hs"
        case 0x1007, 0x1008: "z"
        case 0x1009, 0x100A: "ny"
        case 0x100B, 0x1010: "t"
        case 0x100C, 0x1011: "ht"
        case 0x100D, 0x100E, 0x1012, 0x1013: "d"
        case 0x100F, 0x1014: "n"
        case 0x1015: "p"
        case 0x1016: "ph"
        case 0x1017, 0x1018: "b"
        case 0x1019: "m"
        case 0x101A, 0x101B: "y"
        case 0x101C, 0x1020: "l"
        case 0x101D: "w"
        case 0x101E, 0x103F: "th"
        case 0x101F: "h"
        default: ""  // အ carries the vowel
        }
    }

    private static func independent(_ value: UInt32) -> StaticString? {
        switch value {
        case 0x1023, 0x1024: "i"
        case 0x1025, 0x1026: "u"
        case 0x1027: "ay"
        case 0x1029, 0x102A: "aw"
        case 0x104E: "lagaung"
        default: nil
        }
    }

    // MARK: Rimes

    private mutating func readRime(inherent: Bool = true) {
        var (e, aa, i, u, ai, anusvara, creaky) = (false, false, false, false, false, false, false)
        scan: while true {
            switch value(at) {
            case 0x1031: e = true
            case 0x102B, 0x102C: aa = true
            case 0x102D, 0x102E: i = true
            case 0x102F, 0x1030: u = true
            case 0x1032: ai = true
            case 0x1036: anusvara = true
            case 0x1037: creaky = true
            case 0x103A, 0x1038: break
            default: break scan
            }
            at += 1
        }
        let vowel: Vowel = e && aa ? .aw : e ? .e : i && u ? .o : i ? .i : u ? .u : ai ? .ai : aa ? .a : .none
        let (final, dotted) = takeFinal()
        let nasal: Unicode.Scalar? = anusvara ? "m" : nil
        writeRime(vowel, final: nasal ?? final, creaky: creaky || dotted, inherent: inherent)
        while value(at) == 0x1037 || value(at) == 0x1038 { at += 1 }
        glideWa = false
    }

    private enum Vowel { case none, a, i, u, e, ai, aw, o }

    /// The final consonant, as one of k, g (ng), s, ñ (written j), t, p, n, m, y, when there is one.
    private mutating func takeFinal() -> (Unicode.Scalar?, dotted: Bool) {
        guard isConsonant(at) else { return (nil, false) }
        let final = Self.final(value(at))
        var next = at + 1
        var dotted = false
        if value(next) == 0x1037 {
            dotted = true
            next += 1
        }
        if value(next) == 0x103A {
            at = next + 1
            if value(at) == 0x1039 { at += 1 }  // kinzi
            return (final, dotted)
        }
        if value(next) == 0x1039 && !dotted {  // stacked: closes this syllable, the one below opens the next
            at = next + 1
            return (final, false)
        }
        return (nil, false)
    }

    private static func final(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x1000...0x1003: "k"
        case 0x1004: "g"
        case 0x1005...0x1008: "s"
        case 0x1009: "j"
        case 0x100A: "y"
        case 0x100B...0x100E, 0x1010...0x1013, 0x101E: "t"
        case 0x100F, 0x1014, 0x101C, 0x1020: "n"
        case 0x1015...0x1018: "p"
        case 0x1019: "m"
        case 0x101A: "e"
        default: nil
        }
    }

    private mutating func writeRime(_ vowel: Vowel, final: Unicode.Scalar?, creaky: Bool, inherent: Bool) {
        guard let final else {
            if glideWa { out.add("w") }
            out.add(glideWa && vowel == .e ? "e" : open(vowel, inherent: inherent))
            return
        }
        let swallowed = glideWa && vowel == .none && (final == "n" || final == "m" || final == "t" || final == "p")
        if glideWa && !swallowed { out.add("w") }
        out.add(closed(vowel, final, swallowed: swallowed))
        if creaky && out.last == UInt8(ascii: "n") { out.add("t") }  // မြင့် Myint, ညွန့် Nyunt
    }

    private func open(_ vowel: Vowel, inherent: Bool) -> StaticString {
        switch vowel {
        case .none: inherent ? "a" : ""
        case .a: "a"
        case .i: "i"
        case .u: "u"
        case .e: "ay"
        case .ai: "e"
        case .aw: "aw"
        case .o: "o"
        }
    }

    private func closed(_ vowel: Vowel, _ final: Unicode.Scalar, swallowed: Bool) -> StaticString {
        switch (vowel, final) {
        case (.aw, "k"): "auk"
        case (.aw, "g"): "aung"
        case (.o, "k"): "aik"
        case (.o, "g"): "aing"
        case (.i, "t"), (.i, "p"), (.i, "s"), (.i, "k"): "eik"
        case (.i, _): "ein"
        case (.u, "t"), (.u, "p"), (.u, "k"): "oke"
        case (.u, "n"), (.u, "m"): "on"
        case (.e, "k"): "et"
        case (_, "k"): "et"
        case (_, "g"): "in"
        case (_, "s"): "it"
        case (_, "j"): "in"
        case (_, "y"): "i"
        case (_, "e"): "e"
        case (_, "t"), (_, "p"): swallowed ? "ut" : "at"
        case (_, "n"), (_, "m"): swallowed ? "un" : "an"
        default: "a"
        }
    }
}
