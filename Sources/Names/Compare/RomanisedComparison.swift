/// Compares a native name with one in Latin letters.
enum RomanisedComparison {
    static func compare(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        let (words, parts) = (native.lattices.count, latin.parts)
        var best = NameMatch.different
        if words == 1 || parts.count == 1 { best = whole(native, latin) }
        if words == 1 { return best }
        if words == 2 && parts.count > 2 {
            for cut in 1..<parts.count {
                let groups = [parts[..<cut], parts[cut...]].map { $0.flatMap(\.letters) }
                best = NameComparison.better(best, pairs(native, groups))
            }
        } else {
            best = NameComparison.better(best, pairs(native, parts.map(\.letters)))
        }
        // The given name alone, in two words.
        if native.script == .han && parts.count == 2 { best = NameComparison.better(best, pairs(native, [latin.joined])) }
        return best
    }

    /// Word against word.
    private static func pairs(_ native: NameKey, _ latin: [[UInt8]]) -> NameMatch {
        let weights = native.lattices.indices.map { native.nativeWeights[$0] }
        let parts = PartAssignment(weights, latin.map { Double(min($0.count, 9)) }) {
            PartComparison.romanised(native.lattices[$0], latin[$1], isWhole: false)
        }
        return NameComparison.match(parts)
    }

    /// The whole native name against all Latin letters in their order.
    private static func whole(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        guard let first = native.lattices.first else { return .different }
        let lattice = native.lattices.count == 1 ? first : Lattice(native.lattices.flatMap(\.symbols), first.table)
        let likeness = PartComparison.romanised(lattice, latin.joined, isWhole: true)
        let reason = likeness.score < NameMatch.threshold ? NameReason.different : likeness.reason
        let evidence = NameComparison.bits(min(native.weight, latin.weight) * likeness.score)
        return NameMatch(score: likeness.score, reason: reason, evidence: evidence)
    }
}

extension NameKey {
    /// The weights of its native words.
    var nativeWeights: [Double] { parts.filter { $0.script != .latin }.map(\.weight) }
}
