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
    private(set) var words = WordList()
    /// For every code its spellings: `spellings[starts[code]..<starts[code + 1]]`.
    private var starts: [UInt32] = [0, 0]
    private var spellings: [Spelling] = []
    private var list: [UInt32] = []
    private var wordRarity = Rarity()
    private var bagRarity: [UInt64: UInt32] = [:]
    private var total = 1
    private var keys: [(first: UInt32, key: NameKey)?] = Array(repeating: nil, count: keptKeys)

    /// A list of words, and what is needed to compare it as a whole.
    struct Spelling: Sendable {
        /// The value in its own script; 0 for Latin.
        var native: UInt32
        var first: UInt32
        var count: UInt32
        /// All words written together, in order, and with the last word in front.
        var joined: UInt32
        var turned: UInt32
        /// The consonants of all words, in no order: a hash of them, and how often each.
        var bag: UInt64
        var consonants: UInt64
        /// Whether it is written in a script of its own.
        var isNative: Bool
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
        var (bag, consonants): (UInt64, UInt64) = (0, 0)
        for word in row {
            bag &+= words.bag[Int(word)]
            consonants &+= words.consonants[Int(word)]
        }
        let turned = row.count > 1 ? [row[row.count - 1]] + row.dropLast() : row
        spellings.append(
            Spelling(
                native: native, first: UInt32(list.count), count: UInt32(row.count), joined: words.join(row),
                turned: words.join(turned), bag: bag, consonants: consonants, isNative: words.isNative(row[0])))
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
            let (own, others) = (range(a), range(b))
            let isCommon = own.contains { x in others.contains { spellings[$0].isNative == spellings[x].isNative } }
            for x in own {
                for y in others {
                    let outcome = compare(spellings[x], spellings[y], align: !isCommon)
                    if outcome.isBetter(than: best) { best = outcome }
                    if best.test == .sameName { break }
                }
            }
        }
        let index = levels.firstIndex { $0.test == best.test || $0.test == .otherwise } ?? levels.count - 1
        return Match(level: index, bits: best.bits)
    }

    private func range(_ code: UInt32) -> Range<Int> { Int(starts[Int(code)])..<Int(starts[Int(code) + 1]) }

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
    private mutating func compare(_ a: Spelling, _ b: Spelling, align: Bool) -> NameOutcome {
        a.bag < b.bag || (a.bag == b.bag && words.precedes(a.joined, b.joined))
            ? ordered(a, b, align) : ordered(b, a, align)
    }

    private mutating func ordered(_ a: Spelling, _ b: Spelling, _ align: Bool) -> NameOutcome {
        if a.native != 0 && a.native == b.native {
            return NameOutcome(test: .sameName, bits: bits(of: a, wordBits(a)))
        }
        let outcome = byWords(a, b)
        // The letters of a native name are laid beside the Latin ones where the records have nothing nearer in common.
        guard align, outcome.test != .sameName, outcome.test != .soundsAlike else { return outcome }
        let aligned = romanised(a, b)
        return aligned.isBetter(than: outcome) ? aligned : outcome
    }

    private mutating func byWords(_ a: Spelling, _ b: Spelling) -> NameOutcome {
        let pairing = pair(a, b)
        let few = Int(min(a.count, b.count))
        if pairing.held == few && a.count == b.count {
            let test: Level.Test =
                pairing.reason <= .reordered ? .sameName : pairing.reason <= .nickname ? .soundsAlike : .misspelled
            return NameOutcome(test: test, bits: min(bits(of: a, pairing.bits), bits(of: b, pairing.bits)))
        }
        if let test = wholeTest(a, b) {
            let sum = max(wordBits(a), wordBits(b))
            return NameOutcome(test: test, bits: min(bits(of: a, sum), bits(of: b, sum)))
        }
        if pairing.held == few { return NameOutcome(test: .partOf, bits: pairing.bits) }
        return pairing.held > 0 ? NameOutcome(test: .oneWord, bits: pairing.bits) : .different
    }

    // How many words pair off, for what reason at worst, and how rare they are.
    private mutating func pair(_ a: Spelling, _ b: Spelling) -> (held: Int, reason: NameReason, bits: Double) {
        let (rows, columns) = (Int(a.count), Int(b.count))
        var found = (held: 0, reason: NameReason.same, bits: 0.0)
        withUnsafeTemporaryAllocation(of: PartComparison.Likeness.self, capacity: rows * columns) { cells in
            var isAnyAlike = false
            for row in 0..<rows {
                for column in 0..<columns {
                    let (x, y) = (list[Int(a.first) + row], list[Int(b.first) + column])
                    let likeness = words.likeness(x, y, atLeast: Self.alike)
                    isAnyAlike = isAnyAlike || likeness.score >= Self.alike
                    cells.initializeElement(at: row * columns + column, to: likeness)
                }
            }
            guard isAnyAlike else { return }
            _ = PartAssignment.pairOff(
                UnsafeBufferPointer(cells), rows, columns,
                weight: {
                    min(words.weights[Int(list[Int(a.first) + $0])], words.weights[Int(list[Int(b.first) + $1])])
                }
            ) { row, column, likeness in
                guard likeness.score >= Self.alike else { return }
                let (x, y) = (Int(list[Int(a.first) + row]), Int(list[Int(b.first) + column]))
                found.held += 1
                found.reason = max(found.reason, likeness.reason)
                found.bits += min(wordRarity[words.classes[x]], wordRarity[words.classes[y]])
            }
        }
        return found
    }

    /// Words less alike than this are other words.
    private static let alike = 0.68

    // A name in its own script beside one in Latin letters. What has quite other consonants is not laid side by side.
    private mutating func romanised(_ a: Spelling, _ b: Spelling) -> NameOutcome {
        guard Self.isNear(a.consonants, b.consonants) else { return .different }
        let match = NameComparison.similarity(key(a), key(b))
        guard match.score >= NameMatch.threshold else { return .different }
        let sum = max(wordBits(a), wordBits(b))
        let least = min(bits(of: a, sum), bits(of: b, sum))
        return NameOutcome(test: match.reason <= .nickname ? .soundsAlike : .misspelled, bits: least)
    }

    private mutating func key(_ spelling: Spelling) -> NameKey {
        let place = Int(spelling.first) & (Self.keptKeys - 1)
        if let kept = keys[place], kept.first == spelling.first { return kept.key }
        let key = NameKey(words: wordsOf(spelling).map { words.parts[Int($0)] })
        keys[place] = (spelling.first, key)
        return key
    }

    /// So many prepared names are kept, those that were compared last.
    private static let keptKeys = 1 << 12

    // Whether no more than a part of the consonants stands in only one of them.
    private static func isNear(_ a: UInt64, _ b: UInt64) -> Bool {
        var (apart, all) = (0, 0)
        for shift in stride(from: UInt64(0), to: 64, by: 4) {
            let (x, y) = (Int(a >> shift & 15), Int(b >> shift & 15))
            apart += abs(x - y)
            all += x + y
        }
        return Double(apart) <= Self.near * Double(all)
    }

    private static let near = 0.34

    // Names written with other spaces, or none: all letters together.
    private mutating func wholeTest(_ a: Spelling, _ b: Spelling) -> Level.Test? {
        if a.joined == b.joined || a.joined == b.turned || a.turned == b.joined { return .soundsAlike }
        if a.bag == b.bag && words.length(a.joined) >= 5 { return .soundsAlike }
        // With as many words on both sides, words that are not alike do not become so when they are written together.
        if a.count == b.count { return nil }
        let ways = [(a.joined, b.joined), (a.joined, b.turned), (a.turned, b.joined)]
        let isAlike = ways.contains {
            words.likeness($0, $1, atLeast: Self.alikeTogether).score >= Self.alikeTogether
        }
        return isAlike ? .misspelled : nil
    }

    /// All words together less alike than this are other names.
    private static let alikeTogether = 0.85

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
