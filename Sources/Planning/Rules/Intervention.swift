public import Values

/// One thing that may be done about exploitation; an operation with entry is one among many (R005, R041).
public struct Intervention: Hashable, Sendable {
    /// The code, such as `WORKPLACE_MONITORING`.
    public let code: String
    /// When it is done.
    public let phases: [Phase]
    /// Where it fits.
    public let contexts: Set<Exploitation>
    /// How deeply it cuts into people's lives, 0 (talking) to 4 (entry by force).
    public let intrusiveness: Int
    /// What the law must have for it: a ground for entering, or nothing.
    public let needsEntry: Set<Jurisdiction.EntryBasis>
    /// What the law must have for it: a power over assets, or nothing.
    public let needsAssets: Set<Jurisdiction.AssetPower>

    /// The code of the operation with entry.
    public static let operation = "RAID_RESCUE"

    /// Whether it is the operation with entry.
    public var isOperation: Bool { code == Self.operation }
}

/// What an intervention is worth considering for in a place.
public struct Applicability: Hashable, Sendable {
    /// What may be done.
    public let intervention: Intervention
    /// It fits one part of a mixed situation: it must not be used as if it fitted the other (R028).
    public let needsCaution: Bool
}

/// The interventions that exist, as a versioned table.
public struct InterventionCatalogue: Sendable {
    /// The version that a decision keeps.
    public let edition: String
    /// All interventions, in the order of the table.
    public let all: [Intervention]

    /// Reads a catalogue; refuses one without the operation, or with monitoring of workplaces for sexual exploitation.
    public init(_ table: RuleTable) throws(RuleTableError) {
        let rows = try table.byKey { row throws(RuleTableError) in try row.text("code") }
        var all: [Intervention] = []
        for row in table.rows {
            let contexts = Set(try row.choices("contexts", Exploitation.self))
            let code = try row.text("code")
            // R029: an alternative for labour, and not for sexual exploitation.
            guard code != "WORKPLACE_MONITORING" || contexts == [.labour] else {
                throw RuleTableError(row.place, .notUnderstood(code, expected: Exploitation.labour.rawValue))
            }
            all.append(
                Intervention(
                    code: code, phases: try row.choices("phases", Phase.self), contexts: contexts,
                    intrusiveness: try row.whole("intrusiveness", in: 0...4),
                    needsEntry: Set(try row.choices("entry", Jurisdiction.EntryBasis.self)),
                    needsAssets: Set(try row.choices("assets", Jurisdiction.AssetPower.self))))
        }
        guard rows[Intervention.operation] != nil else {
            throw RuleTableError(RulePlace(table: table.name, line: 1), .missing(Intervention.operation))
        }
        self.all = all
        edition = table.edition
    }

    /// The catalogue that comes with Daybreak.
    public static func shipped() throws(RuleTableError) -> InterventionCatalogue {
        try InterventionCatalogue(
            RuleTable(
                PackageResources.interventions_table, name: "interventions",
                columns: ["code", "phases", "contexts", "intrusiveness", "entry", "assets", "basis"]))
    }

    /// R028, R008: what fits this kind of exploitation and exists in this law. In a mixed situation everything that fits a
    /// part of it is listed, with a caution where it does not fit the whole.
    public func applicable(to context: Exploitation, in law: Jurisdiction) -> [Applicability] {
        all.compactMap { intervention in
            guard intervention.needsEntry.isEmpty || !intervention.needsEntry.isDisjoint(with: law.entry),
                intervention.needsAssets.isSubset(of: law.assets)
            else { return nil }
            let fits = intervention.contexts.contains(context)
            guard fits || context == .mixed else { return nil }
            let fitsBoth = intervention.contexts.isSuperset(of: [.labour, .sexual])
            return Applicability(intervention: intervention, needsCaution: context == .mixed && !fitsBoth)
        }
    }
}
