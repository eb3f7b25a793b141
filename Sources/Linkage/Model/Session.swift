/// A choice of candidate pairs that are mostly of one person: there, how records of one person agree can be learned without
/// being misled by strangers with a common name.
///
/// A session says nothing about the comparisons by which its pairs were chosen.
struct Session: Sendable {
    /// The comparisons by which the pairs were chosen, each with the worst level that was let in.
    let chosenBy: [(comparison: Int, worst: Int)]
    /// How rare their agreement has to be, in bits.
    var leastBits = 0.0

    /// All sessions that settings allow, the purest first: a document belongs to one person, a mail address nearly so; name and
    /// birth date together are better than a telephone, which families share.
    ///
    /// Where there are none of these, pairs that agree on something so rare that chance does not explain it: on two things, then
    /// on one.
    ///
    /// - Parameters:
    ///   - common: how often two strangers agree exactly on a comparison; of plain texts the one on which they do so least is
    ///     the purest.
    ///   - records: how many records there are.
    static func all(_ settings: Settings, common: [Double], records: Int) -> [Session] {
        let kinds = settings.comparisons.map(\.kind)
        func exact(_ kind: Comparison.Kind) -> [Session] {
            kinds.indices.filter { kinds[$0] == kind }.map { Session(chosenBy: [($0, 0)]) }
        }
        var nameAndDay: [Session] = []
        if let day = kinds.firstIndex(of: .date), let name = kinds.firstIndex(of: .name) {
            nameAndDay = [Session(chosenBy: [(day, 0), (name, 2)])]
        }
        let plain = exact(.letters).sorted { common[$0.chosenBy[0].comparison] < common[$1.chosenBy[0].comparison] }
        let special = exact(.document) + exact(.email) + nameAndDay + exact(.phone)
        return special + rare(settings, records) + plain
    }

    private static func rare(_ settings: Settings, _ records: Int) -> [Session] {
        let telling = settings.comparisons.indices.filter { settings.comparisons[$0].levels[0].rarity > 0 }
        let least = Double.log2(Double(max(records, 2)))
        // Of texts, most of the words will do: how rare they are is told by the words.
        func worst(_ comparison: Int) -> Int { settings.comparisons[comparison].kind == .text ? 2 : 0 }
        var (pairs, single): ([Session], [Session]) = ([], [])
        for (place, one) in telling.enumerated() {
            for other in telling[(place + 1)...] {
                pairs.append(Session(chosenBy: [(one, worst(one)), (other, worst(other))], leastBits: least + 5))
            }
            single.append(Session(chosenBy: [(one, worst(one))], leastBits: least - 3))
        }
        return pairs + single
    }

    /// Whether a pattern is one of the session's.
    func holds(_ pattern: UInt64, _ layout: PatternLayout) -> Bool {
        var bits = 0.0
        for choice in chosenBy {
            let match = layout.unpack(pattern, choice.comparison)
            if match.level < 0 || match.level > choice.worst { return false }
            bits += match.bits
        }
        return bits >= leastBits
    }

    /// Whether the session can teach about a comparison.
    func teaches(_ comparison: Int) -> Bool { !chosenBy.contains { $0.comparison == comparison } }

    /// With fewer pairs than this nothing is learned.
    static let fewest = 50.0
}
