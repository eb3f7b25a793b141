/// Reads Thai from left to right, a syllable at a time, by the rules of the Royal Thai General System.
///
/// Thai does not write every vowel. Two bare consonants are read with o between them (สม som), a single one before
/// another syllable with a (ส-มัย samai); which of the two a consonant is depends on how many stand in a row, which
/// is what `bareRun` counts. Words from Pali and Sanskrit break the rules; the frequent ones are in `ThaiWords`.
struct ThaiReader {
    let text: [UInt32]
    /// For every place the number of the listed word that stands there, or -1.
    let words: [Int]
    var at = 0
    var out = Syllables()
    var closed = false

    /// The syllables of folded Thai scalars.
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        var reader = ThaiReader(text: ThaiSpelling.clean(scalars))
        reader.readAll()
        return reader.out
    }

    private init(text: [UInt32]) {
        self.text = text
        words = text.indices.map { ThaiWords.match(text, $0) }
    }

    mutating func readAll() {
        while at < text.count {
            if words[at] >= 0 {
                let word = ThaiWords.all[words[at]]
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

    func value(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }
    func isConsonant(_ index: Int) -> Bool { ThaiLetters.isConsonant(value(index)) }
    func isSign(_ index: Int) -> Bool { ThaiSpelling.isSign(value(index)) }
    func isBearer(_ index: Int) -> Bool { isConsonant(index) && isSign(index + 1) }
    func isCluster(_ index: Int) -> Bool {
        isConsonant(index + 1) && ThaiLetters.isCluster(value(index), value(index + 1))
    }

    /// How many consonants in a row carry no vowel sign, without the one that begins a cluster with the next bearer.
    func bareRun(_ start: Int) -> Int {
        var end = start
        while isConsonant(end) && !isSign(end + 1) && (end == start || words[end] < 0) { end += 1 }
        let leans = end > start && isBearer(end) && words[end] < 0 && (isCluster(end - 1) || lends(end - 1))
        return leans ? end - start - 1 : end - start
    }

    /// Whether this consonant is read with a before a sonorant and lends it its tone: สมุทร sa-mut, ขยาย kha-yai.
    func lends(_ index: Int) -> Bool {
        ThaiSpelling.isHighObstruent(value(index)) && ThaiSpelling.isSonorant(value(index + 1))
    }

    // MARK: A syllable that begins with a consonant

    mutating func readConsonant() {
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

    mutating func readBare() {
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

    mutating func readOpenA() {
        beginInitial()
        out.add("a")
        closed = false
    }

    mutating func beginInitial() {
        out.begin(ThaiLetters.initial(value(at)))
        at += 1
    }

    mutating func beginCluster() {
        let (first, second) = ThaiLetters.cluster(value(at), value(at + 1), afterClosed: closed)
        out.begin(first)
        out.add(second)
        at += 2
    }

    // MARK: A vowel sign after the consonant

    mutating func readSign() {
        let sign = value(at)
        at += 1
        closed = false
        switch sign {
        case ThaiSpelling.doubleR:
            let run = bareRun(at)
            if (run == 1 || run == 3) && !ThaiSpelling.isSonorantGlide(value(at)) { finish("a") } else { out.add("an") }
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

    mutating func readShortA() {
        if value(at) == 0xE27 && !isSign(at + 1) {
            at += 1
            if value(at) == 0xE30 { at += 1 }
            out.add("ua")
        } else {
            finish("a", forced: true)
        }
    }

    /// After i and u a bare ร, ย or ว opens a syllable of its own: วีรพล wi-ra-phon, ปิยพร pi-ya-phon.
    mutating func finishHigh(_ vowel: StaticString) {
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
    mutating func finish(_ vowel: StaticString, forced: Bool = false) {
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
        let sibilant = value(at) == 0xE28 || value(at) == 0xE29
        if sibilant && vowel.utf8CodeUnitCount == 1 && run == 1 && isBearer(at + 1) {
            out.add("t")  // พิษณุ phit-sa-nu
            return readOpenA()
        }
        if forced && at + 1 < text.count && ThaiSpelling.isHeardTwice(value(at), before: value(at + 1))
            && !(run == 2 && last)
        {
            out.add(ThaiLetters.final(value(at)))  // รัตนา rat-ta-na, วัชระ wat-cha-ra
            return readOpenA()
        }
        if run == 2 && ThaiSpelling.isSilentPair(value(at), value(at + 1))
            && (last || ThaiLetters.isLeading(value(at + 2)))
        {
            close()
            at += 1
        } else if forced || run % 2 == 1 || value(at) == 0xE07 {
            close()
            if forced && run == 2 && last { at += 1 }
        }
    }

    mutating func close() {
        out.add(ThaiLetters.final(value(at)))
        closed = value(at) != 0xE22 && value(at) != 0xE27
        at += 1
    }
}
