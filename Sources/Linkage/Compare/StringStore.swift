/// Values that are compared as strings: text, categories, phone numbers, documents, mail addresses.
struct StringStore: FeatureStore {
    private let kind: Comparison.Kind
    private let levels: [Level]
    private let countryCode: String
    private(set) var values = Interner()
    private var rarity = Rarity()

    init(_ comparison: Comparison, countryCode: String) {
        kind = comparison.kind
        levels = comparison.levels
        self.countryCode = countryCode
    }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        let text = fields.count == 1 ? fields[0] : Array(fields.filter { !$0.isEmpty }.joined(separator: [0x20]))[...]
        if text.isEmpty { return 0 }
        switch kind {
        case .phone: return values.code(of: Normalise.phone(text, countryCode: countryCode))
        case .document: return values.code(of: Normalise.document(text))
        case .email: return values.code(of: Normalise.email(text))
        case .letters: return values.code(of: text)
        default: return values.code(of: Normalise.text(text))
        }
    }

    mutating func freeze(counts: [UInt32]) {
        rarity = Rarity(counts: counts)
    }

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        var similarity: Double?
        for (index, level) in levels.enumerated() where holds(level, a, b, &similarity) {
            return Match(level: index, bits: level.rarity > 0 ? min(rarity[a], rarity[b]) : 0)
        }
        return Match(level: levels.count - 1)
    }

    private mutating func holds(_ level: Level, _ a: UInt32, _ b: UInt32, _ similarity: inout Double?) -> Bool {
        switch level.test {
        case .otherwise: return true
        case .jaroWinkler:
            if a == b { return true }
            let value = similarity ?? JaroWinkler.similarity(values.slice(a), values.slice(b))
            similarity = value
            return value >= level.limit
        case .edits: return a == b || isWithin(level.limit, a, b, EditDistance.osa)
        case .levenshtein: return a == b || isWithin(level.limit, a, b, EditDistance.levenshtein)
        case .localPart: return a == b || localPart(a) == localPart(b)
        default: return a == b
        }
    }

    private mutating func isWithin(
        _ limit: Double, _ a: UInt32, _ b: UInt32, _ distance: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Int
    ) -> Bool {
        let (x, y) = (values.slice(a), values.slice(b))
        return abs(x.count - y.count) <= Int(limit) && distance(x, y) <= Int(limit)
    }

    private mutating func localPart(_ code: UInt32) -> ArraySlice<UInt8> {
        values.slice(code).prefix { $0 != UInt8(ascii: "@") }
    }

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        let value = values.slice(code)
        switch way {
        case .whole: keys.append(Hash.of(Array(value)))
        case .start where value.count >= 4: keys.append(Hash.of(Array(value.prefix(value.count / 2))))
        case .end where value.count >= 4: keys.append(Hash.of(Array(value.suffix((value.count + 1) / 2))))
        case .beforeAt: keys.append(Hash.of(Array(localPart(code))))
        case .words:
            for word in value.split(separator: 0x20).prefix(4) { keys.append(Hash.of(Array(word))) }
        case .initial: if let first = value.first { keys.append(UInt64(first)) }
        default: break
        }
    }
}
