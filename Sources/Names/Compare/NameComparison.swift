/// Compares prepared names.
public enum NameComparison {
    /// How well two names agree; symmetric.
    public static func similarity(_ a: NameKey, _ b: NameKey) -> NameMatch {
        let match = compare(a, b)
        // What was taken for a title may have been a name.
        if match.score > 0.95 || a.withTitles.isEmpty && b.withTitles.isEmpty { return match }
        return better(match, compare(a.withTitles.first ?? a, b.withTitles.first ?? b))
    }

    /// Why they agree or do not, piece by piece in the order of the first name; the pieces of native names are units of
    /// letters, those of others words. What stands in only one of them is left out.
    public static func explain(_ a: NameKey, _ b: NameKey) -> [NameSegment] {
        let (first, second) = (a.withTitles.first ?? a, b.withTitles.first ?? b)
        let isTitled = compare(first, second).score > compare(a, b).score
        return isTitled ? segments(first, second) : segments(a, b)
    }

    private static func segments(_ a: NameKey, _ b: NameKey) -> [NameSegment] {
        if a.lattices.isEmpty == b.lattices.isEmpty {
            let isNative = !a.lattices.isEmpty && a.script == b.script
            let parts = PartAssignment(a.weights, b.weights) {
                isNative
                    ? PartComparison.native(a.parts[$0], b.parts[$1]) : PartComparison.latin(a.parts[$0], b.parts[$1])
            }
            return parts.pairs.sorted { $0.first < $1.first }.map {
                NameSegment(
                    first: a.parts[$0.first].text, second: b.parts[$0.second].text, likeness: $0.likeness.score)
            }
        }
        if !a.lattices.isEmpty { return RomanisedComparison.explain(a, b) }
        return RomanisedComparison.explain(b, a).map {
            NameSegment(first: $0.second, second: $0.first, likeness: $0.likeness)
        }
    }

    private static func compare(_ a: NameKey, _ b: NameKey) -> NameMatch {
        if a.parts.isEmpty || b.parts.isEmpty { return .different }
        let isNative = (!a.lattices.isEmpty, !b.lattices.isEmpty)
        if isNative.0 && isNative.1 && a.script == b.script { return sameScript(a, b) }
        if isNative.0 != isNative.1 {
            return isNative.0 ? RomanisedComparison.compare(a, b) : RomanisedComparison.compare(b, a)
        }
        return latin(a, b)
    }

    private static func latin(_ a: NameKey, _ b: NameKey) -> NameMatch {
        var best = better(latin(a.parts, b.parts), joined(a, b))
        if a.parts.count == b.parts.count + 1 {
            for merge in a.merges { best = better(best, latin(merge, b.parts)) }
        } else if b.parts.count == a.parts.count + 1 {
            for merge in b.merges { best = better(best, latin(a.parts, merge)) }
        }
        return best
    }

    private static func latin(_ a: [NamePart], _ b: [NamePart]) -> NameMatch {
        match(PartAssignment(a.map(\.weight), b.map(\.weight)) { PartComparison.latin(a[$0], b[$1]) })
    }

    private static func sameScript(_ a: NameKey, _ b: NameKey) -> NameMatch {
        let parts = PartAssignment(a.weights, b.weights) { PartComparison.native(a.parts[$0], b.parts[$1]) }
        return match(parts)
    }

    /// The words written together: for names that one writes in more words than the other.
    private static func joined(_ a: NameKey, _ b: NameKey) -> NameMatch {
        guard a.parts.count != b.parts.count || a.parts.count > 1 else { return .different }
        let weight = min(a.weight, b.weight)
        if a.joined == b.joined { return NameMatch(score: 0.98, reason: .reordered, evidence: bits(weight)) }
        guard a.parts.count != b.parts.count else { return .different }
        let longest = Double(max(a.joined.count, b.joined.count))
        let least = Double(min(a.joined.count, b.joined.count))
        if least < longest * 0.7 { return .different }
        if a.joinedSound == b.joinedSound { return NameMatch(score: 0.93, reason: .sound, evidence: bits(weight)) }
        let score = 0.97 * (1 - Double(EditDistance.osa(a.joined, b.joined)) / longest)
        return NameMatch(score: score, reason: .typing, evidence: bits(weight * score))
    }

    static func match(_ parts: PartAssignment) -> NameMatch {
        let reason = parts.score < NameMatch.threshold ? NameReason.different : parts.reason
        return NameMatch(score: parts.score, reason: reason, evidence: bits(parts.agreed))
    }

    static func better(_ a: NameMatch, _ b: NameMatch) -> NameMatch { b.score > a.score ? b : a }

    /// About two bits for each letter that agrees.
    static func bits(_ weight: Double) -> Double { weight * 2 }
}

extension NameKey {
    /// The weights of its words.
    var weights: [Double] { parts.map(\.weight) }
}
