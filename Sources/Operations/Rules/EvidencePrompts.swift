public import Values

/// R161: kinds of places of exploitation.
public enum SiteType: String, CaseIterable, Sendable, Codable {
    case factory, brothel, karaokeBar, farm, fishingVessel, constructionSite, household, onlineCompound, mine, other
}

/// R136, R137: what to look for, by kind of place; the list that goes to the scene on paper.
public struct EvidencePrompts: Sendable {
    /// Something to look for.
    public struct Prompt: Hashable, Sendable {
        /// The code, such as `CCTV`.
        public let code: String
        /// Where it is looked for.
        public let sites: Set<SiteType>
        /// What it is, in words.
        public let label: String
        /// It is recorded, and never used against a person at risk.
        public let isProtected: Bool
    }

    /// The version that a forecast keeps.
    public let edition: String
    /// All prompts, in the order of the table.
    public let all: [Prompt]

    /// Reads the table of prompts.
    public init(_ table: RuleTable) throws(RuleTableError) {
        _ = try table.byKey { row throws(RuleTableError) in try row.text("code") }
        var all: [Prompt] = []
        for row in table.rows {
            all.append(
                Prompt(
                    code: try row.text("code"), sites: Set(try row.choices("sites", SiteType.self)),
                    label: try row.text("label"), isProtected: try row.flag("protected")))
        }
        self.all = all
        edition = table.edition
    }

    /// The prompts that come with Daybreak.
    public static func shipped() throws(RuleTableError) -> EvidencePrompts {
        try EvidencePrompts(
            RuleTable(
                PackageResources.prompts_table, name: "prompts",
                columns: ["code", "sites", "protected", "label"]))
    }

    /// What to look for at a kind of place.
    public func prompts(for site: SiteType) -> [Prompt] { all.filter { $0.sites.contains(site) } }
}
