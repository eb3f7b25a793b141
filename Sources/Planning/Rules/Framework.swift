public import Values

/// R022: the thresholds of a decision. They are proposals that a governing body sets; every decision keeps the edition.
public struct Framework: Hashable, Sendable {
    /// A threshold by its name in the table.
    public enum Setting: String, CaseIterable, Sendable {
        case sufficiencyForRaid = "sufficiency-raid"
        case sufficiencyBelowSerious = "sufficiency-raid-below-serious"
        case minimumEffect = "minimum-effect"
        case signOffFrom = "risk-sign-off-from"
        case stopFrom = "risk-stop-from"
        case safeSiteMetres = "safe-site-metres"
        case packageStaleDays = "package-stale-days"
        case decisionValidDays = "decision-valid-days"
        case backfillHours = "review-backfill-hours"
        case reviewHours = "review-independent-hours"
        case reasonLetters = "reason-letters"
    }

    /// The version that a decision keeps.
    public let edition: String
    let values: [Setting: Int]

    /// The value of a threshold.
    public subscript(_ setting: Setting) -> Int { values[setting] ?? 0 }

    /// Reads a framework: every threshold once, none left out.
    public init(_ table: RuleTable) throws(RuleTableError) {
        let rows = try table.byKey { row throws(RuleTableError) in try row.choice("setting", Setting.self) }
        var values: [Setting: Int] = [:]
        for setting in Setting.allCases {
            guard let row = rows[setting] else {
                throw RuleTableError(RulePlace(table: table.name, line: 1), .missing(setting.rawValue))
            }
            values[setting] = try row.whole("value", in: setting.bounds)
        }
        self.values = values
        edition = table.edition
    }

    /// The framework that comes with Daybreak.
    public static func shipped() throws(RuleTableError) -> Framework {
        try Framework(
            RuleTable(
                PackageResources.framework_table, name: "framework", columns: ["setting", "value", "unit", "basis"]))
    }
}

extension Framework.Setting {
    // Bounds that no table may leave: a red line cannot be configured away.
    fileprivate var bounds: ClosedRange<Int> {
        switch self {
        case .sufficiencyForRaid, .sufficiencyBelowSerious: 50...100
        case .minimumEffect: 1...4
        case .signOffFrom: 1...10
        case .stopFrom: 10...20
        case .safeSiteMetres: 500...100_000
        case .packageStaleDays, .decisionValidDays: 1...30
        case .backfillHours: 1...24
        case .reviewHours: 1...72
        case .reasonLetters: 10...1000
        }
    }
}
