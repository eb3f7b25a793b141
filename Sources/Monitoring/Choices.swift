import Values

/// The danger levels by the names that records and pages have.
enum Danger {
    static let names = DangerLevel.allCases.map(\.name)
}

/// What kind of place it is (R161).
public enum SiteSort: String, CaseIterable, Sendable {
    case factory, brothel, karaokeBar, farm, fishingVessel, construction, household, mine, scamCompound, market, other

    static let names = allCases.map(\.rawValue)
}
