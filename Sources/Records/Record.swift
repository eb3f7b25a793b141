public import Access
public import Storage

/// What is done and decided: a document with a declared life, of which nothing is ever overwritten.
///
/// A record type is a plain struct of values. Its `lifecycle` says, as data, which states there are, what may be done in
/// each, by whom and under which guards; from that one declaration come enforcement at the `Desk`, the actions of the
/// API, the buttons of a page, the diagram in `docs/lifecycles/` and the exhaustive tests.
///
///     struct Exclusion: Record { var principal: String … static let lifecycle = Lifecycle<Exclusion>(…) }
public protocol Record: Codable, Sendable, Equatable {
    /// The states of its life.
    associatedtype State: RecordState
    /// What may be done with it.
    associatedtype Action: RecordAction
    /// What its guards have to know of other records; `NoFacts` when they look at the record alone.
    associatedtype Facts: Sendable = NoFacts

    /// Its name and the kind of the access matrix that it is.
    static var type: RecordType { get }
    /// Its fields, in the order of reading.
    static var fields: [Field] { get }
    /// Its declared life.
    static var lifecycle: Lifecycle<Self> { get }

    /// What guards have to know of other records, read in the transaction of the action.
    static func facts(for id: RecordID, _ record: Self, _ connection: any Reading) throws -> Facts

    /// What follows from a new version in other tables, in the same transaction; nothing for most types.
    static func settle(_ id: RecordID, _ record: Self, in state: State, _ connection: any Writing) throws

    /// Whether the reason of a version that says this is sealed; for most types, where any field is.
    static func sealsReason(of document: Document) -> Bool

    /// The row of the access matrix for this very record; most types have one for all.
    var kind: Kind { get }

    /// The records on which it rests: what is hidden from somebody hides it from them, too (F1).
    var cites: [RecordID] { get }

    /// Who stands in which relation to it, and under which terms it may be seen.
    func terms(in state: State, opened: Past) -> Terms
}

/// A state of a record's life; its raw value is stored and shown through the catalogue.
public protocol RecordState: RawRepresentable<String>, CaseIterable, Codable, Sendable, Hashable {}

/// Something that may be done with a record; its raw value stands in addresses and in the ledger.
public protocol RecordAction: RawRepresentable<String>, CaseIterable, Codable, Sendable, Hashable {}

/// Guards that look at nothing but the record.
public struct NoFacts: Sendable {
    /// Makes nothing.
    public init() {}
}

extension Record where Facts == NoFacts {
    /// Nothing but the record.
    public static func facts(for id: RecordID, _ record: Self, _ connection: any Reading) throws -> NoFacts {
        NoFacts()
    }
}

extension Record {
    /// The kind of its type.
    public var kind: Kind { Self.type.kind }

    /// It rests on no other record.
    public var cites: [RecordID] { [] }

    /// Nothing follows in other tables.
    public static func settle(_ id: RecordID, _ record: Self, in state: State, _ connection: any Writing) throws {}

    /// Whether any field of it is sealed.
    static var isSealed: Bool { fields.contains(where: \.isSealed) }

    /// People write names into reasons: they are sealed where any field is.
    public static func sealsReason(of document: Document) -> Bool { isSealed }

    /// It belongs to whoever opened it, and to their organisation.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(owners: [.account(opened.account), .organisation(opened.organisation)])
    }
}

/// The public name of a record: opaque, and telling nothing of how many there are or when it came.
public typealias RecordID = String

/// What a type of record is called, and how it is protected.
public struct RecordType: Sendable, Hashable {
    /// The name in addresses, in the ledger and in the catalogue: `posting`.
    public var name: String
    /// The row of the access matrix.
    public var kind: Kind
    /// The compartment whose key seals its sealed fields.
    public var compartment: String
    /// The kinds that its records can have, when they have several.
    public var kinds: [Kind]
    /// Whether a change of such a record changes who somebody is: it then takes effect with everybody's next request.
    public var changesDirectory: Bool
    /// Whether its actions also write its room's own rows, so that only the room performs them: generic faces show such
    /// records and their story, and leave what is done with them to the room's own pages and commands.
    public var isMovedByRoom: Bool

    /// Makes a type.
    public init(
        _ name: String, kind: Kind, orKinds kinds: [Kind] = [], compartment: String = "C-INT",
        changesDirectory: Bool = false, isMovedByRoom: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.compartment = compartment
        self.kinds = [kind] + kinds
        self.changesDirectory = changesDirectory
        self.isMovedByRoom = isMovedByRoom
    }
}

