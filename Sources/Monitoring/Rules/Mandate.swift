/// What an agency is there for (R076, R077).
public enum Mandate: String, CaseIterable, Sendable, Codable {
    case trafficking, labourLaw, sexualOffences, organisedCrime, corruption, childProtection, money, generalPolice
}

/// What a report is about, as far as routing must know.
public enum ReportTheme: String, CaseIterable, Sendable, Codable {
    case labourRights, forcedLabour, sexualExploitation, child, broker, money, officialInvolved
}

/// A unit that can receive intelligence.
public struct ReceivingUnit: Hashable, Sendable {
    /// Its number.
    public var id: String
    /// What it is there for.
    public var mandates: Set<Mandate>
    /// Areas that it covers; none for the whole country.
    public var areas: Set<String>
    /// How much it can take on, 0 to 4.
    public var capacity: Int
    /// It leads others and is never implicated with a local unit.
    public var isNational: Bool

    /// A unit.
    public init(_ id: String, mandates: Set<Mandate>, areas: Set<String> = [], capacity: Int, isNational: Bool = false)
    {
        self.id = id
        self.mandates = mandates
        self.areas = areas
        self.capacity = capacity
        self.isNational = isNational
    }

    func covers(_ area: String) -> Bool { areas.isEmpty || areas.contains(area) }
}
