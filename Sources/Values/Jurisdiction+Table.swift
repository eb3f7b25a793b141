extension Jurisdiction {
    static let columns = ["profile", "setting", "value", "basis"]

    private static let settings: Set = [
        "tradition", "entry", "scene-guests", "claim-routes", "limitation-months", "asset-powers", "pays-persons-first",
        "reflection-days", "work-right",
    ]

    /// The profiles that come with Daybreak, by name.
    public static func shipped() throws(RuleTableError) -> [String: Jurisdiction] {
        try profiles(in: RuleTable(PackageResources.jurisdictions_table, name: "jurisdictions", columns: columns))
    }

    /// The profiles of a table: one line for each setting, none left out.
    public static func profiles(in table: RuleTable) throws(RuleTableError) -> [String: Jurisdiction] {
        var settings: [String: [String: RuleRow]] = [:]
        for row in table.rows {
            let setting = try row.text("setting")
            guard Self.settings.contains(setting) else {
                throw RuleTableError(
                    row.place, .notUnderstood(setting, expected: Self.settings.sorted().joined(separator: ", ")))
            }
            guard settings[try row.text("profile"), default: [:]].updateValue(row, forKey: setting) == nil else {
                throw RuleTableError(row.place, .twice)
            }
        }
        var profiles: [String: Jurisdiction] = [:]
        for (name, rows) in settings {
            profiles[name] = try Jurisdiction(name, rows, table)
        }
        return profiles
    }

    private init(_ name: String, _ rows: [String: RuleRow], _ table: RuleTable) throws(RuleTableError) {
        func row(_ setting: String) throws(RuleTableError) -> RuleRow {
            guard let row = rows[setting] else {
                throw RuleTableError(RulePlace(table: table.name, line: 1), .missing("\(name): \(setting)"))
            }
            return row
        }
        self.name = name
        edition = table.edition
        tradition = try row("tradition").choice("value", Tradition.self)
        entry = Set(try row("entry").choices("value", EntryBasis.self))
        guests = Set(try row("scene-guests").choices("value", SceneGuest.self))
        opened = Set(try row("claim-routes").choices("value", ClaimRoute.self))
        limitation = try Self.limits(try row("limitation-months"))
        assets = Set(try row("asset-powers").choices("value", AssetPower.self))
        paysPersonsFirst = try row("pays-persons-first").flag("value")
        reflectionDays = try row("reflection-days").whole("value", in: 30...365)
        hasWorkRight = try row("work-right").flag("value")
    }

    // `civilTort 36, labourClaim 24`
    private static func limits(_ row: RuleRow) throws(RuleTableError) -> [ClaimRoute: Int] {
        var limits: [ClaimRoute: Int] = [:]
        for item in try row.items("value") {
            let parts = item.split(separator: " ")
            guard parts.count == 2, let route = ClaimRoute(rawValue: String(parts[0])), let months = Int(parts[1]),
                (1...1200).contains(months), limits.updateValue(months, forKey: route) == nil
            else { throw RuleTableError(row.place, .notUnderstood(item, expected: "labourClaim 24")) }
        }
        return limits
    }
}
