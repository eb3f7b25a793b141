/// Reads Thai from left to right, a syllable at a time, by the rules of the Royal Thai General System.
///
/// Thai does not write every vowel. Two bare consonants are read with o between them (สม som), a single one before
/// another syllable with a (ส-มัย samai); which of the two a consonant is depends on how many stand in a row, which
/// is what `bareRun` counts. Words from Pali and Sanskrit break the rules; the frequent ones are in `ThaiWords`.
struct ThaiReader {
    private let text: [UInt32]
    private let words: [Int: ThaiWords.Word]
    private var at = 0
    private var out = Syllables()
    private var closed = false

    /// The syllables of folded Thai scalars.
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        var reader = ThaiReader(text: ThaiSpelling.clean(scalars))
        reader.readAll()
        return reader.out
    }

    private init(text: [UInt32]) {
        self.text = text
        var words: [Int: ThaiWords.Word] = [:]
        for index in text.indices {
            if let word = ThaiWords.match(text, index) { words[index] = word }
        }
        self.words = words
    }

    private mutating func readAll() {
        while at < text.count {
            if let word = words[at] {
                for syllable in word.latin { out.begin(syllable) }
                at += word.length
                closed = false
            } else if ThaiLetters.isLeading(text[at]) && isConsonant(at + 1) {
                readLeading()
            } else if isConsonant(at) {
                readConsonant()
            } else {
                if text[at] == ThaiSpelling.ru { out.begin("rue") }
                if text[at] < 0x80 { out.begin([UInt8(text[at])]) }  // a digit
                at += 1
            }
        }
    }

    // MARK: Looking

    private func value(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }
    private func isConsonant(_ index: Int) -> Bool { ThaiLetters.isConsonant(value(index)) }
    private func isSign(_ index: Int) -> Bool { ThaiSpelling.isSign(value(index)) }
    private func isBearer(_ index: Int) -> Bool { isConsonant(index) && isSign(index + 1) }
    private func isCluster(_ index: Int) -> Bool {
        isConsonant(index + 1) && ThaiLetters.isCluster(value(index), value(index + 1))
    }

    /// How many consonants in a row carry no vowel sign, without the one that begins a cluster with the next bearer.
    private func bareRun(_ start: Int) -> Int {
        var end = start
        while isConsonant(end) && !isSign(end + 1) && (end == start || words[end] == nil) { end += 1 }
        let leans = end > start && words[end] == nil && isBearer(end) && (isCluster(end - 1) || lends(end - 1))
        return leans ? end - start - 1 : end - start
    }

    /// Whether this consonant is read with a before a sonorant and lends it its tone: สมุทร sa-mut, ขยาย kha-yai.
    private func lends(_ index: Int) -> Bool {
        [0xE2A, 0xE09, 0xE02, 0xE16, 0xE1C].contains(value(index)) && ThaiSpelling.isSonorant(value(index + 1))
    }

    // MARK: A syllable that begins with a consonant

    private mutating func readConsonant() {
        if isBearer(at) {
            beginInitial()
            readSign()
        } else if isBearer(at + 1) && isCluster(at) {
            beginCluster()
            readSign()
        } else {
            readBare()
        }
    }

    private mutating func readBare() {
        let run = max(bareRun(at), 1)
        if run == 1 {
            let silent = at + 1 == text.count && !out.letters.isEmpty
            if silent { at += 1 } else { readOpenA() }
        } else if run >= 3 && isCluster(at) && (run == 3 || value(at) == 0xE2B) && value(at + 1) != 0xE27 {
            beginCluster()
            out.add("o")
            close()
        } else if ThaiSpelling.neverCloses(value(at + 1)) || (run % 2 == 1 && value(at + 2) != 0xE27) {
            readOpenA()
        } else {
            beginInitial()
            out.add("o")
            close()
        }
    }

    private mutating func readOpenA() {
        beginInitial()
        out.add("a")
        closed = false
    }

    private mutating func beginInitial() {
        out.begin(ThaiLetters.initial(value(at)))
        at += 1
    }

    private mutating func beginCluster() {
        let (first, second) = ThaiLetters.cluster(value(at), value(at + 1), afterClosed: closed)
        out.begin(first)
        out.add(second)
        at += 2
    }

    // MARK: A vowel sign after the consonant

    private mutating func readSign() {
        let sign = value(at)
        at += 1
        closed = false
        switch sign {
        case ThaiSpelling.doubleR:
            if [1, 3].contains(bareRun(at)) && !ThaiSpelling.isSonorantGlide(value(at)) { finish("a") } else { out.add("an") }
        case ThaiSpelling.ua: finish("ua")
        case ThaiSpelling.o: finish("o")
        case 0xE30: out.add("a")
        case 0xE31: readShortA()
        case 0xE32: finish("a")
        case 0xE33:
            out.add("am")
            closed = true
        case 0xE34, 0xE35: finishHigh("i")
        case 0xE36: finish("ue", forced: true)
        case 0xE37:
            if value(at) == 0xE2D && !isSign(at + 1) { at += 1 } else { return finish("ue", forced: true) }
            finish("ue")
        case 0xE38, 0xE39: finishHigh("u")
        case ThaiSpelling.ru: finish("ri", forced: true)
        default:
            if value(at) == 0xE2D || value(at) == ThaiSpelling.o { at += 1 }
            finish("o", forced: true)
        }
    }

    private mutating func readShortA() {
        if value(at) == 0xE27 && !isSign(at + 1) {
            at += 1
            if value(at) == 0xE30 { at += 1 }
            out.add("ua")
        } else {
            finish("a", forced: true)
        }
    }

    /// After i and u a bare ร, ย or ว opens a syllable of its own: วีรพล wi-ra-phon, ปิยพร pi-ya-phon.
    private mutating func finishHigh(_ vowel: StaticString) {
        let next = value(at)
        let opens = next == 0xE23 || (vowel.utf8Start[0] == UInt8(ascii: "i") ? next == 0xE22 : next == 0xE27)
        if opens && bareRun(at) >= 1 && at + 1 < text.count {
            out.add(vowel)
            readOpenA()
        } else {
            finish(vowel)
        }
    }

    // MARK: The end of a syllable

    /// Writes the vowel and decides whether the next consonant closes the syllable. After ◌ั it must.
    private mutating func finish(_ vowel: StaticString, forced: Bool = false) {
        out.add(vowel)
        guard isConsonant(at) else { return }
        let run = bareRun(at)
        if forced && (run == 0) {
            out.add(ThaiLetters.final(value(at)))  // heard twice: จักรี chak-kri, พัชรี phat-chari
            closed = true
            return
        }
        if run == 0 || ThaiSpelling.neverCloses(value(at)) { return }
        let last = at + 2 == text.count
        if forced && at + 1 < text.count && ThaiSpelling.isHeardTwice(value(at), before: value(at + 1)) && !(run == 2 && last) {
            out.add(ThaiLetters.final(value(at)))  // รัตนา rat-ta-na, วัชระ wat-cha-ra
            return readOpenA()
        }
        if run == 2 && ThaiSpelling.isSilentPair(value(at), value(at + 1)) && (last || ThaiLetters.isLeading(value(at + 2))) {
            close()
            at += 1
        } else if forced || run % 2 == 1 || value(at) == 0xE07 {
            close()
            if forced && run == 2 && last { at += 1 }
        }
    }

    private mutating func close() {
        out.add(ThaiLetters.final(value(at)))
        closed = value(at) != 0xE22 && value(at) != 0xE27
        at += 1
    }

    // MARK: A syllable that begins with a written vowel

    private mutating func readLeading() {
        let vowel = value(at)
        at += 1
        closed = false
        switch vowel {
        case 0xE43, 0xE44: readAi()
        case 0xE42: readPlain("o", opensAlone: false)
        case 0xE41: readPlain("ae", opensAlone: true)
        default: readE()
        }
    }

    private mutating func readAi() {
        if isCluster(at) && !isBearer(at + 1) { beginCluster() } else { beginInitial() }
        out.add("ai")
        if value(at) == 0xE22 && bareRun(at) % 2 == 1 { at += 1 }  // ไทย, ไชย: the ย is not heard again
    }

    private mutating func readPlain(_ vowel: StaticString, opensAlone: Bool) {
        let run = bareRun(at)
        if isCluster(at) && !isBearer(at + 1) && (run >= 3 || (opensAlone && run == 2 && value(at + 1) != 0xE27)) {
            beginCluster()
        } else if run == 3 && [0xE2A, 0xE16, 0xE09, 0xE02, 0xE1C].contains(value(at)) {
            readOpenA()  // แสดง sa-daeng
            beginInitialHere()
        } else {
            beginInitial()
        }
        if value(at) == 0xE47 || value(at) == 0xE30 { at += 1 }
        if value(at - 1) == 0xE30 { out.add(vowel) } else { finish(vowel, forced: value(at - 1) == 0xE47) }
    }

    private mutating func beginInitialHere() {
        out.begin(ThaiLetters.initial(value(at)))
        at += 1
    }

    private mutating func readE() {
        if isSign(at + 1) {
            beginInitial()
            readESign()
        } else if isBearer(at + 1) && bearsE(at + 1) {
            if isCluster(at) {
                beginCluster()
            } else {
                readOpenA()
                beginInitial()
            }
            readESign()
        } else {
            readEBare()
        }
    }

    /// Whether the sign on this consonant belongs to the เ written before the consonant in front of it.
    private func bearsE(_ index: Int) -> Bool {
        let sign = value(index + 1)
        switch sign {
        case 0xE35: return value(index + 2) == 0xE22
        case 0xE37: return value(index + 2) == 0xE2D
        case 0xE30, 0xE47, ThaiSpelling.o: return true
        case 0xE34:
            let first = value(index - 1)
            return isCluster(index - 1) || ([0xE08, 0xE09, 0xE16].contains(first) && ThaiSpelling.isSonorant(value(index)))
        case 0xE32: return isCluster(index - 1)
        default: return false
        }
    }

    private mutating func readESign() {
        let sign = value(at)
        switch (sign, value(at + 1)) {
        case (0xE35, 0xE22):
            at += 2
            finish("ia")
        case (0xE37, 0xE2D):
            at += 2
            finish("uea")
        case (0xE32, 0xE30):
            at += 2
            out.add("o")
        case (0xE32, _):
            at += 1
            out.add("ao")
        case (ThaiSpelling.o, _), (0xE34, _):
            at += 1
            finish("oe")
        case (0xE30, _):
            at += 1
            out.add("e")
        case (0xE47, _):
            at += 1
            finish("e", forced: true)
        default:  // not a vowel of เ: the sign is on its own
            out.add("e")
            readSign()
        }
    }

    private mutating func readEBare() {
        let run = bareRun(at)
        let (second, third) = (value(at + 1), value(at + 2))
        if second == 0xE22 && run == 2 {
            beginInitial()
            out.add("oe")
            close()
        } else if run == 3 && isCluster(at) {
            beginCluster()
            out.add("e")
            close()
        } else if (run == 3 && [0xE29, 0xE2A, 0xE21].contains(second))
            || (run == 4 && ThaiSpelling.isSilentPair(third, value(at + 3)))
        {
            readOpenA()  // เกษม ka-sem, เกษตร ka-set
            beginInitial()
            out.add("e")
            close()
            if run == 4 { at += 1 }
        } else {
            let silent = run >= 3 && ThaiSpelling.isSilentPair(second, third)
            beginInitial()
            out.add("e")
            if run >= 2 { close() }
            if silent { at += 1 }
        }
    }
}
