/// What an action does to the deadlines of its record.
public enum DeadlineChange: Sendable, Hashable {
    /// Begins to run.
    case opens(DeadlineRule)
    /// Is met.
    case meets(String)
    /// Is no longer asked for.
    case cancels(String)
}

extension DeadlineChange {
    /// The deadline's name.
    public var name: String {
        switch self {
        case .opens(let rule): rule.name
        case .meets(let name), .cancels(let name): name
        }
    }
}

/// A deadline as a lifecycle declares it.
public struct DeadlineRule: Sendable, Hashable {
    /// What has to be done, as the catalogue names it.
    public var name: String
    /// How long there is, in milliseconds from the action that opens it.
    public var lasts: Int
    /// When it turns amber, as a share of that time in percent.
    public var amber: Int
    /// The requirement that it comes from.
    public var requirement: String

    /// Makes a rule.
    public init(_ name: String, lasts: Int, amber: Int = 75, _ requirement: String) {
        self.name = name
        self.lasts = lasts
        self.amber = amber
        self.requirement = requirement
    }
}

/// A running deadline: who has to act on what, and until when.
public struct Deadline: Sendable, Hashable {
    /// How urgent it is.
    public enum Level: String, Sendable, CaseIterable, Comparable {
        case green, amber, red

        public static func < (left: Level, right: Level) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// What it is about.
    public var record: RecordID
    /// The type of that record.
    public var type: String
    /// What has to be done.
    public var name: String
    /// Who has to do it.
    public var owner: String
    /// Who takes over when it turns red; empty for nobody but the unit.
    public var deputy: String
    /// The unit and the organisation on whose board it stands.
    public var unit: String
    public var organisation: String
    /// From when on it runs, when it turns amber and when it is due; milliseconds since 1970 UTC.
    public var opened: Int
    public var amber: Int
    public var due: Int

    /// How urgent it is at a moment.
    public func level(at now: Int) -> Level { now >= due ? .red : now >= amber ? .amber : .green }

    /// Whether it stands on a person's own board at a moment: the owner's always, the deputy's from red on.
    public func concerns(_ account: String, at now: Int) -> Bool {
        owner == account || (deputy == account && level(at: now) == .red)
    }
}

extension DeadlineRule {
    /// The moments of a deadline that begins now.
    func moments(from now: Int) -> (amber: Int, due: Int) { (now + lasts / 100 * amber, now + lasts) }
}

/// Durations in milliseconds, so that rules read like what they say: `lasts: 72 * .hours`.
extension Int {
    /// One minute.
    public static var minutes: Int { 60_000 }
    /// One hour.
    public static var hours: Int { 3_600_000 }
    /// One day of 24 hours.
    public static var days: Int { 86_400_000 }
}
