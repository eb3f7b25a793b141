/// What has to be settled in Thai spelling before it can be read.
enum ThaiSpelling {
    /// Stands for ว used as the vowel ua between consonants.
    static let ua: UInt32 = 1
    /// Stands for อ used as the vowel o after a consonant.
    static let o: UInt32 = 2
    /// Stands for รร, which is a or an.
    static let doubleR: UInt32 = 3
    /// The letter ฤ.
    static let ru: UInt32 = 0xE24

    /// Whether a value is a vowel written on or after its consonant.
    static func isSign(_ value: UInt32) -> Bool {
        (1...3).contains(value) || (0xE30...0xE3A).contains(value) || value == 0xE47 || value == ru
    }

    /// Without tone marks and silenced letters, and with ว, อ and รร told apart from the consonants.
    static func clean(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
        var text: [UInt32] = []
        text.reserveCapacity(scalars.count)
        for value in scalars {
            switch value {
            case 0xE48...0xE4B, 0xE2F, 0xE46, 0xE4D, 0xE4E: continue
            case 0xE4C: removeSilenced(&text)
            default: text.append(value)
            }
        }
        markVowels(&text)
        return text
    }

    /// ◌์ silences the letter under it with its vowel, and the one before when the syllable is already closed (จันทร์).
    private static func removeSilenced(_ text: inout [UInt32]) {
        if let last = text.last, [0xE34, 0xE35, 0xE38].contains(last) { text.removeLast() }
        if let last = text.last, ThaiLetters.isConsonant(last) { text.removeLast() }
        let count = text.count
        if count >= 3, [0xE01, 0xE0E, 0xE0F, 0xE14, 0xE15, 0xE17, 0xE18, 0xE29].contains(text[count - 1]),
            ThaiLetters.isConsonant(text[count - 2]),
            isSign(text[count - 3]), !(text[count - 3] == 0xE35 && text[count - 2] == 0xE22)
        {
            text.removeLast()
        }
    }

    private static func markVowels(_ text: inout [UInt32]) {
        var index = 1
        while index < text.count {
            let next = index + 1 < text.count ? text[index + 1] : 0
            let before = text[index - 1]
            let followsConsonant = ThaiLetters.isConsonant(before)
            switch text[index] {
            case 0xE23 where next == 0xE23 && followsConsonant:
                text[index] = doubleR
                text.remove(at: index + 1)
            case 0xE2D where followsConsonant && !isSign(next): text[index] = o
            case 0xE27 where followsConsonant && before != 0xE07 && ThaiLetters.isConsonant(next):
                let afterNext = index + 2 < text.count ? text[index + 2] : 0
                let leading = index >= 2 && ThaiLetters.isLeading(text[index - 2])
                let diphthong = before == 0xE22 && index >= 2 && text[index - 2] == 0xE35
                let doubleR = next == 0xE23 && afterNext == 0xE23
                let wora = next == 0xE23 && before != 0xE04
                if !isSign(afterNext) && !leading && !diphthong && !doubleR && !wora { text[index] = ua }
            default: break
            }
            index += 1
        }
    }

    /// Whether the second of two final consonants is mute: มิตร mit, พุทธ phut.
    static func isSilentPair(_ first: UInt32, _ second: UInt32) -> Bool {
        switch (first, second) {
        case (0xE15, 0xE23), (0xE0F, 0xE23): true
        case (0xE17, 0xE18), (0xE15, 0xE15), (0xE15, 0xE16), (0xE01, 0xE02), (0xE01, 0xE01), (0xE0A, 0xE0A): true
        case (0xE0F, 0xE10), (0xE29, 0xE10), (0xE29, 0xE0E), (0xE14, 0xE12), (0xE0D, 0xE0D), (0xE2A, 0xE2A): true
        default: false
        }
    }

    /// ง ญ น ม ย ร ล ว ณ.
    static func isSonorant(_ value: UInt32) -> Bool {
        switch value {
        case 0xE07, 0xE0D, 0xE13, 0xE19, 0xE21, 0xE22, 0xE23, 0xE25, 0xE27: true
        default: false
        }
    }

    /// ส ฉ ข ถ ผ: they lend their tone to a sonorant that follows.
    static func isHighObstruent(_ value: UInt32) -> Bool {
        switch value {
        case 0xE02, 0xE09, 0xE16, 0xE1C, 0xE2A: true
        default: false
        }
    }

    /// ย ร ว: no final after รร.
    static func isSonorantGlide(_ value: UInt32) -> Bool { value == 0xE22 || value == 0xE23 || value == 0xE27 }

    /// ฉ ฌ ผ ฝ ห อ ฮ never end a syllable.
    static func neverCloses(_ value: UInt32) -> Bool {
        switch value {
        case 0xE09, 0xE0C, 0xE1C, 0xE1D, 0xE2B, 0xE2D, 0xE2E: true
        default: false
        }
    }

    /// Consonants of Pali words that after ◌ั both close the syllable and begin the next.
    static func isHeardTwice(_ value: UInt32, before next: UInt32) -> Bool {
        switch value {
        case 0xE04, 0xE0A, 0xE10, 0xE12, 0xE15...0xE18, 0xE28:
            ThaiLetters.isConsonant(next) && (next == 0xE23 || !isSilentPair(value, next))
        default: false
        }
    }
}
