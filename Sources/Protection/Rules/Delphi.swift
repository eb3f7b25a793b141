public import Values

/// The operational indicators of ILO and the European Commission of 2009 (domain.md 2.3).
///
/// The weights of the lists for labour are shipped. Those for sexual exploitation are not known to us: those lists run without
/// weights and say so (`isWeighted`).
public struct Delphi: Sendable {
    /// How strong an indicator is.
    public enum Strength: String, CaseIterable, Sendable { case strong, medium, weak }

    /// The six dimensions.
    public enum Dimension: String, CaseIterable, Sendable {
        case deceptiveRecruitment, coerciveRecruitment, abuseOfVulnerabilityRecruitment, exploitation, coercion
        case abuseOfVulnerabilityDestination
    }

    /// The lists whose weights are known.
    public enum List: String, CaseIterable, Sendable { case adultLabour, childLabour }

    /// An indicator with its strength in each list; none where the list does not have it.
    public struct Indicator: Hashable, Sendable {
        /// The code, such as `DR01`.
        public let code: String
        /// Its dimension.
        public let dimension: Dimension
        /// Its strength by list.
        public let strength: [List: Strength]
    }

    /// The version that a screening keeps.
    public let edition: String
    /// All indicators, in the order of the table.
    public let all: [Indicator]

    /// Reads the table of indicators.
    public init(_ table: RuleTable) throws(RuleTableError) {
        _ = try table.byKey { row throws(RuleTableError) in try row.text("code") }
        var all: [Indicator] = []
        for row in table.rows {
            var strength: [List: Strength] = [:]
            for list in List.allCases where try row.optional(list.rawValue) != nil {
                strength[list] = try row.choice(list.rawValue, Strength.self)
            }
            all.append(
                Indicator(
                    code: try row.text("code"), dimension: try row.choice("dimension", Dimension.self),
                    strength: strength))
        }
        self.all = all
        edition = table.edition
    }

    /// The indicators that come with Daybreak.
    public static func shipped() throws(RuleTableError) -> Delphi {
        try Delphi(
            RuleTable(
                PackageResources.delphi_table, name: "delphi",
                columns: ["code", "dimension", "adultLabour", "childLabour", "label"]))
    }

    /// Whether a dimension is positive: two strong, or one strong and any other, or three medium, or two medium and a weak.
    public func isPositive(_ dimension: Dimension, _ codes: Set<String>, in list: List) -> Bool {
        let found = all.filter { $0.dimension == dimension && codes.contains($0.code) }.compactMap { $0.strength[list] }
        let (strong, medium, weak) = (
            found.count { $0 == .strong }, found.count { $0 == .medium }, found.count { $0 == .weak }
        )
        return strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1)
    }

    /// What the dimensions say together.
    public enum Result: String, CaseIterable, Sendable, Codable {
        case nothing
        /// A matter of labour rights; help is the same.
        case exploitation
        case deceptionAndExploitation
        case trafficking
    }

    /// What is indicated. For a child, recruitment and exploitation suffice.
    public func result(_ codes: Set<String>, in list: List) -> Result {
        func positive(_ dimension: Dimension) -> Bool { isPositive(dimension, codes, in: list) }
        guard positive(.exploitation) else { return .nothing }
        // Abuse of vulnerability stands in for deceit or force at recruitment.
        let deceived = positive(.deceptiveRecruitment)
        let recruited = deceived || positive(.coerciveRecruitment) || positive(.abuseOfVulnerabilityRecruitment)
        guard recruited else { return .exploitation }
        if list == .childLabour || positive(.coercion) { return .trafficking }
        return deceived ? .deceptionAndExploitation : .exploitation
    }
}
