/// A key by which spellings that *sound* alike in the region's mouths are found together.
///
/// It follows how names of the Mekong, of China and of the archipelago are really spelled in Latin letters: ph or p,
/// th or t, kh or k, j or ch, v or w, r or l; a final consonant is one of k, t, p, m, n, ng; vowels after the first
/// are dropped, and the first is kept only as front (`e`) or back (`a`).
///
///     SoundKey.key("Jaidee") == SoundKey.key("Chaidi")
public enum SoundKey {
    /// The key of a word in Latin letters. Case and diacritics do not matter; digits and signs are left out.
    /// Empty when the word has no letter.
    public static func key(_ latin: String) -> String {
        var letters: [UInt8] = []
        for value in Fold.scalars(latin) where (0x61...0x7A).contains(value) { letters.append(UInt8(value)) }
        return String(decoding: key(letters[...]), as: UTF8.self)
    }

    /// The key of lower-case ASCII letters.
    package static func key(ofLetters letters: [UInt8]) -> [UInt8] { key(letters[...]) }

    /// The key of lower-case ASCII letters.
    static func key(_ letters: ArraySlice<UInt8>) -> [UInt8] {
        var reader = SoundReader(letters: letters, at: letters.startIndex)
        return reader.read()
    }
}

/// A consonant as written: what it is at the start and at the end of a syllable, and how many letters it takes.
private struct Consonant {
    var initial: UInt8
    var final: UInt8
    var length: Int

    init(_ initial: Unicode.Scalar, _ final: Unicode.Scalar, _ length: Int) {
        self.initial = UInt8(ascii: initial)
        self.final = UInt8(ascii: final)
        self.length = length
    }
}

/// Reads letters from left to right and writes the key.
private struct SoundReader {
    let letters: ArraySlice<UInt8>
    var at: Int
    var key: [UInt8] = []
    var sawVowel = false
    /// Whether a vowel stands between the last written consonant and here: only then may it be written again.
    var vowelSince = false

    init(letters: ArraySlice<UInt8>, at: Int) {
        self.letters = letters
        self.at = at
        key.reserveCapacity(letters.count)
    }

    mutating func read() -> [UInt8] {
        while at < letters.endIndex {
            if isVowel(at) {
                readVowel()
            } else if let consonant = consonant() {
                write(consonant)
                at += consonant.length
            } else {
                at += 1
            }
        }
        return key
    }

    // MARK: Vowels

    private mutating func readVowel() {
        if !sawVowel { key.append(quality()) }
        sawVowel = true
        vowelSince = true
        at += 1
    }

    /// How open the first vowel is, judged by its letters: spelling wavers too much for more.
    private func quality() -> UInt8 {
        switch letters[at] {
        case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            return letter(1) == UInt8(ascii: "e") ? UInt8(ascii: "e") : UInt8(ascii: "a")
        default: return UInt8(ascii: "e")
        }
    }

    // MARK: Consonants

    private mutating func write(_ consonant: Consonant) {
        let code = isInitial(after: at + consonant.length) ? consonant.initial : consonant.final
        if let last = key.last, !vowelSince {
            if last == code { return }
            // The first half of a doubled ch (tch, chch) has been written as a final t.
            if last == UInt8(ascii: "t") && code == UInt8(ascii: "c") { key.removeLast() }
            // Colloquial speech drops the liquid of a cluster: Prasert, Pasert.
            if code == UInt8(ascii: "l") && Self.stops.contains(last) { return }
        }
        key.append(code)
        vowelSince = false
    }

    private static let stops = Array("kptbdfs".utf8)

