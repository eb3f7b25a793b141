/// What a person does in the province, as the truth has it.
public enum Role: String, CaseIterable, Sendable {
    /// Recruits, supplies or moves people for profit; several sites each.
    case broker
    /// Deals with the sites so that the main broker need not.
    case lieutenant
    case recruiter
    case transporter
    /// Drives ahead of the transport.
    case scout
    case safeHouseKeeper
    case moneyHandler
    /// Lends an account to the money handler.
    case mule
    /// Director on paper only.
    case nominee
    /// Owns a site or profits from it.
    case exploiter
    case siteManager
    case overseer
    case official
    /// Receives for the official.
    case relative
    /// Shares the main broker's home.
    case partner
    case personAtRisk
    /// Sells ice, food or paper work to many workplaces, honestly.
    case supplier
    case employer
    case shopkeeper
    case trader
    case worker
    case resident
    /// A number that everybody calls: not a person.
    case service

    /// The tier in the group (T1 organiser … T4 low level), for those who belong to it.
    public var tier: String? {
        switch self {
        case .broker: "T1"
        case .lieutenant, .moneyHandler, .exploiter: "T2"
        case .recruiter, .transporter, .siteManager, .official: "T3"
        case .scout, .safeHouseKeeper, .mule, .nominee, .overseer, .relative: "T4"
        default: nil
        }
    }
}

/// One person, compact: a million of them fit in memory. Names are spelled when they are written.
struct Person: Sendable {
    var role: Role
    var culture: Culture
    var isFemale: Bool
    var name: NameIndices
    var born: Day
    /// Where they sleep: a spot.
    var home: Int32
    /// Where they work: a workplace, or -1.
    var workplace: Int32 = -1
    /// Calls and messages a day, in the mean.
    var calls: Float
    /// Whether they call at night (karaoke, fishing, shifts).
    var isNightly = false
    /// The account that they use, or -1.
    var account: Int32 = -1
    /// The vehicle that they drive, or -1.
    var vehicle: Int32 = -1
}
