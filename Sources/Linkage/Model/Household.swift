/// Two persons of one household or office: they share a telephone, a mail address or a street address, often the family name
/// and the place, and nothing else.
///
/// Without it, a shared telephone and a shared rare family name would make one person of two sisters. It is a third way in which
/// two records can come to agree, beside *one person* and *strangers*; what it takes from the score is shown as a weight of its
/// own.
public struct Household: Codable, Sendable, Hashable {
    /// How likely two random records are of two persons of one household; learned.
    public var share: Double
    /// Which comparisons a household may share.
    public var shared: [String]
    /// The comparison of names.
    public var name: String

    /// What is thought before anything is seen; nil where there is nothing to share, or no name to tell persons apart.
    static func start(_ settings: Settings) -> Household? {
        let shared = settings.comparisons.filter { $0.kind == .phone || $0.kind == .email || $0.kind == .address }
        guard let name = settings.comparisons.first(where: { $0.kind == .name }), !shared.isEmpty else { return nil }
        return Household(share: (settings.prior ?? 0.001) / 20, shared: shared.map(\.name), name: name.name)
    }
}

/// The household's part of a model.
struct HouseholdModel: Sendable {
    /// log2 of the share of households among strangers.
    private let share: Double
    private let shared: [Int]
    private let name: Int
    private let places: [Int]
    /// Which level of the name is "a word in common".
    private let oneWord: Int

    init?(_ settings: Settings) {
        guard let household = settings.household,
            let name = settings.comparisons.firstIndex(where: { $0.name == household.name })
        else { return nil }
        share = Double.log2(household.share)
        shared = settings.comparisons.indices.filter { household.shared.contains(settings.comparisons[$0].name) }
        places = settings.comparisons.indices.filter { settings.comparisons[$0].kind == .place }
        oneWord = settings.comparisons[name].levels.firstIndex { $0.test == .oneWord } ?? .max
        self.name = name
    }

    /// How likely a family member has one word of the name in common; else it is as with strangers.
    private static let sameFamily = 0.75

    /// What the chance of a household takes from the score, in bits: -log2(1 + P(household) / P(stranger)).
    ///
    /// `weight` is the weight of an outcome, log2(m/u): a household shares what it shares as one person would.
    func bits(_ outcomes: [Match], weight: (Int) -> Double) -> Double {
        guard shared.contains(where: { outcomes[$0].level == 0 }) else { return 0 }
        var ratio = share
        for index in shared where outcomes[index].level == 0 { ratio += max(0, weight(index)) }
        for index in places where outcomes[index].level >= 0 { ratio += weight(index) }
        let name = outcomes[name]
        if name.level == oneWord {
            ratio += Double.log2(Self.sameFamily) + name.bits
        } else if name.level >= 0 {
            ratio += Double.log2(1 - Self.sameFamily)
        }
        return ratio > 40 ? -ratio : -Double.log2(1 + Double.exp2(ratio))
    }
}
