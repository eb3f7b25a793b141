public import Values

/// What somebody may be arrested for and charged with (R132). Immigration is not in it and cannot be put in (RL-01).
public struct OffenceCatalogue: Sendable {
    /// The kinds that the report names, and those that follow the money.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case trafficking, forcedLabour, abuse, rape, kidnapping, sexualExploitation, otherViolation
        case corruption, moneyLaundering, tax
    }

    /// An offence.
    public struct Offence: Hashable, Sendable {
        /// The code here.
        public let code: String
        /// The kind.
        public let kind: Kind
        /// The code of the international classification (ICCS), where it has one.
        public let iccs: String?
        /// The elements that must be proven.
        public let elements: [String]
    }

    /// The version that a charge keeps.
    public let edition: String
    /// All offences, in the order of the table.
    public let all: [Offence]

    // What an offence of immigration would be called; it is refused wherever it stands.
    static let barred = ["immigration", "illegal entry", "overstay", "deport", "undocumented", "migrant"]

    /// Reads a catalogue; refuses one with an offence of immigration.
    public init(_ table: RuleTable) throws(RuleTableError) {
        _ = try table.byKey { row throws(RuleTableError) in try row.text("code") }
        var all: [Offence] = []
        for row in table.rows {
            let texts = [try row.text("code"), try row.text("label")]
            for text in texts {
                let plain = text.lowercased().map { $0.isLetter ? $0 : " " }
                guard !Self.barred.contains(where: { String(plain).contains($0) }) else {
                    throw RuleTableError(row.place, .notUnderstood(text, expected: Kind.trafficking.rawValue))
                }
            }
            all.append(
                Offence(
                    code: texts[0], kind: try row.choice("kind", Kind.self), iccs: try row.optional("iccs"),
                    elements: try row.items("elements")))
        }
        self.all = all
        edition = table.edition
    }

    /// The offences that come with Daybreak: an international set, to which a country's own codes are added.
    public static func shipped() throws(RuleTableError) -> OffenceCatalogue {
        try OffenceCatalogue(
            RuleTable(
                PackageResources.offences_table, name: "offences",
                columns: ["code", "kind", "iccs", "elements", "label"]))
    }

    /// An offence by its code.
    public subscript(_ code: String) -> Offence? { all.first { $0.code == code } }
}

/// R133: what part somebody is suspected to have had.
public enum SubjectRole: String, CaseIterable, Sendable, Codable {
    case employer, guardOfSite, broker, supervisor, pimp
    case recruiter, transporter, moneyHandler, owner, corruptOfficial

    /// Whether the person is counted among brokers and exploiters (R158).
    public var isBrokerOrExploiter: Bool { ![.guardOfSite, .transporter].contains(self) }
}

/// R067, R198: how high up the chain: T1 organiser or financier … T4 low level.
public enum Tier: Int, CaseIterable, Sendable, Codable { case t1 = 1, t2, t3, t4 }

/// R024: what a country has against exploitation; every case answers for each.
public enum Remedy: String, CaseIterable, Sendable, Codable {
    case criminal, civil, labour, tax, moneyLaundering, licensing, housing, corruption

    /// The remedies that are neither used nor have a reason why not.
    public static func open(used: Set<Remedy>, reasons: [Remedy: String]) -> [Remedy] {
        allCases.filter { !used.contains($0) && reasons[$0]?.isEmpty != false }
    }
}
