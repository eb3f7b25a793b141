/// Compares a native name with one in Latin letters.
enum RomanisedComparison {
    /// A way to lay the Latin words against the native ones.
    enum Way {
        /// All letters against the whole native name.
        case whole
        /// Groups of letters, each against the native word that it fits best.
        case groups([[UInt8]])
    }

    static func compare(_ native: NameKey, _ latin: NameKey) -> NameMatch {
        native.isMixed ? NameComparison.match(mixed(native, latin)) : best(native, latin).match
    }

    /// A name in two scripts: each word for itself.
    private static func mixed(_ native: NameKey, _ latin: NameKey) -> PartAssignment {
        var lattices = native.lattices[...]
        let ownLattices = native.parts.map { $0.script == native.script ? lattices.popFirst() : nil }
        return PartAssignment(native.weights, latin.weights) { own, other in
            guard let lattice = ownLattices[own] else {
                return PartComparison.latin(native.parts[own], latin.parts[other])
            }
            return PartComparison.romanised(lattice, latin.parts[other].letters)
        }
    }

    private static func best(_ native: NameKey, _ latin: NameKey) -> (way: Way, match: NameMatch) {
        var best: (way: Way, match: NameMatch) = (.whole, .different)
        for way in ways(native, latin) {
            let match = match(native, latin, way)
            if match.score > best.match.score { best = (way, match) }
        }
        return best
    }

    private static func ways(_ native: NameKey, _ latin: NameKey) -> [Way] {
        let (words, parts) = (native.lattices.count, latin.parts)
        if words == 1 { return [.whole] }
        var ways: [Way] = parts.count == 1 ? [.whole] : []
        if words == 2 && parts.count > 2 {
            // The given name may be written in several words, before or behind the family name.
            for cut in 1..<parts.count {
                ways.append(.groups([parts[..<cut], parts[cut...]].map { $0.flatMap(\.letters) }))
            }
        } else {
            ways.append(.groups(parts.map(\.letters)))
        }
        // A Chinese given name alone, in two words.
        if native.script == .han && parts.count == 2 { ways.append(.groups([latin.joined])) }
        return ways
    }

    private static func match(_ native: NameKey, _ latin: NameKey, _ way: Way) -> NameMatch {
        switch way {
        case .groups(let groups): return NameComparison.match(assignment(native, groups))
        case .whole:
            guard let lattice = native.wholeLattice else { return .different }
            let likeness = PartComparison.romanised(
                whole: lattice, latin.joined, endsInInitial: latin.parts.count > 1 && latin.parts.last?.kind == .initial
            )
            let reason = likeness.score < NameMatch.threshold ? NameReason.different : likeness.reason
            let evidence = NameComparison.bits(min(native.weight, latin.weight) * likeness.score)
            return NameMatch(score: likeness.score, reason: reason, evidence: evidence)
        }
    }

    private static func assignment(_ native: NameKey, _ groups: [[UInt8]]) -> PartAssignment {
        PartAssignment(native.nativeWeights, groups.map { Double(min($0.count, 9)) }) {
            PartComparison.romanised(native.lattices[$0], groups[$1])
        }
    }

    /// The pieces of the native name, in their order, with the Latin letters that stand for each.
    static func explain(_ native: NameKey, _ latin: NameKey) -> [NameSegment] {
        if native.isMixed {
            return mixed(native, latin).pairs.sorted { $0.first < $1.first }.map {
                NameSegment(
                    first: native.parts[$0.first].text, second: latin.parts[$0.second].text, likeness: $0.likeness.score
                )
            }
        }
        switch best(native, latin).way {
        case .whole:
            guard let lattice = native.wholeLattice else { return [] }
            return segments(lattice, latin.joined, native.script)
        case .groups(let groups):
            return assignment(native, groups).pairs.sorted { $0.first < $1.first }
                .flatMap { segments(native.lattices[$0.first], groups[$0.second], native.script) }
        }
    }

    private static func segments(_ lattice: Lattice, _ latin: [UInt8], _ script: Script) -> [NameSegment] {
        Aligner.steps(lattice, latin).map { step in
            // Five nats are as good as impossible.
            let likeness = 1 - min(max(Double(step.excess) / 80, 0), 1)
            return NameSegment(
                first: Graphemes.text(lattice.symbols[step.symbols], of: script),
                second: String(decoding: latin[step.letters], as: UTF8.self), likeness: likeness)
        }
    }
}

extension NameKey {
    /// The weights of its native words.
    var nativeWeights: [Double] { parts.filter { $0.script == script }.map(\.weight) }

    /// All native words as one.
    var wholeLattice: Lattice? {
        guard lattices.count > 1, let table = lattices.first?.table else { return lattices.first }
        return Lattice(lattices.flatMap(\.symbols), table)
    }
}
