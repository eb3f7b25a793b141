import Access
import Words

/// An organisation that works with this Daybreak: an anti-trafficking unit, a labour inspectorate, a shelter, an NGO.
public struct Organisation: Record {
    /// The states of its life.
    public enum State: String, RecordState { case active, left }
    /// What may be done with it.
    public enum Action: String, RecordAction { case found, rename, leave, rejoin }

    /// What it is called; labels and postings name it by this.
    public var name: String
    /// What sort of organisation it is.
    public var sort: String

    /// Makes an organisation.
    public init(name: String, sort: String) {
        self.name = name
        self.sort = sort
    }

    /// The sorts that there are.
    public static let sorts = [
        "police", "labour", "prosecution", "ngo", "shelter", "health", "immigration", "oversight", "other",
    ]
    /// Its name, and the row of the access matrix.
    public static let type = RecordType("organisation", kind: .usersConfig, changesDirectory: true)
    /// Its fields.
    public static let fields = [Field("name", .text, isIndexed: true), Field("sort", .choice(sorts))]
    /// Its life.
    public static let lifecycle = Lifecycle<Organisation>(
        opening: Transition(.found, to: .active, by: [.sysadmin], sets: ["name", "sort"]) { named },
        Transition(.rename, from: .active, by: [.sysadmin], sets: ["name"], isUndoable: true) { named },
        Transition(.leave, from: .active, to: .left, by: [.sysadmin], needsReason: true),
        Transition(.rejoin, from: .left, to: .active, by: [.sysadmin]))

    private static let named = Guard<Organisation>("records.guard.named", "R001") { seen in
        seen.record.name.says && sorts.contains(seen.record.sort)
    }
}

/// A part of an organisation with a head, who takes over what turns red.
public struct Unit: Record {
    /// The states of its life.
    public enum State: String, RecordState { case active, closed }
    /// What may be done with it.
    public enum Action: String, RecordAction { case found, amend, close }

    /// What it is called.
    public var name: String
    /// The organisation's name.
    public var organisation: String
    /// The account of its head; empty while there is none.
    public var head: String

    /// Makes a unit.
    public init(name: String, organisation: String, head: String = "") {
        self.name = name
        self.organisation = organisation
        self.head = head
    }

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("unit", kind: .usersConfig, changesDirectory: true)
    /// Its fields.
    public static let fields = [
        Field("name", .text, isIndexed: true), Field("organisation", .text), Field("head", .account),
    ]
    /// Its life.
    public static let lifecycle = Lifecycle<Unit>(
        opening: Transition(.found, to: .active, by: [.sysadmin, .hrOfficer], sets: ["name", "organisation", "head"]) {
            named
        },
        Transition(.amend, from: .active, by: [.sysadmin, .hrOfficer], sets: ["name", "head"], isUndoable: true) {
            named
        },
        Transition(.close, from: .active, to: .closed, by: [.sysadmin, .hrOfficer], needsReason: true))

    private static let named = Guard<Unit>("records.guard.named", "R001") { seen in
        seen.record.name.says && !seen.record.organisation.isEmpty
    }
}
