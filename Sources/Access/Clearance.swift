/// The labels that somebody may see, as a set of bits.
///
/// What lies outside does not exist for them: it is not found, not counted, not walked through.
public struct Clearance: Sendable, Hashable {
    private enum Scope: Hashable, Sendable {
        case everything
        case labels([UInt64])
    }
    private let scope: Scope

    /// Sees every label: the single user of a laptop, tests, and the program's own upkeep.
    public static let everything = Clearance(.everything)

    /// Sees these labels and no other.
    public init(_ labels: some Sequence<LabelID>) {
        var words: [UInt64] = []
        for label in labels where label >= 0 {
            while words.count <= label / 64 { words.append(0) }
            words[label / 64] |= 1 << UInt64(label % 64)
        }
        scope = .labels(words)
    }

    private init(_ scope: Scope) { self.scope = scope }

    /// Whether a row of this label may be seen.
    public func contains(_ label: LabelID) -> Bool {
        switch scope {
        case .everything: true
        case .labels(let words):
            label >= 0 && label / 64 < words.count && words[label / 64] & (1 << UInt64(label % 64)) != 0
        }
    }

    /// The labels as bits, for hot loops: label `n` is bit `n % 64` of word `n / 64`, and words that are not there are
    /// zero; `nil` for everything.
    public var words: [UInt64]? {
        guard case .labels(let words) = scope else { return nil }
        return words
    }

    /// The first and the last label, and whether every one between them is there; `nil` for everything and for nothing.
    public var bounds: (first: LabelID, last: LabelID, isWhole: Bool)? {
        guard case .labels(let words) = scope, let low = words.firstIndex(where: { $0 != 0 }),
            let high = words.lastIndex(where: { $0 != 0 })
        else { return nil }
        let first = low * 64 + words[low].trailingZeroBitCount
        let last = high * 64 + 63 - words[high].leadingZeroBitCount
        let count = words.reduce(0) { $0 + $1.nonzeroBitCount }
        return (first, last, last - first + 1 == count)
    }
}
