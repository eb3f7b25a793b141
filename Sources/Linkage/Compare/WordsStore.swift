/// Texts as sets of words, in which a word may be misspelled or cut short: addresses, titles, notes.
///
/// How alike two texts are is measured by what their words tell: a word that every text has tells nothing.
struct WordsStore: FeatureStore {
    private let levels: [Level]
    private var seen: [[UInt32]: UInt32] = [:]
    private var starts: [UInt32] = [0, 0]
    private var list: [UInt32] = []
    private var words = Interner()
    private var rarity = Rarity()
    /// How rare texts are as a whole.
    private var wholes = Rarity()

    /// The most words that are looked at.
    private static let mostWords = 16

    init(_ comparison: Comparison) { levels = comparison.levels }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        var row: [UInt32] = []
        for field in fields {
            for word in Normalise.text(field).split(separator: 0x20) {
                let code = words.code(of: word)
                if !row.contains(code) && row.count < Self.mostWords { row.append(code) }
            }
        }
        // By content, not by code: the pairing of words must not depend on the order of the records.
        row.sort { words.slice($0).lexicographicallyPrecedes(words.slice($1)) }
        if row.isEmpty { return 0 }
        if let code = seen[row] { return code }
        let code = UInt32(starts.count - 1)
        seen[row] = code
        list += row
        starts.append(UInt32(list.count))
        return code
    }

    mutating func freeze(counts: [UInt32]) {
        var perWord = [UInt32](repeating: 0, count: words.count)
        for code in counts.indices { for word in row(UInt32(code)) { perWord[Int(word)] += counts[code] } }
        rarity = Rarity(counts: perWord, of: Rarity.present(counts))
        wholes = Rarity(counts: counts)
    }

    private func row(_ code: UInt32) -> ArraySlice<UInt32> {
        list[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]
    }

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        if a == b {
            let index = levels.firstIndex { $0.test == .exact || $0.test == .words || $0.test == .otherwise }
            return Match(level: index ?? 0, bits: min(all(a), wholes[a]))
        }
        let (share, bits) = overlap(row(a), row(b))
        for (index, level) in levels.enumerated() where level.test == .words && share >= level.limit {
            return Match(level: index, bits: min(bits, rarity.most))
        }
        return Match(level: levels.count - 1)
    }

    /// What a word tells: its rarity, and at least one bit.
    private mutating func tells(_ word: UInt32) -> Double { max(rarity[word], 1) }

    private mutating func all(_ code: UInt32) -> Double { row(code).reduce(0) { $0 + tells($1) } }

    // Words that are the same, and of the others those that are alike; from the shorter to the longer.
    private mutating func overlap(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> (Double, Double) {
        let (short, long) = precedes(a, b) ? (a, b) : (b, a)
        var used: UInt64 = 0
        var common: Double = 0
        for pass in 0..<2 {
            for (i, word) in short.enumerated() where used & 1 << UInt64(32 + i) == 0 {
                for (j, other) in long.enumerated() where used & 1 << UInt64(j) == 0 {
                    guard word == other || (pass == 1 && isAlike(word, other)) else { continue }
                    used |= 1 << UInt64(j) | 1 << UInt64(32 + i)
                    common += min(tells(word), tells(other))
                    break
                }
            }
        }
        if common == 0 { return (0, 0) }
        let everything = short.reduce(0) { $0 + tells($1) } + long.reduce(0) { $0 + tells($1) } - common
        return (common / everything, common)
    }

    private mutating func precedes(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
        if a.count != b.count { return a.count < b.count }
        for (x, y) in zip(a, b) where x != y { return words.slice(x).lexicographicallyPrecedes(words.slice(y)) }
        return true
    }

    // A number with another digit is another number.
    private mutating func isAlike(_ a: UInt32, _ b: UInt32) -> Bool {
        let x = words.slice(a)
        let y = words.slice(b)
        guard min(x.count, y.count) >= 4, x.first == y.first || x.last == y.last,
            !x.contains(where: Self.isDigit), !y.contains(where: Self.isDigit)
        else { return false }
        return JaroWinkler.similarity(x, y) >= 0.9
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        switch way {
        case .whole: keys.append(row(code).reduce(0) { Hash.join($0, Hash.of(Array(words.slice($1)))) })
        case .words: for word in rarest(code).prefix(3) { keys.append(Hash.of(Array(words.slice(word)))) }
        case .pairs:
            let few = rarest(code).prefix(4).map { Hash.of(Array(words.slice($0))) }
            for (place, one) in few.enumerated() {
                for other in few[(place + 1)...] { keys.append(Hash.join(min(one, other), max(one, other))) }
            }
        default: break
        }
    }

    // Of equally rare words the first in the alphabet comes first, so that the order of records does not matter.
    private mutating func rarest(_ code: UInt32) -> [UInt32] {
        let row = row(code)
        let told = row.map { rarity[$0] }
        return row.indices.sorted {
            let (x, y) = (told[$0 - row.startIndex], told[$1 - row.startIndex])
            return x != y ? x > y : $0 < $1
        }.map { row[$0] }
    }
}
