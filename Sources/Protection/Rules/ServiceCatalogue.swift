public import Values

/// A kind of help that exists.
public struct HelpOption: Hashable, Sendable {
    /// The code, such as `SAFE_ACCOMMODATION`.
    public let code: String
    /// Forms that it takes, such as an open shelter, rented rooms, the own family.
    public let forms: [String]
    /// Needs that it answers.
    public let answers: Set<Need>
}

/// What somebody says that they need.
public enum Need: String, CaseIterable, Sendable, Codable {
    case safety, housing, food, health, mind, law, language, papers, work, school, children, family, debt, faith, home
}

/// The kinds of help, as a versioned table.
public struct ServiceCatalogue: Sendable {
    /// The version that an offer keeps.
    public let edition: String
    /// All of them, in the order of the table.
    public let all: [HelpOption]

    /// Reads a catalogue.
    public init(_ table: RuleTable) throws(RuleTableError) {
        _ = try table.byKey { row throws(RuleTableError) in try row.text("code") }
        var all: [HelpOption] = []
        for row in table.rows {
            all.append(
                HelpOption(
                    code: try row.text("code"), forms: try row.items("forms"),
                    answers: Set(try row.choices("answers", Need.self))))
        }
        self.all = all
        edition = table.edition
    }

    /// The catalogue that comes with Daybreak.
    public static func shipped() throws(RuleTableError) -> ServiceCatalogue {
        try ServiceCatalogue(
            RuleTable(
                PackageResources.services_table, name: "services", columns: ["code", "forms", "answers", "basis"]))
    }
}
