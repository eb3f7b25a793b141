/// A spelling in which the ways of the region to write one sound are one: `Jaidee`, `Chaidi` and `Jaidi` become `caidi`.
///
/// Unlike `SoundKey`, which finds, it keeps the vowels: it is for telling near names apart.
enum Sounding {
    /// Rules from left to right, the longest first: letters, what they become.
    private static let rules: [(from: [UInt8], to: [UInt8])] = {
        let list = """
            chh c|tch c|tsch c|sch s|sh s|sj s|tj c|dj c|zh c|ch c|ts c|tz c|hs s|ph p|th t|kh k|gh g|bh b|dh d|hl l|hm m|hn n|ht t
            ck k|cq k|qu k|gn n|nh n|ny n|ee i|ea i|oo u|ou u|oe u|ue u|uu u|ie i|ii i|ei e|ey i|ay ai|aw o|au o|or o|ow o|ao o|aa a|ar a|er e|ah a|oh o
            j c|q k|x s|z s|v w|y i|r l|f p|kk k|ss s|tt t|pp p|ll l|nn n|mm m|rr l|dd d|bb b|gg g|cc c|ff p
            """
        return list.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { rule in
            let words = rule.split(separator: " ")
            return (Array(words[0].utf8), Array(words[1].utf8))
        }.sorted { $0.0.count > $1.0.count }
    }()

    /// The rules of each first letter.
    private static let byFirst: [[(from: [UInt8], to: [UInt8])]] = (0..<256).map { first in
        rules.filter { $0.from[0] == UInt8(first) }
    }

    static func of(_ spelling: [UInt8]) -> [UInt8] {
        let letters = withoutFigures(spelling)
        var sound: [UInt8] = []
        sound.reserveCapacity(letters.count)
        var at = 0
        while at < letters.count {
            if let rule = rule(letters, at) {
                append(rule.to, to: &sound)
                at += rule.from.count
            } else {
                append([letters[at]], to: &sound)
                at += 1
            }
        }
        if let last = sound.last, sound.count > 1 { sound[sound.count - 1] = final(last) }
        return sound
    }

    /// Figures inside a word stand for the letters that they look like: `Ig0r`.
    private static func withoutFigures(_ letters: [UInt8]) -> [UInt8] {
        guard letters.contains(where: { $0 < 0x3A }), letters.count(where: { $0 >= 0x61 }) * 2 > letters.count else {
            return letters
        }
        return letters.map { letter in
            switch letter {
            case UInt8(ascii: "0"): UInt8(ascii: "o")
            case UInt8(ascii: "1"): UInt8(ascii: "i")
            case UInt8(ascii: "3"): UInt8(ascii: "e")
            case UInt8(ascii: "4"): UInt8(ascii: "a")
            case UInt8(ascii: "5"): UInt8(ascii: "s")
            case UInt8(ascii: "9"): UInt8(ascii: "g")
            default: letter
            }
        }
    }

    private static func rule(_ letters: [UInt8], _ at: Int) -> (from: [UInt8], to: [UInt8])? {
        byFirst[Int(letters[at])].first { rule in
            guard at + rule.from.count <= letters.count, letters[at..<at + rule.from.count].elementsEqual(rule.from)
            else {
                return false
            }
            // "ar", "or", "er" and "ah" are long vowels only where no vowel follows; "ny" before one is a consonant.
            let next = at + rule.from.count < letters.count ? letters[at + rule.from.count] : 0
            let endsLoose =
                rule.from.count == 2 && (rule.from[1] == UInt8(ascii: "r") || rule.from[1] == UInt8(ascii: "h"))
            return !(endsLoose && isVowel(rule.from[0]) && isVowel(next))
        }
    }

    private static func append(_ letters: [UInt8], to sound: inout [UInt8]) {
        for letter in letters where sound.last != letter { sound.append(letter) }
    }

    /// No voice is heard at the end of a word.
    private static func final(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "d"): UInt8(ascii: "t")
        case UInt8(ascii: "b"): UInt8(ascii: "p")
        case UInt8(ascii: "g"): UInt8(ascii: "k")
        default: letter
        }
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }
}
