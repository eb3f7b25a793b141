public import Access
public import Storage

/// That a person serves in a role, for an organisation, from one day to another (SM16). Access is nothing but this: it
/// begins with the posting and ends with it, at the next request (F2).
public struct Posting: Record {
    public enum State: String, RecordState { case proposed, conflictChecked, active, handover, ended }
    public enum Action: String, RecordAction { case propose, check, activate, amend, handOver, end, removeNow }

    /// The account.
    public var account: String
    /// The name by which colleagues know the person.
    public var name: String
    /// The role, a `FineRole`.
    public var role: String
    /// The organisation, the unit in it and the teams.
    public var organisation: String
    public var unit: String
    public var teams: [String]
    /// The days of service, in milliseconds since 1970 UTC; no end when `until` is 0.
    public var from: Int
    public var until: Int
    /// The account of whoever takes over what turns red; empty for the head of the unit.
    public var deputy: String

    /// Makes a posting.
    public init(
        account: String, name: String, role: FineRole, organisation: String, unit: String = "", teams: [String] = [],
        from: Int, until: Int = 0, deputy: String = ""
    ) {
        self.account = account
        self.name = name
        self.role = role.rawValue
        self.organisation = organisation
        self.unit = unit
        self.teams = teams
        self.from = from
        self.until = until
        self.deputy = deputy
    }

    /// What guards have to know: the person's other postings that run.
    public struct Facts: Sendable {
        public var others: [Posting]
    }

    public static let type = RecordType("posting", kind: .usersConfig, changesDirectory: true)
    public static let fields = [
        Field("account", .account, isIndexed: true), Field("name", .text),
        Field("role", .choice(FineRole.allCases.map(\.rawValue)), words: "role"),
        Field("organisation", .text, isIndexed: true, group: "place"), Field("unit", .text, group: "place"),
        Field("teams", .list, group: "place"), Field("from", .moment, group: "time"),
        Field("until", .moment, group: "time"), Field("deputy", .account, group: "time"),
    ]
    private static let all = fields.map(\.name)
    private static let keepers: Set<FineRole> = [.sysadmin, .hrOfficer]

    public static let lifecycle = Lifecycle<Posting>(
        opening: Transition(.propose, to: .proposed, by: keepers, sets: all) {
            known
            inOrder
        },
        Transition(.check, from: .proposed, to: .conflictChecked, by: keepers) {
            Guard("records.guard.one-posting-at-a-time", "R195") { seen in
                !seen.facts.others.contains { $0.overlaps(seen.record) && $0.role == seen.record.role }
            }
            Guard("records.guard.not-both-tracks", "RL-12") { seen in
                !seen.facts.others.contains { $0.overlaps(seen.record) && $0.organisation != seen.record.organisation }
            }
        },
        Transition(.activate, from: .conflictChecked, to: .active, by: keepers) {
            Guard("records.guard.not-for-oneself", "RL-12") { $0.record.account != $0.viewer.standing.account }
        },
        Transition(.amend, from: .active, by: keepers, sets: ["name", "unit", "teams", "until", "deputy"]) { inOrder },
        Transition(.handOver, from: .active, to: .handover, by: keepers),
        Transition(.end, from: .active, .handover, to: .ended, by: keepers),
        // An integrity removal is immediate, and no reason is shown (SM16).
        Transition(.removeNow, from: .proposed, .conflictChecked, .active, .handover, to: .ended, by: keepers))

    private static let known = Guard<Posting>("records.guard.known-role", "R001") { seen in
        FineRole(rawValue: seen.record.role) != nil && !seen.record.account.isEmpty && !seen.record.organisation.isEmpty
    }
    private static let inOrder = Guard<Posting>("records.guard.dates-in-order", "R001") { seen in
        seen.record.until == 0 || seen.record.from < seen.record.until
    }

    /// Whether the days of two postings meet.
    public func overlaps(_ other: Posting) -> Bool {
        (until == 0 || other.from < until) && (other.until == 0 || from < other.until)
    }

    /// Whether it runs at a moment.
    public func runs(at now: Int) -> Bool { from <= now && (until == 0 || now < until) }

    public static func facts(for id: RecordID, _ record: Posting, _ connection: any Reading) throws -> Facts {
        Facts(others: try Directory.postings(of: record.account, connection).filter { $0.id != id }.map(\.posting))
    }

    public func terms(in state: State, opened: Past) -> Terms { Terms(owners: [.account(account)]) }
}
