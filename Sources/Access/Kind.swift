/// A row of the access matrix: what is read or changed.
public enum Kind: Int, CaseIterable, Sendable {
    case tip, sourceID, victimPseudo, victimID, relatives, clinical, shelterLoc, servicePlan, statusLabel, testimony
    case intelEntity, surveilFin, siteLoc, riskAssess, opPlan, roleCard, prepNotice
    case evidence, custodyLog, caseFile, compensation
    case psiQuery, auditLog, coiRegister, statsPub, usersConfig, keys
    // Of which the page is silent: what the rooms work with (decision 16).
    case inspection, competence, exercise, release

    /// The rows of the page `access-matrix.md`, in its order.
    public static let ofPage = Array(allCases.prefix(27))
    /// The rows that the rooms add.
    public static let ofRooms = Array(allCases.dropFirst(27))

    private static let names = [
        "tip", "source_id", "victim_pseudo", "victim_id", "relatives", "clinical", "shelter_loc", "service_plan",
        "status_label", "testimony", "intel_entity", "surveil_fin", "site_loc", "risk_assess", "op_plan", "role_card",
        "prep_notice", "evidence", "custody_log", "case_file", "compensation", "psi_query", "audit_log",
        "coi_register", "stats_pub", "users_config", "keys", "inspection", "competence", "exercise", "release",
    ]
    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// The name on the page, in files and in JSON.
    public var name: String { Self.names[rawValue] }

    /// The kind of this name.
    public init?(name: String) {
        guard let kind = Self.byName[name] else { return nil }
        self = kind
    }
}
