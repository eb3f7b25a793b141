public import Values

/// Which mandates answer which theme, and how well: a versioned table (R076).
public struct RoutingTable: Sendable {
    /// The version that a routing keeps.
    public let edition: String
    let fit: [ReportTheme: [Mandate: Int]]

    /// Reads the table: each theme has at least one mandate.
    public init(_ table: RuleTable) throws(RuleTableError) {
        var fit: [ReportTheme: [Mandate: Int]] = [:]
        for row in table.rows {
            let (theme, mandate) = (try row.choice("theme", ReportTheme.self), try row.choice("mandate", Mandate.self))
            guard fit[theme, default: [:]].updateValue(try row.whole("fit", in: 1...9), forKey: mandate) == nil else {
                throw RuleTableError(row.place, .twice)
            }
        }
        for theme in ReportTheme.allCases where fit[theme] == nil {
            throw RuleTableError(RulePlace(table: table.name, line: 1), .missing(theme.rawValue))
        }
        self.fit = fit
        edition = table.edition
    }

    /// The table that comes with Daybreak.
    public static func shipped() throws(RuleTableError) -> RoutingTable {
        try RoutingTable(
            RuleTable(
                PackageResources.routing_table, name: "routing", columns: ["theme", "mandate", "fit", "basis"]))
    }

    /// How well a unit's mandates answer themes: the best for each theme, added up; nil when they answer none.
    func fit(_ mandates: Set<Mandate>, _ themes: Set<ReportTheme>) -> Int? {
        let best = themes.compactMap { theme in mandates.compactMap { fit[theme]?[$0] }.max() }
        return best.isEmpty ? nil : best.reduce(0, +)
    }
}
