/// A choice of candidate pairs that are mostly of one person: there, how records of one person agree can be learned without
/// being misled by strangers with a common name.
///
/// A session says nothing about the comparisons by which its pairs were chosen.
struct Session: Sendable {
    /// The comparisons by which the pairs were chosen, each with the worst level that was let in.
    let chosenBy: [(comparison: Int, worst: Int)]

    /// All sessions that settings allow, the purest first: a document belongs to one person, a mail address nearly so; name and
    /// birth date together are better than a telephone, which families share.
    ///
    /// `common` is how often two strangers agree exactly on a comparison; of plain texts the one on which they do so least is the
    /// purest.
    static func all(_ settings: Settings, common: [Double]) -> [Session] {
        let kinds = settings.comparisons.map(\.kind)
        func exact(_ kind: Comparison.Kind) -> [Session] {
            kinds.indices.filter { kinds[$0] == kind }.map { Session(chosenBy: [($0, 0)]) }
        }
        var nameAndDay: [Session] = []
        if let day = kinds.firstIndex(of: .date) {
            if let name = kinds.firstIndex(of: .name) { nameAndDay = [Session(chosenBy: [(day, 0), (name, 2)])] }
            let texts = kinds.indices.filter { kinds[$0] == .text }
            if texts.count > 1 { nameAndDay.append(Session(chosenBy: [(day, 0)] + texts.prefix(2).map { ($0, 1) })) }
        }
        let plain = exact(.letters).sorted { common[$0.chosenBy[0].comparison] < common[$1.chosenBy[0].comparison] }
        return exact(.document) + exact(.email) + nameAndDay + exact(.phone) + plain
    }

    /// Whether a pattern is one of the session's.
    func holds(_ pattern: UInt64, _ layout: PatternLayout) -> Bool {
        chosenBy.allSatisfy { choice in
            let level = layout.unpack(pattern, choice.comparison).level
            return level >= 0 && level <= choice.worst
        }
    }

    /// Whether the session can teach about a comparison.
    func teaches(_ comparison: Int) -> Bool { !chosenBy.contains { $0.comparison == comparison } }

    /// With fewer pairs than this nothing is learned.
    static let fewest = 50.0
}
