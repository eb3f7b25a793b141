internal import Names

/// Names of persons, in any script and order of parts.
///
/// A name has up to two *spellings*: given and family name, and the name in its own script. Each is a list of words in Latin
/// letters; each word belongs to a *class* of words that sound alike (`SoundKey`). How rare an agreement is, is judged by the
/// class: "Jaidee" agreeing with "Chaidi" says as much as the whole class is rare.
struct NameStore: FeatureStore {
    private let levels: [Level]
    private var seen: [[UInt32]: UInt32] = [:]
    /// The columns' values as they are written.
    private var raw = Interner()
    private(set) var words = NameWords()
    /// For every code its spellings: `spellings[starts[code]..<starts[code + 1]]`.
    private var starts: [UInt32] = [0, 0]
    private var spellings: [Spelling] = []
    private var list: [UInt32] = []
    private var wordRarity = Rarity()
    private var bagRarity: [UInt64: UInt32] = [:]
    private var total = 1

    /// A list of words, and what is needed to compare it as a whole.
    struct Spelling: Sendable {
        /// The value in its own script; 0 for Latin.
        var native: UInt32
        var first: UInt32
        var count: UInt32
        /// All words written together, in order, and with the last word in front.
        var joined: UInt32
        var turned: UInt32
        /// The consonants of all words, in no order.
        var bag: UInt64
    }