/// One field of a record, as faces and the desk have to know it.
public struct Field: Sendable, Hashable {
    /// What it holds.
    public enum Holds: Sendable, Hashable {
        case text, longText, flag, number, moment
        case choice([String])
        /// Several of a few, in the order in which they are declared.
        case choices([String])
        case list
        case account
        /// One record of a type; the empty type is any.
        case record(String)
        /// Several records of a type.
        case records(String)

        /// What can be chosen; `nil` where anything can be written.
        public var choices: [String]? {
            switch self {
            case .choice(let choices), .choices(let choices): choices
            default: nil
            }
        }
    }

    /// The name, as the struct spells it.
    public var name: String
    /// What it holds.
    public var holds: Holds
    /// Whether its value is sealed in the vault under the record's own key.
    public var isSealed: Bool
    /// Whether records can be found by its value; a sealed one through a keyed blind index.
    public var isIndexed: Bool
    /// Another row of the access matrix than the record's, when the field is more closely held.
    public var kind: Kind?
    /// The heading under which pages show it, as the catalogue names it (`group.<type>.<group>`); empty for the first.
    public var group: String
    /// Whose names its choices have in the catalogue (`choice.<words>.<value>`); without it `choice.<type>.<value>`.
    public var words: String?
    /// Whether only the desk reads it: faces leave it out.
    public var isInternal: Bool
    /// Whether nothing is something else than the empty value; then the struct's property is an optional.
    public var isOptional: Bool

    /// Makes a field.
    public init(
        _ name: String, _ holds: Holds, isSealed: Bool = false, isIndexed: Bool = false, kind: Kind? = nil,
        group: String = "", words: String? = nil, isInternal: Bool = false, isOptional: Bool = false
    ) {
        self.name = name
        self.holds = holds
        self.isSealed = isSealed
        self.isIndexed = isIndexed
        self.kind = kind
        self.group = group
        self.words = words
        self.isInternal = isInternal
        self.isOptional = isOptional
    }
}

/// Who stands in which relation to a record, and what holds for it: what the access matrix asks besides the role.
public struct Terms: Sendable, Equatable {
    /// Who has been given it to work on.
    public var assigned: [Principal]
    /// Whose it is: who originated it, and the person whom it is about.
    public var owners: [Principal]
    /// From whom it is hidden, whatever else holds (F1).
    public var excluded: [Principal]
    /// The consent that stands.
    public var consent: Consent
    /// When it is released to those who may see it for a time only.
    public var released: Range<Int>?
    /// Until when a recorded legal order opens it.
    public var orderUntil: Int?

    /// Makes terms; what is left out opens nothing.
    public init(
        assigned: [Principal] = [], owners: [Principal] = [], excluded: [Principal] = [], consent: Consent = .none,
        released: Range<Int>? = nil, orderUntil: Int? = nil
    ) {
        self.assigned = assigned
        self.owners = owners
        self.excluded = excluded
        self.consent = consent
        self.released = released
        self.orderUntil = orderUntil
    }
}

/// Somebody, or a group of people, as a record names them.
public enum Principal: Sendable, Hashable, Comparable {
    case account(String)
    case team(String)
    case unit(String)
    case organisation(String)

    /// As it is stored: `unit:Unit 4`.
    public var text: String {
        switch self {
        case .account(let name): "account:\(name)"
        case .team(let name): "team:\(name)"
        case .unit(let name): "unit:\(name)"
        case .organisation(let name): "organisation:\(name)"
        }
    }

    /// Reads what `text` wrote; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "account": self = .account(parts[1])
        case "team": self = .team(parts[1])
        case "unit": self = .unit(parts[1])
        case "organisation": self = .organisation(parts[1])
        default: return nil
        }
    }

    /// In this order.
    public static func < (left: Principal, right: Principal) -> Bool { left.text < right.text }
}

extension Viewer {
    /// All names under which a record may mean this viewer. A team of one organisation only: `organisation/team`.
    var principals: [Principal] {
        let unit: [Principal] = standing.unit.isEmpty ? [] : [.unit(standing.unit)]
        return [.account(standing.account), .organisation(standing.organisation)] + unit
            + standing.teams.sorted().flatMap { [.team($0), .team("\(standing.organisation)/\($0)")] }
    }
}
