/// Reads Khmer, a syllable at a time, in the usual spelling of places and persons.
///
/// A consonant belongs to the first or the second series, which decides the sound of the vowel after it; a consonant
/// under another (after a coeng) begins the same syllable. A bare consonant closes the syllable before it, or is a
/// syllable of its own with the unwritten vowel.
struct KhmerReader {
    private let text: [UInt32]
    private var at = 0
    private var out = Syllables()
    private var secondSeries = false

    /// The syllables of folded Khmer scalars.
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        var reader = KhmerReader(text: clean(scalars))
        reader.readAll()
        return reader.out
    }

    /// Without the signs that are not heard, and without the letters that a toandakhiat (៍) silences.
    private static func clean(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
        var text: [UInt32] = []
        for value in scalars where !ignored.contains(value) {
            if value != 0x17CD {
                text.append(value)
                continue
            }
            if let last = text.last, (0x17B6...0x17C8).contains(last) { text.removeLast() }
            if !text.isEmpty { text.removeLast() }
            if text.last == coeng { text.removeLast() }
        }
        return text
    }

    /// Bantoc and the signs that only shorten, silence or adorn.
    private static let ignored: Set<UInt32> = [0x17CB, 0x17CE, 0x17CF, 0x17D0, 0x17D1, 0x17D3, 0x17D7]
    private static let coeng: UInt32 = 0x17D2

    private init(text: [UInt32]) { self.text = text }

    private func value(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }
    private func isConsonant(_ index: Int) -> Bool { (0x1780...0x17A2).contains(value(index)) }
    private func isSign(_ index: Int) -> Bool { (0x17B6...0x17C8).contains(value(index)) }

    private mutating func readAll() {
        while at < text.count {
            if isConsonant(at) {
                readSyllable()
            } else if let vowel = KhmerLetters.independent(value(at)) {
                out.begin(vowel)
                at += 1
                readFinal()
            } else {
                if value(at) < 0x80 { out.begin([UInt8(value(at))]) }
                at += 1
            }
        }
    }

    /// The index after the consonant cluster that starts here.
    private func clusterEnd(_ start: Int) -> Int {
        var end = start + 1
        while value(end) == Self.coeng && isConsonant(end + 1) { end += 2 }
        while value(end) == 0x17C9 || value(end) == 0x17CA || value(end) == 0x17CC { end += 1 }
        return end
    }

    private func hasVowel(_ start: Int) -> Bool { isSign(clusterEnd(start)) }

    private mutating func readSyllable() {
        readOnset()
        if isSign(at) {
            if readVowel() { readFinal() }
        } else {
            readInherent()
        }
    }

    private mutating func readOnset() {
        let end = clusterEnd(at)
        let first = value(at)
        secondSeries = KhmerLetters.isSecondSeries(first)
        var begun = KhmerLetters.initial(first)
        var index = at + 1
        while index < end {
            switch value(index) {
            case 0x17C9:
                secondSeries = false
                if first == 0x1794 { begun = "p" }
            case Self.coeng where first == 0x1794: begun = "p"
            case 0x17CA: secondSeries = true
            default: break
            }
            index += 1
        }
        out.begin(begun)
        index = at + 1
        while index + 1 < end, value(index) == Self.coeng {
            let under = value(index + 1)
            if KhmerLetters.isStrong(under) { secondSeries = KhmerLetters.isSecondSeries(under) }
            out.add(KhmerLetters.subscript(under))
            index += 2
        }
        at = end
    }

    /// A consonant without a written vowel: alone before another syllable, or with a final of its own.
    private mutating func readInherent() {
        let closes = isConsonant(at) && !hasVowel(at)
        if at >= text.count && out.starts.count > 1 { return }  // a last bare consonant that nothing closed
        out.add(secondSeries && closes ? "o" : "a")
        readFinal()
    }

    /// Writes the vowel; false when it already ends in m or a breath, so that nothing can close it.
    private mutating func readVowel() -> Bool {
        let sign = value(at)
        at += 1
        out.add(KhmerLetters.vowel(sign, second: secondSeries))
        if (0x17C6...0x17C8).contains(sign) { return false }
        guard (0x17C6...0x17C8).contains(value(at)) else { return true }
        let nasal = value(at) == 0x17C6
        at += 1
        if nasal && value(at) == 0x1784 && !isSign(at + 1) { return true }  // ាំង is ang
        if nasal { out.add("m") }
        return false
    }

    private mutating func readFinal() {
        guard isConsonant(at), value(at) != 0x17A0, value(at) != 0x17A2 else { return }
        let end = clusterEnd(at)
        let stacked = value(at + 1) == Self.coeng
        if isSign(end) {
            // A cluster in the middle of a word closes the one syllable and opens the next (វិជ្ជា vich-chea).
            if splits(at) { closeAboveCoeng() }
        } else if stacked && isConsonant(end) && !hasVowel(end) {
            closeAboveCoeng()  // អន្លង់ an-long
        } else if bareRun(at) % 2 == 1 {
            out.add(KhmerLetters.final(value(at)))
            at = end
        }
    }

    /// Whether a stack is the end of one syllable over the start of the next: a nasal or a doubled stop above (ន្ទ, ជ្ជ),
    /// not a cluster that begins a syllable (ស្វ, ខ្ន).
    private func splits(_ index: Int) -> Bool {
        guard isConsonant(index), value(index + 1) == Self.coeng, !KhmerLetters.isLiquid(value(index + 2)) else {
            return false
        }
        let (upper, lower) = (value(index), value(index + 2))
        if KhmerLetters.isNasal(upper) { return true }
        return KhmerLetters.group(upper) == KhmerLetters.group(lower) && KhmerLetters.group(upper) < 5
    }

    private mutating func closeAboveCoeng() {
        out.add(KhmerLetters.final(value(at)))
        at += 2
    }

    /// How many consonants in a row, none of them the head of a cluster with រ or ល, have no vowel: an even number are
    /// syllables of their own (…ផល phal), with an odd one the first closes what went before.
    private func bareRun(_ start: Int) -> Int {
        var count = 0
        var index = start
        while isConsonant(index) && !hasVowel(index) {
            if count > 0 && value(index + 1) == Self.coeng && KhmerLetters.isLiquid(value(index + 2)) { break }
            count += 1
            index = clusterEnd(index)
        }
        // The consonant before a stack that splits is closed by its upper half (មនោ|ចន្ទ្រា), so it heads a syllable.
        return count > 0 && hasVowel(index) && splits(index) ? count - 1 : count
    }
}
