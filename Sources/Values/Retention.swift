/// RL-21: how long what is kept is kept, and what happens then. A legal hold stops it; nothing else does.
public struct Retention: Sendable {
    /// What is kept.
    public enum Holding: String, CaseIterable, Sendable, Codable {
        case unprovenIntelligence, unfoundedSubject, careFile, checkpointImage, anonymousReport
    }

    /// What is done when the time has come.
    public enum Deed: String, CaseIterable, Sendable, Codable { case review, delete, minimise }

    /// The version of the table.
    public let edition: String
    let rules: [Holding: (days: Int, deed: Deed)]

    /// Reads the table; refuses one that keeps the image of a person at risk longer than ninety days.
    public init(_ table: RuleTable) throws(RuleTableError) {
        let rows = try table.byKey { row throws(RuleTableError) in try row.choice("holding", Holding.self) }
        var rules: [Holding: (days: Int, deed: Deed)] = [:]
        for holding in Holding.allCases {
            guard let row = rows[holding] else {
                throw RuleTableError(RulePlace(table: table.name, line: 1), .missing(holding.rawValue))
            }
            let most = holding == .checkpointImage ? 90 : holding == .unprovenIntelligence ? 366 : 36_500
            rules[holding] = (try row.whole("days", in: 0...most), try row.choice("deed", Deed.self))
        }
        self.rules = rules
        edition = table.edition
    }

    /// The table that comes with Daybreak.
    public static func shipped() throws(RuleTableError) -> Retention {
        try Retention(
            RuleTable(
                PackageResources.retention_table, name: "retention", columns: ["holding", "days", "deed", "basis"]))
    }

    /// The day on which something is due, counted from when it was received, found unfounded, or closed.
    public func due(_ holding: Holding, since day: Day) -> Day { day.adding(days: rules[holding]?.days ?? 0) }

    /// What is to be done on a day; nil when it is not due yet, or a hold stands.
    public func deed(_ holding: Holding, since day: Day, isHeld: Bool, on today: Day) -> Deed? {
        guard !isHeld, today >= due(holding, since: day) else { return nil }
        return rules[holding]?.deed
    }
}
