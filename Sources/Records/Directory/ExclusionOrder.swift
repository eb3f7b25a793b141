public import Access
public import Storage
import Words

/// That something is hidden from somebody, so that for them it does not exist (F1): a suspect's associate, a unit under
/// inquiry for a leak, whom the originating organisation does not trust with it, or who recuses themself.
public struct ExclusionOrder: Record {
    /// The states of its life.
    public enum State: String, RecordState { case active, lifted }
    /// What may be done with it.
    public enum Action: String, RecordAction { case exclude, lift }

    /// From whom: `account:…`, `unit:…` or `organisation:…`.
    public var principal: String
    /// What: one record, or everything of an organisation and a kind; empty means any.
    public var record: RecordID
    /// Everything of this organisation; empty for any.
    public var organisation: String
    /// Everything of this kind; empty for any.
    public var kindName: String
    /// Why; only oversight reads it.
    public var ground: String

    /// Makes an order.
    public init(
        principal: Principal, record: RecordID = "", organisation: String = "", kind: Kind? = nil, ground: String
    ) {
        self.principal = principal.text
        self.record = record
        self.organisation = organisation
        kindName = kind?.name ?? ""
        self.ground = ground
    }

    /// Its name, and the row of the access matrix.
    public static let type = RecordType(
        "exclusion", kind: .coiRegister, compartment: "C-ITG", changesDirectory: true)
    /// Its fields.
    public static let fields = [
        Field("principal", .text, isIndexed: true), Field("record", .record(""), group: "hidden"),
        Field("organisation", .text, group: "hidden"),
        Field("kindName", .choice(Kind.allCases.map(\.name)), group: "hidden", words: "kind"),
        Field("ground", .longText, group: "why"),
    ]

    /// What guards have to know: whose the record is that is to be hidden.
    public struct Facts: Sendable {
        /// Everything of this organisation; empty for any.
        public var organisation: String?
    }

    private static let overseers: Set<FineRole> = [.integrityOfficer, .auditor, .dataProtectionOfficer]

    // Everybody may recuse themselves; whoever trusts somebody not, hides what is theirs to give; oversight hides all else.
    private static let ownToHide = Guard<ExclusionOrder>("records.guard.own-to-hide", "RL-25") { seen in
        let (order, standing) = (seen.record, seen.viewer.standing)
        let whose = order.record.isEmpty ? order.organisation : seen.facts.organisation
        return overseers.contains(standing.role) || order.principal == Principal.account(standing.account).text
            || whose == standing.organisation
    }
    /// Its life.
    public static let lifecycle = Lifecycle<ExclusionOrder>(
        opening: Transition(
            .exclude, to: .active, by: Set(FineRole.allCases), sets: fields.map(\.name)
        ) {
            Guard("records.guard.principal-named", "RL-25") { Principal($0.record.principal) != nil }
            Guard("records.guard.something-hidden", "RL-25") {
                !$0.record.record.isEmpty || !$0.record.organisation.isEmpty || !$0.record.kindName.isEmpty
            }
            Guard("records.guard.ground-given", "RL-25") { $0.record.ground.says }
            ownToHide
        },
        Transition(.lift, from: .active, to: .lifted, by: overseers, needsReason: true) {
            Guard("records.guard.not-for-oneself", "RL-25") { seen in
                seen.record.principal != Principal.account(seen.viewer.standing.account).text
            }
        })

    /// What its guards have to know of other records.
    public static func facts(
        for id: RecordID, _ order: ExclusionOrder, _ connection: any Reading
    ) throws -> Facts {
        guard !order.record.isEmpty else { return Facts(organisation: nil) }
        let row = try connection.row("SELECT organisation FROM record WHERE pid = \(order.record)")
        return Facts(organisation: row?.text(0))
    }

    /// One record is hidden by a row beside its own; whole organisations and kinds through the standing of who is excluded.
    public static func settle(
        _ id: RecordID, _ order: ExclusionOrder, in state: State, _ connection: any Writing
    ) throws {
        guard !order.record.isEmpty, let principal = Principal(order.principal) else { return }
        try Hiding.order.set(order.record, from: principal, to: state == .active, connection)
    }

    /// Whom it names does not learn of it, for it tells what is hidden from them; who recuses themself knows.
    public func terms(in state: State, opened: Past) -> Terms {
        let named = Principal(principal)
        return Terms(excluded: named == .account(opened.account) ? [] : [named].compactMap(\.self))
    }
}
