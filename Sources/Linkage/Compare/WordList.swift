internal import Names

/// The distinct words of names, each prepared once by `Names`, with what is asked of it often.
struct WordList: Sendable {
    private var spelled = Interner()
    private var sounds = Interner()
    private var names: [[UInt32]] = []
    private var rawNames = Interner()
    private(set) var parts: [NamePart] = [NamePart(latin: [])]
    private var outlines = [WordOutline(NamePart(latin: []))]
    /// For each word how much it tells.
    private(set) var weights: [Double] = [0]
    /// For each word the class of those that sound like it.
    private(set) var classes: [UInt32] = [0]
    /// For each word a hash of its sound.
    private(set) var sound: [UInt64] = [0]
    /// For each word the sum of its consonants' hashes: the same for any order, and however the words are cut.
    private(set) var bag: [UInt64] = [0]
    /// How often it has each consonant: four bits each.
    private(set) var consonants: [UInt64] = [0]
    private var memo = LikenessMemo()

    var classCount: Int { sounds.count }

    /// The words of a name as somebody has written it.
    mutating func codes(ofName text: ArraySlice<UInt8>) -> [UInt32] {
        let raw = Int(rawNames.code(of: text))
        if raw < names.count { return names[raw] }
        if names.isEmpty { names.append([]) }
        let row = NameReader.parts(String(decoding: text, as: UTF8.self)).named.map { code(of: $0) }
        names.append(row)
        return row
    }

    private mutating func code(of part: NamePart) -> UInt32 {
        let before = spelled.count
        // Native letters are told from Latin ones by themselves.
        let code =
            part.native.isEmpty
            ? spelled.code(of: part.letters) : spelled.code(of: Array(part.text.utf8) + [0] + part.letters)
        guard spelled.count > before else { return code }
        parts.append(part)
        outlines.append(WordOutline(part))
        weights.append(part.weight)
        var key = SoundKey.key(ofLetters: part.letters)
        if key.isEmpty { key = part.letters }
        classes.append(sounds.code(of: key))
        sound.append(Hash.of(key))
        var (sum, counts): (UInt64, UInt64) = (0, 0)
        for byte in key where byte != UInt8(ascii: "a") && byte != UInt8(ascii: "e") {
            sum &+= Hash.mix(UInt64(byte))
            counts &+= 1 << (UInt64(byte & 15) * 4)
        }
        bag.append(sum)
        consonants.append(counts)
        return code
    }

    /// Words written together, as one word.
    mutating func join(_ row: [UInt32]) -> UInt32 {
        row.count == 1 ? row[0] : code(of: NamePart(joined: row.map { parts[Int($0)] }))
    }

    /// How many letters a word has.
    func length(_ word: UInt32) -> Int { parts[Int(word)].letters.count }

    /// Whether it is written in a script of its own.
    func isNative(_ word: UInt32) -> Bool { !parts[Int(word)].native.isEmpty }

    /// Whether one word stands before the other in the alphabet.
    func precedes(_ a: UInt32, _ b: UInt32) -> Bool { spelled.slice(a).lexicographicallyPrecedes(spelled.slice(b)) }

    /// The first sound of a word.
    func initial(_ word: UInt32) -> UInt8 { sounds.slice(classes[Int(word)]).first ?? 0 }

    /// How alike two words are; what cannot reach a score is not compared.
    mutating func likeness(_ a: UInt32, _ b: UInt32, atLeast least: Double) -> PartComparison.Likeness {
        if a == b { return PartComparison.Likeness(score: 1, reason: .same) }
        guard outlines[Int(a)].mayReach(least, outlines[Int(b)]) else { return .none }
        let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        if let known = memo[key] { return known }
        // By the address: a word taken out of the array costs a reference count for each of its own arrays.
        let found = parts.withUnsafeBufferPointer { PartComparison.words($0[Int(a)], $0[Int(b)]) }
        memo[key] = found
        return found
    }
}

/// The likeness of pairs of words that were compared of late: each pair has one place, and the newest stays.
private struct LikenessMemo: Sendable {
    private static let places = 1 << 16
    private var keys = [UInt64](repeating: 0, count: places)
    private var values = [PartComparison.Likeness](repeating: .none, count: places)

    subscript(_ key: UInt64) -> PartComparison.Likeness? {
        get {
            let place = Int(truncatingIfNeeded: Hash.mix(key)) & (Self.places - 1)
            return keys[place] == key ? values[place] : nil
        }
        set {
            let place = Int(truncatingIfNeeded: Hash.mix(key)) & (Self.places - 1)
            keys[place] = key
            values[place] = newValue ?? .none
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
