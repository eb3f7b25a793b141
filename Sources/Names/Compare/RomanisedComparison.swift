/// Compares a native name with one in Latin letters.
enum RomanisedComparison {
    static func compare(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        let words = native.parts.filter { $0.script != .latin }
        if words.count == 1 { return whole(native, latin) }
        if words.count == latin.parts.count || latin.parts.count == 1 && words.count > 1 {
            return NameComparison.better(pairs(native, latin.parts.map(\.letters)), latin.parts.count == 1 ? whole(native, latin) : .different)
        }
        var best = NameMatch.different
        if words.count == 2 {
            for cut in 1..<latin.parts.count {
                let groups = [latin.parts[..<cut], latin.parts[cut...]].map { $0.flatMap(\.letters) }
                best = NameComparison.better(best, pairs(native, groups))
            }
        }
        return NameComparison.better(best, pairs(native, latin.parts.map(\.letters)))
    }

    /// Word against word.
    private static func pairs(_ native: NameKey, _ latin: [[UInt8]]) -> NameMatch {
        let weights = native.lattices.indices.map { native.nativeWeights[$0] }
        let parts = PartAssignment(weights, latin.map { Double(min($0.count, 9)) }) {
            PartComparison.romanised(native.lattices[$0], latin[$1])
        }
        return NameComparison.match(parts)
    }

    /// The whole native name against the Latin words, joined, beginning at each in turn.
    private static func whole(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        guard let lattice = native.lattices.first, native.lattices.count == 1 else { return joinedWhole(native, latin) }
        var best = PartComparison.Likeness.none
        for first in latin.parts.indices.prefix(5) {
            let letters = (latin.parts[first...] + latin.parts[..<first]).flatMap(\.letters)
            let likeness = PartComparison.romanised(lattice, letters)
            if likeness.score > best.score { best = likeness }
        }
        let reason = best.score < NameMatch.threshold ? NameReason.different : best.reason
        return NameMatch(score: best.score, reason: reason, evidence: NameComparison.bits(min(native.weight, latin.weight) * best.score))
    }

    private static func joinedWhole(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        guard let table = native.lattices.first?.table else { return .different }
        let likeness = PartComparison.romanised(Lattice(native.lattices.flatMap(\.symbols), table), latin.joined)
        let reason = likeness.score < NameMatch.threshold ? NameReason.different : likeness.reason
        return NameMatch(score: likeness.score, reason: reason, evidence: NameComparison.bits(native.weight * likeness.score))
    }
}

extension NameKey {
    /// The weights of its native words.
    var nativeWeights: [Double] { parts.filter { $0.script != .latin }.map(\.weight) }
}
