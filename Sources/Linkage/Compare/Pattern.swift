/// How the outcomes of all comparisons are packed into 64 bits: for each four bits of level (0 = missing) and, where the
/// frequency of the value counts, four bits of rarity.
///
/// There are few distinct patterns (some ten thousand among millions of pairs): the model learns on them, not on pairs.
struct PatternLayout: Sendable {
    /// Where a comparison's bits begin.
    private(set) var shifts: [UInt64] = []
    /// Which comparisons have rarity.
    private(set) var hasRarity: [Bool] = []
    private(set) var bits = 0

    /// How many bits of rarity one step stands for.
    static let step: Double = 1.75

    init(_ comparisons: [Comparison]) {
        for comparison in comparisons {
            let rare = comparison.levels.contains { $0.rarity > 0 }
            shifts.append(UInt64(bits))
            hasRarity.append(rare)
            bits += rare ? 8 : 4
        }
    }

    /// The bits of an outcome.
    @inline(__always)
    func pack(_ match: Match, _ comparison: Int) -> UInt64 {
        var value = UInt64(match.level + 1)
        if hasRarity[comparison] { value |= UInt64(max(0, min(15, match.bits / Self.step))) << 4 }
        return value << shifts[comparison]
    }

    /// The outcome in a pattern: the level, -1 when missing, and about how rare it is.
    @inline(__always)
    func unpack(_ pattern: UInt64, _ comparison: Int) -> Match {
        let value = pattern >> shifts[comparison]
        let bits = hasRarity[comparison] ? (Double(value >> 4 & 15) + 0.5) * Self.step : 0
        return Match(level: Int(value & 15) - 1, bits: bits)
    }
}
