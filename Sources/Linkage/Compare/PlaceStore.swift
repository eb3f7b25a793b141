/// Places in a hierarchy: the narrowest column that both have and that agrees says most.
struct PlaceStore: FeatureStore {
    private let levels: [Level]
    private var seen: [[UInt32]: UInt32] = [:]
    /// For every code its values, narrow to broad; `parts[code * width + column]`.
    private var parts: [UInt32] = []
    private let width: Int
    private var names: [Interner]
    private var rarity: [Rarity] = []

    init(_ comparison: Comparison) {
        levels = comparison.levels
        width = comparison.columns.count
        names = Array(repeating: Interner(), count: width)
        parts = Array(repeating: 0, count: width)
    }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        let row = (0..<width).map { names[$0].code(of: Normalise.text(fields[$0])) }
        if row.allSatisfy({ $0 == 0 }) { return 0 }
        if let code = seen[row] { return code }
        let code = UInt32(parts.count / width)
        seen[row] = code
        parts += row
        return code
    }

    mutating func freeze(counts: [UInt32]) {
        rarity = (0..<width).map { column in
            var perName = [UInt32](repeating: 0, count: names[column].count)
            for code in counts.indices { perName[Int(parts[code * width + column])] += counts[code] }
            return Rarity(counts: perName)
        }
    }

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        guard isComparable(a, b) else { return .nothing }
        for (index, level) in levels.enumerated() where level.test == .column {
            let column = Int(level.limit)
            let x = parts[Int(a) * width + column]
            let y = parts[Int(b) * width + column]
            guard x != 0, y != 0, x == y || isAlike(x, y, column) else { continue }
            return Match(level: index, bits: rarity.isEmpty ? 0 : min(rarity[column][x], rarity[column][y]))
        }
        return Match(level: levels.count - 1)
    }

    // Whether there is a column that both fill.
    private mutating func isComparable(_ a: UInt32, _ b: UInt32) -> Bool {
        for column in 0..<width where parts[Int(a) * width + column] != 0 && parts[Int(b) * width + column] != 0 {
            return true
        }
        return false
    }

    private mutating func isAlike(_ a: UInt32, _ b: UInt32, _ column: Int) -> Bool {
        let x = names[column].slice(a)
        let y = names[column].slice(b)
        guard min(x.count, y.count) >= 4 else { return false }
        // A code such as MMR013 is another place with another digit.
        if x.contains(where: { $0 < 0x3A && $0 > 0x2F }) { return false }
        return JaroWinkler.similarity(x, y) >= 0.92
    }

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        let row = parts[Int(code) * width..<(Int(code) + 1) * width]
        switch way {
        case .whole, .narrow:
            guard let column = row.firstIndex(where: { $0 != 0 }) else { return }
            if way == .narrow && column - row.startIndex == width - 1 && width > 1 { return }
            keys.append(Hash.of(Array(names[column - row.startIndex].slice(row[column]))))
        case .broad:
            guard let last = row.last, last != 0 else { return }
            keys.append(Hash.of(Array(names[width - 1].slice(last))))
        default: break
        }
    }
}
