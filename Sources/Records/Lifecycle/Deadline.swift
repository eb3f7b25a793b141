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

    /// Whether it begins to run.
    var isOpening: Bool { if case .opens = self { true } else { false } }
}

/// A deadline as a lifecycle declares it.
public struct DeadlineRule: Sendable, Hashable {
    /// How long there is.
    public enum Span: Sendable, Hashable {
        /// So many milliseconds from the action that opens it.
        case fixed(Int)
        /// Until the moment that a field says; without one the deadline does not run.
        case until(field: String)
        /// As long as a choice asks for: two hours where danger is high.
        case by(field: String, [String: Int], otherwise: Int)
    }

    /// What has to be done, as the catalogue names it.
    public var name: String
    /// How long there is.
    public var span: Span
    /// When it turns amber, as a share of that time in percent.
    public var amber: Int
    /// The field that says who has to do it; `nil` for whoever performs the action that opens it.
    public var owner: String?
    /// The requirement that it comes from.
    public var requirement: String

    /// Makes a rule of a fixed time, in milliseconds.
    public init(_ name: String, lasts: Int, amber: Int = 75, owner: String? = nil, _ requirement: String) {
        self.init(name, .fixed(lasts), amber: amber, owner: owner, requirement)
    }

    /// Makes a rule.
    public init(_ name: String, _ span: Span, amber: Int = 75, owner: String? = nil, _ requirement: String) {
        self.name = name
        self.span = span
        self.amber = amber
        self.owner = owner
        self.requirement = requirement
    }

    /// The fields that it looks at.
    var fields: [String] {
        let spanned: [String] =
            switch span {
            case .fixed: []
            case .until(let field), .by(let field, _, _): [field]
            }
        return spanned + [owner].compactMap(\.self)
    }
}

/// A running deadline: who has to act on what, and until when.
public struct Deadline: Sendable, Hashable {
    /// How urgent it is.
    public enum Level: String, Sendable, CaseIterable, Comparable {
        case green, amber, red

        /// In this order.
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
    /// The organisation on whose board it stands.
    public var organisation: String
    /// From when on it runs, when it turns amber and when it is due; milliseconds since 1970 UTC.
    public var opened: Int
    /// When it turns amber.
    public var amber: Int
    /// When it is due.
    public var due: Int

    /// How urgent it is at a moment.
    public func level(at now: Int) -> Level { now >= due ? .red : now >= amber ? .amber : .green }

    /// Whether it stands on a person's own board at a moment: the owner's always, the deputy's from red on.
    public func concerns(_ account: String, at now: Int) -> Bool {
        owner == account || (deputy == account && level(at: now) == .red)
    }
}

extension DeadlineRule {
    /// The moments of a deadline that begins now; `nil` where the record names no moment to wait for.
    func moments(from now: Int, _ document: Document) -> (amber: Int, due: Int)? {
        let lasts: Int
        switch span {
        case .fixed(let time): lasts = time
        case .until(let field):
            guard case .integer(let due)? = document[field], due > 0 else { return nil }
            lasts = max(due - now, 0)
        case .by(let field, let times, let otherwise):
            guard case .text(let choice)? = document[field] else {
                return (now + otherwise / 100 * amber, now + otherwise)
            }
            lasts = times[choice] ?? otherwise
        }
        return (now + lasts / 100 * amber, now + lasts)
    }

    /// Who has to do it: whom the record names, else whoever opened the deadline.
    func owner(in document: Document, else account: String) -> String {
        guard let owner, case .text(let named)? = document[owner], !named.isEmpty else { return account }
        return named
    }
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