    init(_ comparison: Comparison) { levels = comparison.levels }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        let row = fields.map { raw.code(of: $0) }
        if row.allSatisfy({ $0 == 0 }) { return 0 }
        if let code = seen[row] { return code }
        let before = spellings.count
        addSpelling(fields.prefix(2).filter { !$0.isEmpty }, native: 0)
        if fields.count > 2, !fields[2].isEmpty { addSpelling([fields[2]], native: row[2]) }
        guard spellings.count > before else {
            seen[row] = 0
            return 0
        }
        let code = UInt32(starts.count - 1)
        starts.append(UInt32(spellings.count))
        seen[row] = code
        return code
    }

    private mutating func addSpelling(_ parts: [ArraySlice<UInt8>], native: UInt32) {
        var row: [UInt32] = []
        for part in parts where row.count < 8 { row += words.codes(ofName: part).prefix(8 - row.count) }
        guard !row.isEmpty else { return }
        var bag: UInt64 = 0
        for word in row { bag &+= words.bag[Int(word)] }
        let turned = row.count > 1 ? [row[row.count - 1]] + row.dropLast() : row
        spellings.append(
            Spelling(
                native: native, first: UInt32(list.count), count: UInt32(row.count), joined: words.join(row),
                turned: words.join(turned), bag: bag))
        list += row
    }

    mutating func freeze(counts: [UInt32]) {
        var perClass = [UInt32](repeating: 0, count: words.classCount)
        bagRarity = [:]
        total = Rarity.present(counts)
        for code in 1..<max(counts.count, 1) where counts[code] > 0 {
            var classes: Set<UInt32> = []
            var bags: Set<UInt64> = []
            for spelling in spellings[Int(starts[code])..<Int(starts[code + 1])] {
                for word in wordsOf(spelling) { classes.insert(words.classes[Int(word)]) }
                bags.insert(spelling.bag)
            }
            for kind in classes { perClass[Int(kind)] += counts[code] }
            for bag in bags { bagRarity[bag, default: 0] += counts[code] }
        }
        wordRarity = Rarity(counts: perClass, of: total)
    }

    private func wordsOf(_ spelling: Spelling) -> ArraySlice<UInt32> {
        list[Int(spelling.first)..<Int(spelling.first + spelling.count)]
    }

    // MARK: Comparing

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        var best = NameOutcome.different
        if a == b {
            let spelling = spellings[Int(starts[Int(a)])]
            best = NameOutcome(test: .sameName, bits: bits(of: spelling, wordBits(spelling)))
        } else {
            for x in Int(starts[Int(a)])..<Int(starts[Int(a) + 1]) {
                for y in Int(starts[Int(b)])..<Int(starts[Int(b) + 1]) {
                    let outcome = compare(spellings[x], spellings[y])
                    if outcome.isBetter(than: best) { best = outcome }
                    if best.test == .sameName { break }
                }
            }
        }
        let index = levels.firstIndex { $0.test == best.test || $0.test == .otherwise } ?? levels.count - 1
        return Match(level: index, bits: best.bits)
    }

    private mutating func wordBits(_ spelling: Spelling) -> Double {
        var sum: Double = 0
        for place in Int(spelling.first)..<Int(spelling.first + spelling.count) {
            sum += wordRarity[words.classes[Int(list[place])]]
        }
        return sum
    }

    // Words of a name depend on each other ("Nguyen Van"): the whole is never rarer than it is seen to be.
    private mutating func bits(of spelling: Spelling, _ sum: Double) -> Double {
        guard let count = bagRarity[spelling.bag], count > 1 else { return min(sum, wordRarity.most + 3) }
        return min(sum, Double.log2(Double(total) / Double(count)))
    }

    // Pairing words is greedy, so which list comes first is decided by what they hold: the outcome is symmetric, and the
    // same whatever the order of the records.
    private mutating func compare(_ a: Spelling, _ b: Spelling) -> NameOutcome {
        a.bag < b.bag || (a.bag == b.bag && words.precedes(a.joined, b.joined)) ? ordered(a, b) : ordered(b, a)
    }

    private mutating func ordered(_ a: Spelling, _ b: Spelling) -> NameOutcome {
        if a.native != 0 && a.native == b.native {
            return NameOutcome(test: .sameName, bits: bits(of: a, wordBits(a)))
        }
        var pairing = list.withUnsafeBufferPointer { list in
            WordPairing(
                UnsafeBufferPointer(rebasing: list[Int(a.first)..<Int(a.first + a.count)]),
                UnsafeBufferPointer(rebasing: list[Int(b.first)..<Int(b.first + b.count)]), words, wordRarity)
        }
        let few = Int(min(a.count, b.count))
        if pairing.pairs == few && a.count == b.count {
            pairing.bits = min(bits(of: a, pairing.bits), bits(of: b, pairing.bits))
            return pairing.outcome(.whole)
        }
        if let test = wholeTest(a, b) {
            let sum = max(wordBits(a), wordBits(b))
            return NameOutcome(test: test, bits: min(bits(of: a, sum), bits(of: b, sum)))
        }
        if pairing.pairs == few { return pairing.outcome(.part) }
        return pairing.pairs > 0 ? pairing.outcome(.some) : .different
    }

    // Names written with other spaces, or none: all letters together.
    private mutating func wholeTest(_ a: Spelling, _ b: Spelling) -> Level.Test? {
        if a.joined == b.joined || a.joined == b.turned || a.turned == b.joined { return .soundsAlike }
        if a.bag == b.bag && words.length(a.joined) >= 5 { return .soundsAlike }
        // With as many words on both sides, words that are not alike do not become so when they are written together.
        if a.count == b.count { return nil }
        if words.isAlike(a.joined, b.joined, 0.93) || words.isAlike(a.joined, b.turned, 0.93)
            || words.isAlike(a.turned, b.joined, 0.93)
        {
            return .misspelled
        }
        return nil
    }

    // MARK: Keys

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        let from = keys.count
        for spelling in spellings[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])] {
            switch way {
            case .whole: add(spelling.bag, to: &keys, from)
            case .words: for word in rarest(spelling) { add(words.sound[Int(word)], to: &keys, from) }
            case .initial:
                for word in wordsOf(spelling).prefix(3) { add(UInt64(words.initial(word)), to: &keys, from) }
            case .pairs: addPairs(rarest(spelling), to: &keys, from)
            default: break
            }
        }
    }

    // The three rarest words. Sorted by hand: a closure over `self` costs more than the sort.
    private mutating func rarest(_ spelling: Spelling) -> [UInt32] {
        var row = Array(wordsOf(spelling))
        for i in row.indices {
            var j = i
            while j > 0 && isRarer(row[j], row[j - 1]) {
                row.swapAt(j, j - 1)
                j -= 1
            }
        }
        return row.count > 3 ? Array(row.prefix(3)) : row
    }

    private mutating func isRarer(_ a: UInt32, _ b: UInt32) -> Bool {
        let x = wordRarity[words.classes[Int(a)]]
        let y = wordRarity[words.classes[Int(b)]]
        return x != y ? x > y : words.sound[Int(a)] < words.sound[Int(b)]
    }

    private mutating func addPairs(_ row: [UInt32], to keys: inout [UInt64], _ from: Int) {
        for i in row.indices {
            for j in row.indices where j > i {
                let (x, y) = (words.sound[Int(row[i])], words.sound[Int(row[j])])
                add(Hash.join(min(x, y), max(x, y)), to: &keys, from)
            }
        }
    }

    private mutating func add(_ key: UInt64, to keys: inout [UInt64], _ from: Int) {
        if !keys[from...].contains(key) { keys.append(key) }
    }
}
