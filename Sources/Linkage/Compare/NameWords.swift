internal import Names

/// The distinct words of names, each with what is asked of it often.
struct NameWords: Sendable {
    private var spelled = Interner()
    private var sounds = Interner()
    private var names: [UInt32: [UInt32]] = [:]
    private var rawNames = Interner()
    /// For each word the class of those that sound like it.
    private(set) var classes: [UInt32] = [0]
    /// For each word a hash of its sound.
    private(set) var sound: [UInt64] = [0]
    /// For each word the sum of its consonants' hashes: the same for any order, and however the words are cut.
    private(set) var bag: [UInt64] = [0]
    /// Which letters it has, a bit each.
    private var letters: [UInt32] = [0]

    var classCount: Int { sounds.count }

    /// The words of a name as somebody has written it.
    mutating func codes(ofName text: ArraySlice<UInt8>) -> [UInt32] {
        let code = rawNames.code(of: text)
        if let known = names[code] { return known }
        let latin = Romanise.latin(String(decoding: text, as: UTF8.self))
        let row = latin.utf8.split(separator: 0x20).map { self.code(of: Array($0)) }
        names[code] = row
        return row
    }

    private mutating func code(of word: [UInt8]) -> UInt32 {
        let before = spelled.count
        let code = spelled.code(of: word)
        guard spelled.count > before else { return code }
        var key = Array(SoundKey.key(String(decoding: word, as: UTF8.self)).utf8)
        if key.isEmpty { key = word }
        classes.append(sounds.code(of: key))
        sound.append(Hash.of(key))
        var sum: UInt64 = 0
        for byte in key where byte != UInt8(ascii: "a") && byte != UInt8(ascii: "e") { sum &+= Hash.mix(UInt64(byte)) }
        bag.append(sum)
        var mask: UInt32 = 0
        for byte in word where byte >= 0x61 && byte <= 0x7A { mask |= 1 << UInt32(byte - 0x61) }
        letters.append(mask)
        return code
    }

    /// Words written together, as one word.
    mutating func join(_ row: [UInt32]) -> UInt32 {
        if row.count == 1 { return row[0] }
        var all: [UInt8] = []
        for word in row { all += spelled.slice(word) }
        return code(of: all)
    }

    /// How many letters a word has.
    func length(_ word: UInt32) -> Int { spelled.slice(word).count }

    /// Whether one word stands before the other in the alphabet.
    func precedes(_ a: UInt32, _ b: UInt32) -> Bool { spelled.slice(a).lexicographicallyPrecedes(spelled.slice(b)) }

    /// The first sound of a word.
    func initial(_ word: UInt32) -> UInt8 { sounds.slice(classes[Int(word)]).first ?? 0 }

    /// Whether two words are alike by Jaro-Winkler. What cannot reach the limit, because letters are missing in the other, is
    /// not compared.
    func isAlike(_ a: UInt32, _ b: UInt32, _ limit: Double) -> Bool {
        let x = spelled.slice(a)
        let y = spelled.slice(b)
        guard min(x.count, y.count) >= 3 else { return false }
        let onlyA = (letters[Int(a)] & ~letters[Int(b)]).nonzeroBitCount
        let onlyB = (letters[Int(b)] & ~letters[Int(a)]).nonzeroBitCount
        let hits = Double(min(x.count - onlyA, y.count - onlyB))
        let jaro = (hits / Double(x.count) + hits / Double(y.count) + 1) / 3
        guard jaro + 0.4 * (1 - jaro) >= limit else { return false }
        return JaroWinkler.similarity(x, y) >= limit
    }
}

/// How two lists of words pair off: first the same words, then those that sound alike, then those that are alike.
struct WordPairing {
    private(set) var pairs = 0
    private var same = 0
    private var alike = 0
    var bits: Double = 0

    /// What of the names has been paired.
    enum Extent { case whole, part, some }

    init(
        _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, _ words: borrowing NameWords,
        _ rarity: borrowing Rarity
    ) {
        var usedA: UInt32 = 0
        var usedB: UInt32 = 0
        for pass in 0..<3 {
            for i in 0..<a.count where usedA & 1 << UInt32(i) == 0 {
                for j in 0..<b.count where usedB & 1 << UInt32(j) == 0 {
                    guard Self.holds(pass, a[i], b[j], words) else { continue }
                    usedA |= 1 << UInt32(i)
                    usedB |= 1 << UInt32(j)
                    pairs += 1
                    if pass == 0 { same += 1 }
                    if pass == 2 { alike += 1 }
                    bits += min(rarity[words.classes[Int(a[i])]], rarity[words.classes[Int(b[j])]])
                    break
                }
            }
            if pairs == min(a.count, b.count) { break }
        }
    }

    private static func holds(_ pass: Int, _ a: UInt32, _ b: UInt32, _ words: borrowing NameWords) -> Bool {
        switch pass {
        case 0: a == b
        case 1: words.classes[Int(a)] == words.classes[Int(b)]
        default: words.isAlike(a, b, 0.88)
        }
    }

    func outcome(_ extent: Extent) -> NameOutcome {
        switch extent {
        case .whole: NameOutcome(test: same == pairs ? .sameName : alike == 0 ? .soundsAlike : .misspelled, bits: bits)
        case .part: NameOutcome(test: .partOf, bits: bits)
        case .some: NameOutcome(test: .oneWord, bits: bits)
        }
    }
}

/// How two names agree, before it is looked up which level of the settings that is.
struct NameOutcome {
    var test: Level.Test
    var bits: Double

    static let different = NameOutcome(test: .otherwise, bits: 0)

    private static let order: [Level.Test] = [.sameName, .soundsAlike, .misspelled, .partOf, .oneWord, .otherwise]

    /// Better is a stronger level, or the same level with a rarer agreement.
    func isBetter(than other: NameOutcome) -> Bool {
        let x = Self.order.firstIndex(of: test) ?? Self.order.count
        let y = Self.order.firstIndex(of: other.test) ?? Self.order.count
        return x != y ? x < y : bits > other.bits
    }
}
