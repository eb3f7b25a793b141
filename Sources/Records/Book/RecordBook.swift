public import Access

/// All types of record that this Daybreak has, and what can be done with them by their names.
///
/// The composition root makes one of the types that the rooms declare. Faces know nothing else: one list, one page, one form,
/// one route and one command serve every type, because each is drawn from its declaration.
///
///     let book = RecordBook([Organisation.self, Unit.self, Posting.self], desk: desk)
///     let view = try await book.read("posting", id, as: viewer)
public struct RecordBook: Sendable {
    /// The desk that everything is done at.
    public let desk: Desk
    /// What each type declares, in the order of the rooms.
    public let declarations: [Declaration]
    private let types: [String: any Record.Type]

    /// Makes a book of these types. A name that stands twice would make addresses ambiguous: the first holds.
    public init(_ types: [any Record.Type], desk: Desk) {
        self.desk = desk
        declarations = types.map { Declaration(of: $0) }
        self.types = Dictionary(types.map { ($0.type.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a type declares; throws `unknownType`.
    public func declaration(_ name: String) throws(DeskError) -> Declaration {
        guard let found = declarations.first(where: { $0.name == name }) else { throw .unknownType(name) }
        return found
    }

    func type(_ name: String) throws(DeskError) -> any Record.Type {
        guard let type = types[name] else { throw .unknownType(name) }
        return type
    }
}

// The desk's verbs open the existential by themselves; only what looks at the type besides has a generic function here.
extension RecordBook {
    /// A record, as far as the viewer may see it; see `Desk.read`.
    public func read(_ type: String, _ id: RecordID, as viewer: Viewer) async throws -> RecordView? {
        try await read(try self.type(type), id, viewer)
    }

    private func read<R: Record>(_ type: R.Type, _ id: RecordID, _ viewer: Viewer) async throws -> RecordView? {
        try await desk.read(id, of: R.self, as: viewer).map { RecordView($0) }
    }

    /// The records of a type that the viewer may see; see `Desk.list`. Throws `badValue` for a state or an indexed field that
    /// the type does not have.
    public func list(_ type: String, _ query: RecordQuery, as viewer: Viewer) async throws -> RecordListing {
        try await list(try self.type(type), query, viewer)
    }

    private func list<R: Record>(_ type: R.Type, _ query: RecordQuery, _ viewer: Viewer) async throws -> RecordListing {
        let state = query.state.map { R.State(rawValue: $0) }
        if case .some(nil) = state { throw DeskError.badValue(field: "state") }
        var field: (name: String, value: String)?
        if let name = query.field {
            guard R.fields.contains(where: { $0.name == name && $0.isIndexed }) else {
                throw DeskError.badValue(field: "field")
            }
            guard let value = query.value else { throw DeskError.badValue(field: "value") }
            field = (name, value)
        }
        let page = try await desk.list(
            R.self, state: state ?? nil, where: field, offset: query.offset, limit: query.limit, as: viewer)
        return RecordListing(records: page.records.map { RecordView($0) }, total: page.total)
    }

    /// The whole story of a record; see `Desk.history`.
    public func history(_ type: String, _ id: RecordID, as viewer: Viewer) async throws -> [HistoryStep]? {
        try await history(try self.type(type), id, viewer)
    }

    private func history<R: Record>(_ type: R.Type, _ id: RecordID, _ viewer: Viewer) async throws -> [HistoryStep]? {
        let hidden = R.fields.filter(\.isInternal).map(\.name)
        return try await desk.history(id, of: R.self, as: viewer)?.map { step in
            var step = step
            step.changes.removeAll { hidden.contains($0.field) }
            return step
        }
    }

    /// Who has read a record; see `Desk.readers`.
    public func readers(_ type: String, _ id: RecordID, after index: Int? = nil, as viewer: Viewer) async throws
        -> [Reader]?
    {
        try await desk.readers(id, of: try self.type(type), after: index, as: viewer)
    }

    /// Opens a record; see `Desk.open`.
    public func open(_ type: String, _ asking: Asking, as viewer: Viewer) async throws -> Receipt {
        try await open(try self.type(type), asking, viewer)
    }

    private func open<R: Record>(_ type: R.Type, _ asking: Asking, _ viewer: Viewer) async throws -> Receipt {
        guard !R.type.isMovedByRoom else { throw DeskError.notAllowed(action: R.lifecycle.opening.action.rawValue) }
        return try await desk.open(R.self, asking, as: viewer)
    }

    /// Performs an action on a record; see `Desk.perform`. An action that the type does not have is answered like one that
    /// cannot be done to what is not there.
    public func act(_ type: String, _ id: RecordID, _ action: String, _ asking: Asking, as viewer: Viewer) async throws
        -> Receipt
    {
        try await act(try self.type(type), id, action, asking, viewer)
    }

    private func act<R: Record>(
        _ type: R.Type, _ id: RecordID, _ action: String, _ asking: Asking, _ viewer: Viewer
    ) async throws -> Receipt {
        try await requireHere(R.self, id, action, viewer)
        guard let action = R.Action(rawValue: action) else { throw DeskError.notFound }
        return try await desk.perform(action, on: id, of: R.self, asking, as: viewer)
    }

    /// Takes back what was done last; see `Desk.undo`.
    public func undo(_ type: String, _ id: RecordID, because reason: String, key: String?, as viewer: Viewer)
        async throws -> Receipt
    {
        try await undo(try self.type(type), id, reason, key, viewer)
    }

    private func undo<R: Record>(
        _ type: R.Type, _ id: RecordID, _ reason: String, _ key: String?, _ viewer: Viewer
    ) async throws -> Receipt {
        try await requireHere(R.self, id, "undo", viewer)
        return try await desk.undo(id, of: R.self, as: viewer, because: reason, key: key)
    }

    // What its room performs is refused here; to whoever may not read it, it is not there.
    private func requireHere<R: Record>(_ type: R.Type, _ id: RecordID, _ action: String, _ viewer: Viewer) async throws
    {
        guard R.type.isMovedByRoom else { return }
        guard try await desk.read(id, of: R.self, as: viewer) != nil else { throw DeskError.notFound }
        throw DeskError.notAllowed(action: action)
    }
}

/// What asks for more than one person, or for more than a right.
extension RecordBook {
    /// Asks that two people of two different organisations approve an action, an opening (without an id) or, without an
    /// action, a read; see `Desk.askApproval`.
    public func askApproval(
        _ type: String, _ id: RecordID?, _ action: String?, _ asking: Asking, as viewer: Viewer
    ) async throws -> String {
        try await ask(try self.type(type), id, action, asking, viewer)
    }

    private func ask<R: Record>(
        _ type: R.Type, _ id: RecordID?, _ name: String?, _ asking: Asking, _ viewer: Viewer
    ) async throws -> String {
        guard let name else {
            guard let id else { throw DeskError.badValue(field: "record") }
            return try await desk.askApproval(to: .read, id, of: R.self, asking, as: viewer)
        }
        guard !R.type.isMovedByRoom else { throw DeskError.notAllowed(action: name) }
        let transition = R.lifecycle.all.first { $0.action.rawValue == name && $0.from.isEmpty == (id == nil) }
        guard let transition else { throw DeskError.notFound }
        return try await desk.askApproval(
            to: transition.operation, id, of: R.self, action: transition.action, asking, as: viewer)
    }

    /// Does what was asked for and approved; see `Desk.carryOutApproved`.
    public func carryOut(_ request: String, edits: Document? = nil, key: String?, as viewer: Viewer) async throws
        -> Receipt
    {
        guard let asked = try await desk.ownRequest(request, as: viewer), let type = types[asked.type] else {
            throw DeskError.notFound
        }
        guard !type.type.isMovedByRoom else { throw DeskError.notAllowed(action: asked.action) }
        return try await desk.carryOutApproved(request, of: type, edits: edits, key: key, as: viewer)
    }

    /// Opens one record for reading in an immediate danger; see `Desk.breakGlass`.
    public func breakGlass(
        _ type: String, _ id: RecordID, because reason: String, isFresh: Bool, key: String?, as viewer: Viewer
    ) async throws -> BrokenGlass {
        try await desk.breakGlass(
            id, of: try self.type(type), because: reason, isFresh: isFresh, key: key, as: viewer)
    }

    /// A conflict with both wishes, for those who may see it and its record; `nil` for everybody else.
    public func conflict(_ id: RecordID, as viewer: Viewer) async throws -> ConflictView? {
        guard let found = try await desk.read(id, of: Conflict.self, as: viewer), let item = found.record,
            let type = types[item.type]
        else { return nil }
        return try await conflict(type, found, item, viewer)
    }

    private func conflict<R: Record>(
        _ type: R.Type, _ found: Authorized<Conflict>, _ item: Conflict, _ viewer: Viewer
    ) async throws -> ConflictView? {
        guard let record = try await desk.read(item.record, of: R.self, as: viewer) else { return nil }
        return ConflictView(
            conflict: RecordView(found), record: RecordView(record), action: item.action,
            wish: try await desk.wish(in: found, on: R.self, as: viewer))
    }

    /// Settles a conflict; see `Desk.settle`.
    public func settle(_ id: RecordID, taking: Bool, because reason: String, key: String?, as viewer: Viewer)
        async throws
    {
        guard let item = try await desk.read(id, of: Conflict.self, as: viewer)?.record, let type = types[item.type]
        else { throw DeskError.notFound }
        try await desk.settle(id, taking: taking, on: type, as: viewer, because: reason, key: key)
    }

    /// How a viewer could open a record of a type: by themselves, with two approvals, or not at all.
    public func opening(of declaration: Declaration, for viewer: Viewer) -> ActionOffer? {
        let (opening, standing) = (declaration.opening, viewer.standing)
        guard declaration.isActedOn, opening.by.contains(standing.role) else { return nil }
        func isPermitted(_ approvals: Approvals) -> Bool {
            declaration.type.kinds.contains { standing.opening($0, approvals: approvals).isPermitted }
        }
        guard isPermitted(.twoDifferent) else { return nil }
        return ActionOffer(
            action: opening.name, sets: opening.sets, needsReason: opening.needsReason,
            needsApproval: !isPermitted(.none), obstacles: [])
    }
}
