public import Access
public import Values
import Words

/// What a record type declares, without the type itself: enough for a face to draw its pages, describe its API and offer
/// its actions. Everything here is read off the one declaration; nothing is said twice.
public struct Declaration: Sendable {
    /// The type's name, and how it is protected.
    public let type: RecordType
    /// Its fields, in the order of reading.
    public let fields: [Field]
    /// Its states.
    public let states: [String]
    /// What may be done, the opening first.
    public let actions: [DeclaredAction]
    /// The deadlines that its actions open, meet or cancel.
    public let deadlines: [String]
    /// Its life as a diagram with its guards.
    public let diagram: String
    /// What is wrong with the declaration; empty for every one that ships.
    public let faults: [String]

    /// The name in addresses, in the ledger and in the catalogue.
    public var name: String { type.name }
    /// How records of the type begin.
    public var opening: DeclaredAction { actions[0] }
    /// Whether faces let people act on records of the type, or leave that to its room.
    public var isActedOn: Bool { !type.isMovedByRoom }
    /// Whether time alone does something with records of the type.
    public var isTimed: Bool { actions.contains(where: \.isTimed) }
    /// The fields that faces show: all but those that only the desk reads.
    public var shown: [Field] { fields.filter { !$0.isInternal } }
    /// The fields by which records are found.
    public var indexed: [Field] { fields.filter(\.isIndexed) }

    /// Reads a declaration off a type.
    public init<R: Record>(_ type: R.Type) {
        self.type = R.type
        fields = R.fields
        states = R.State.allCases.map(\.rawValue)
        actions = R.lifecycle.all.map(DeclaredAction.init)
        deadlines = Set(R.lifecycle.all.flatMap(\.deadlines).map(\.name)).sorted()
        diagram = R.lifecycle.diagram
        faults = R.lifecycle.faults
    }

    /// Reads a declaration off any type.
    public init(of type: any Record.Type) { self = Self.read(type) }

    private static func read<R: Record>(_ type: R.Type) -> Declaration { Declaration(type) }

    /// The field of a name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    /// What is declared of an action; in a state when one is given, since an action may differ from state to state.
    public func action(_ name: String, in state: String? = nil) -> DeclaredAction? {
        actions.first { $0.name == name && (state.map($0.from.contains) ?? true) }
    }

    /// The names of what people may do with a record that is there, each once.
    public var laterActions: [String] {
        var names: [String] = []
        for action in actions.dropFirst() where !action.isTimed && !names.contains(action.name) {
            names.append(action.name)
        }
        return names
    }
}

/// One transition as faces see it.
public struct DeclaredAction: Sendable {
    /// The action.
    public let name: String
    /// Where it may be done; empty for the opening.
    public let from: Set<String>
    /// Where it leads; `nil` when the state stays.
    public let to: String?
    /// Who may do it.
    public let by: Set<FineRole>
    /// What it is in the access matrix.
    public let operation: Operation
    /// The fields that it may set.
    public let sets: [String]
    /// Whether it has to be said why.
    public let needsReason: Bool
    /// Whether whoever did it may take it back.
    public let isUndoable: Bool
    /// Whether time alone does it, and nobody else.
    public let isTimed: Bool
    /// The guards: the requirement of each, and what it asks for.
    public let guards: [Reason]

    init<R: Record>(_ transition: Transition<R>) {
        name = transition.action.rawValue
        from = Set(transition.from.map(\.rawValue))
        to = transition.to?.rawValue
        by = transition.by
        operation = transition.operation
        sets = transition.sets
        needsReason = transition.needsReason
        isUndoable = transition.isUndoable
        isTimed = transition.whenDue != nil
        guards = transition.guards.map { Reason($0.requirement, Phrase($0.key)) }
    }
}
