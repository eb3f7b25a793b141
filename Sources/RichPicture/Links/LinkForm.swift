import Linkage

/// How mentions are compared: the columns, the comparisons and the keys under which they are looked for.
///
/// Nationality and sex are no inputs: exchanging them changes no score (RL-20). They are shown to whoever decides.
struct LinkForm {
    /// What is known of a mention in one column.
    struct Column: Sendable {
        var name: String
        var value: @Sendable (Mention) -> String
    }

    let columns: [Column]
    private let comparisons: [Comparison]
    private let rules: [BlockingRule]

    /// The form of a subject.
    static func of(_ subject: LinkSubject) -> LinkForm {
        switch subject {
        case .people: people
        case .organisations: organisations
        }
    }

    /// Settings that have not learned yet, for so many records.
    func settings(records: Int) -> Settings {
        var settings = Settings(comparisons: comparisons, blocking: rules)
        settings.precision = 0.9
        settings.largestCluster = 40
        // A small table can be compared more thoroughly.
        settings.pairsPerRecord = max(8, min(100, 200_000 / Double(max(records, 1))))
        settings.pairsInAll = 2 * settings.pairsPerRecord
        return settings
    }

    /// The row of a mention.
    func row(_ mention: Mention) -> [String] { columns.map { $0.value(mention) } }

    /// What a row says of what a comparison is about.
    func text(_ comparison: String, _ row: [String]) -> String {
        guard let found = comparisons.first(where: { $0.name == comparison }) else { return "" }
        let values = zip(columns, row).filter { found.columns.contains($0.0.name) && !$0.1.isEmpty }
        return values.map(\.1).joined(separator: " · ")
    }

    // MARK: People

    private static let people = LinkForm(
        columns: [
            Column(name: "name") { $0.latin }, Column(name: "second") { _ in "" }, Column(name: "native") { $0.native },
            Column(name: "born") { $0.values[.birthDate] ?? "" },
            Column(name: "card") { $0.key(.document) { $0.isCard } },
            Column(name: "paper") { $0.key(.document) { !$0.isCard } }, Column(name: "phone") { $0.key(.phone) },
            Column(name: "account") { $0.key(.account) }, Column(name: "address") { $0.key(.address) },
            Column(name: "mail") { $0.key(.email) }, Column(name: "company") { $0.key(.companyNumber) },
        ],
        comparisons: [
            Comparison("name", kind: .name, columns: ["name", "second", "native"]),
            Comparison("birth date", kind: .date, columns: ["born"], levels: day),
            Comparison("identity card", kind: .document, columns: ["card"]),
            Comparison("passport", kind: .document, columns: ["paper"]),
            Comparison("telephone", kind: .phone, columns: ["phone"]),
            Comparison("account", kind: .letters, columns: ["account"], levels: same),
            Comparison("address", kind: .address, columns: ["address"]),
            Comparison("mail", kind: .email, columns: ["mail"]),
            Comparison("company", kind: .letters, columns: ["company"], levels: same),
        ],
        rules: [
            [("identity card", .whole)], [("passport", .whole)], [("telephone", .whole)], [("account", .whole)],
            [("mail", .whole)], [("company", .whole), ("name", .words)], [("birth date", .whole), ("name", .words)],
            [("name", .whole)],
            [("birth date", .whole), ("name", .initial)], [("name", .words), ("birth date", .year)],
            [("name", .words), ("address", .words)], [("name", .pairs)], [("name", .words)], [("birth date", .whole)],
            [("address", .whole)],
        ].map(rule))

    // MARK: Organisations

    private static let organisations = LinkForm(
        columns: [
            Column(name: "name") { $0.latin }, Column(name: "native") { $0.native },
            Column(name: "number") { $0.key(.companyNumber) }, Column(name: "address") { $0.key(.address) },
            Column(name: "phone") { $0.key(.phone) }, Column(name: "registered") { $0.values[.registeredOn] ?? "" },
        ],
        comparisons: [
            Comparison("name", kind: .text, columns: ["name"]),
            Comparison("name in its own script", kind: .text, columns: ["native"]),
            Comparison("register number", kind: .document, columns: ["number"]),
            Comparison("address", kind: .address, columns: ["address"]),
            Comparison("telephone", kind: .phone, columns: ["phone"]),
            Comparison("day of registration", kind: .date, columns: ["registered"], levels: day),
        ],
        rules: [
            [("register number", .whole)], [("telephone", .whole)], [("name", .whole)],
            [("name in its own script", .whole)], [("name", .words), ("day of registration", .whole)],
            [("name", .pairs)], [("name", .words)], [("name in its own script", .words)], [("address", .whole)],
        ].map(rule))

    // No day is much rarer than another: how often one stands in few records says nothing.
    private static let day = [
        Level(.exact), Level(.transposed), Level(.digits, 1), Level(.onlyYear), Level(.digits, 2), Level(.years, 1),
        Level(.otherwise),
    ]
    private static let same = [Level(.exact, rarity: 1), Level(.otherwise)]

    private static func rule(_ parts: [(String, KeyWay)]) -> BlockingRule {
        BlockingRule(parts.map { BlockingRule.Part($0.0, $0.1) })
    }
}

extension Mention {
    /// The first name in Latin letters, and the first in other ones.
    fileprivate var latin: String { names.first { $0.isLatin } ?? "" }
    fileprivate var native: String { names.first { !$0.isLatin } ?? "" }

    /// The first identifier of a kind.
    fileprivate func key(_ kind: EntityKind, where fits: (Held) -> Bool = { _ in true }) -> String {
        held.first { $0.kind == kind && fits($0) }?.key ?? ""
    }
}

extension Mention.Held {
    /// Whether a document's number has digits only, as identity cards have; passports begin with letters.
    fileprivate var isCard: Bool {
        let number = key.split(separator: ":", maxSplits: 1).last ?? ""
        return !number.isEmpty && number.allSatisfy(\.isNumber)
    }
}

extension String {
    fileprivate var isLatin: Bool {
        guard let letter = unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return true }
        return letter.value < 0x250 || (0x1E00...0x1EFF).contains(letter.value)
    }
}