    private func isInitial(after index: Int) -> Bool {
        guard index < letters.endIndex else { return false }
        if !sawVowel || isVowel(index) { return true }
        switch letters[index] {
        case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "y"): return isVowel(index + 1)
        default: return false
        }
    }

    private func consonant() -> Consonant? {
        switch letters[at] {
        case UInt8(ascii: "b"):
            return two("h") ? .init("p", "p", 2) : two("p") ? .init("p", "p", 2) : .init("b", "p", 1)
        case UInt8(ascii: "c"): return startingWithC()
        case UInt8(ascii: "d"):
            return two("j") ? .init("c", "t", 2) : two("h") || two("t") ? .init("t", "t", 2) : .init("d", "t", 1)
        case UInt8(ascii: "f"): return .init("f", "p", 1)
        case UInt8(ascii: "g"): return startingWithG()
        case UInt8(ascii: "h"): return isVowel(at + 1) ? .init("h", "h", 1) : nil
        case UInt8(ascii: "j"): return .init("c", "t", two("h") ? 2 : 1)
        case UInt8(ascii: "k"): return startingWithK()
        case UInt8(ascii: "l"): return .init("l", "n", 1)
        case UInt8(ascii: "m"): return .init("m", "m", 1)
        case UInt8(ascii: "n"): return startingWithN()
        case UInt8(ascii: "p"): return .init("p", "p", two("h") ? 2 : 1)
        case UInt8(ascii: "q"): return two("i") ? .init("c", "k", 1) : .init("k", "k", 1)
        case UInt8(ascii: "r"): return isVowel(at + 1) ? .init("l", "n", 1) : nil
        case UInt8(ascii: "s"): return .init("s", "t", two("h") || two("j") ? 2 : 1)
        case UInt8(ascii: "t"): return startingWithT()
        case UInt8(ascii: "v"), UInt8(ascii: "w"): return isVowel(at + 1) ? .init("w", "w", 1) : nil
        case UInt8(ascii: "x"): return .init("s", "t", 1)
        case UInt8(ascii: "y"): return .init("y", "y", 1)
        case UInt8(ascii: "z"): return two("h") ? .init("c", "t", 2) : .init("s", "t", 1)
        default: return nil
        }
    }

    private func startingWithC() -> Consonant {
        if two("h") { return .init("c", "t", letter(2) == UInt8(ascii: "h") ? 3 : 2) }
        if two("k") { return .init("k", "k", 2) }
        return .init("c", "k", 1)
    }

    private func startingWithG() -> Consonant {
        if two("n") && isVowel(at + 2) { return .init("n", "n", 2) }
        if two("y") && isVowel(at + 2) { return .init("c", "k", 2) }
        return .init("k", "k", two("h") ? 2 : 1)
    }

    private func startingWithK() -> Consonant {
        let aspirated = two("h") ? 1 : 0
        if letter(1 + aspirated) == UInt8(ascii: "y") && isVowel(at + 2 + aspirated) {
            return .init("c", "k", 2 + aspirated)
        }
        return .init("k", "k", 1 + aspirated)
    }

    private func startingWithN() -> Consonant {
        if two("g") { return .init("g", "g", letter(2) == UInt8(ascii: "h") ? 3 : 2) }
        if two("h") || (two("y") && isVowel(at + 2)) { return .init("n", "n", 2) }
        return .init("n", "n", 1)
    }

    private func startingWithT() -> Consonant {
        if two("c") && letter(2) == UInt8(ascii: "h") { return .init("c", "t", 3) }
        if two("j") { return .init("c", "t", 2) }
        if two("s") || two("z") { return .init("s", "t", 2) }
        return .init("t", "t", two("h") ? 2 : 1)
    }

    // MARK: Looking ahead

    private func letter(_ ahead: Int) -> UInt8 {
        at + ahead < letters.endIndex ? letters[at + ahead] : 0
    }

    private func two(_ second: Unicode.Scalar) -> Bool { letter(1) == UInt8(ascii: second) }

    private func isVowel(_ index: Int) -> Bool {
        guard index < letters.endIndex else { return false }
        switch letters[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return true
        case UInt8(ascii: "y"):
            if !isPlainVowel(index + 1) { return true }
            // Burmese "aye" at the end of a word is one vowel.
            return index + 2 == letters.endIndex && letters[index + 1] == UInt8(ascii: "e")
                && index > letters.startIndex
                && isPlainVowel(index - 1)
        default: return false
        }
    }

    private func isPlainVowel(_ index: Int) -> Bool {
        guard index < letters.endIndex else { return false }
        switch letters[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return true
        default: return false
        }
    }
}
