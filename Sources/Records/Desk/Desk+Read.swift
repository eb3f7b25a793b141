public import Access
import Ledger
import Storage
public import Values
import Vault

/// A record as one viewer may see it. Nothing but the desk makes one: whoever has it has the right to what is in it.
public struct Authorized<R: Record>: Sendable {
    /// Its public id.
    public let id: RecordID
    /// Its state.
    public let state: R.State
    /// The version that this is.
    public let version: Int
    /// The fields that the viewer may see; what they may not see is not here.
    public let fields: Document
    /// The actions that the viewer's role has in this state, with the guards that stand in the way now.
    public let actions: [ActionOffer]
    /// Whether the viewer may take back what was done last.
    public let isUndoable: Bool
    /// When it was opened and last changed, in milliseconds since 1970 UTC.
    public let opened: Int
    /// When it was last changed, in milliseconds since 1970 UTC.
    public let changed: Int

    /// The whole record; `nil` when a field that it needs is not for this viewer.
    public var record: R? { try? R(document: fields) }
}

/// Something that a viewer could do with a record now.
public struct ActionOffer: Sendable, Hashable {
    /// The action.
    public var action: String
    /// The fields that it may set.
    public var sets: [String]
    /// Whether it has to be said why.
    public var needsReason: Bool
    /// Whether two people of two different organisations have to approve it first.
    public var needsApproval: Bool
    /// What stands in the way as the record stands.
    public var obstacles: [Reason]
}

/// A page of records.
public struct RecordPage<R: Record>: Sendable {
    /// The records, the last changed first.
    public var records: [Authorized<R>]
    /// How many there are for this viewer.
    public var total: Int
}

extension Desk {
    /// A record, as far as the viewer may see it; `nil` for what is not there and for what they may not see. A read of
    /// restricted content is in the ledger before anything is shown.
    public func read<R: Record>(_ id: RecordID, of type: R.Type = R.self, as viewer: Viewer) async throws -> Authorized<
        R
    >? {
        let row = try await readableRow(R.self, id, viewer)
        if R.type.kinds.contains(where: \.isRestricted) {
            let act: Ledger.Act = row == nil ? .refusal : .read
            try await reads.begin(act, R.type.name, id, version: row?.version ?? 0, as: viewer).value
        }
        guard let row else { return nil }
        let sealing = try await readingKeys(R.self, row)
        return try await database.read { try project(R.self, row, sealing, viewer, $0) }
    }

    /// The records of a type that the viewer may see, the last changed first.
    ///
    /// - Parameters:
    ///   - state: only those in this state.
    ///   - field: only those whose indexed field has this value.
    public func list<R: Record>(
        _ type: R.Type, state: R.State? = nil, where field: (name: String, value: String)? = nil, offset: Int = 0,
        limit: Int = 50, as viewer: Viewer
    ) async throws -> RecordPage<R> {
        var conditions: [SQL] = ["r.type = \(R.type.name)"]
        conditions.append(Self.readable(by: viewer, kinds: R.type.kinds, at: now()))
        if let state { conditions.append("r.state = \(state.rawValue)") }
        if let field {
            guard let found = try await condition(R.self, field.name, field.value, viewer) else {
                return RecordPage(records: [], total: 0)
            }
            conditions.append(found)
        }
        let filter = SQL.all(conditions)
        let (rows, total) = try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT \(RecordRow.columns) FROM record r WHERE \(filter) ORDER BY r.changed_at DESC, r.id DESC
                LIMIT \(limit) OFFSET \(offset)
                """
            ).compactMap(RecordRow.init)
            return (rows, try connection.row("SELECT COUNT(*) FROM record r WHERE \(filter)")?.int(0) ?? 0)
        }
        var keyed: [(row: RecordRow, sealing: Sealing)] = []
        for row in rows { keyed.append((row, try await readingKeys(R.self, row))) }
        let records = try await database.read { [keyed] connection in
            try keyed.map { try project(R.self, $0.row, $0.sealing, viewer, connection) }
        }
        if R.type.kinds.contains(where: \.isRestricted), !rows.isEmpty {
            try await reads.begin(.search, R.type.name, detail: String(rows.count), as: viewer).value
        }
        return RecordPage(records: records, total: total)
    }

    private func condition<R: Record>(
        _ type: R.Type, _ name: String, _ value: String, _ viewer: Viewer
    ) async throws -> SQL? {
        guard let field = R.fields.first(where: { $0.name == name && $0.isIndexed }) else { return nil }
        let index =
            field.isSealed
            ? try await vault?.blindIndex(organisation: viewer.organisation, compartment: R.type.compartment) : nil
        let key = try field.key(of: value, index)
        // Who may not see the field learns nothing by guessing at it either.
        let seen = Self.readable(by: viewer, kinds: R.type.kinds, field: field, at: now())
        return """
            EXISTS (SELECT 1 FROM record_value v WHERE v.record = r.id AND v.type = \(R.type.name)
                AND v.field = \(name) AND v.value = \(key)) AND \(seen)
            """
    }

    /// The keys for reading; a sealed vault shows records without their sealed fields.
    func readingKeys<R: Record>(_ type: R.Type, _ row: RecordRow) async throws -> Sealing {
        guard R.isSealed, let vault, !vault.isSealed else { return Sealing() }
        return (try? await sealing(R.self, row.id, row.organisation)) ?? Sealing()
    }

    /// What of a record the viewer may see: computed here, so that no face ever has more.
    func project<R: Record>(
        _ type: R.Type, _ row: RecordRow, _ sealing: Sealing, _ viewer: Viewer, _ connection: any Reading
    ) throws -> Authorized<R> {
        let (document, _, _) = try SealedDocument.open(row, R.self, version: row.version, sealing, connection)
        let stance = try stance(of: viewer, to: row, connection)
        let names = visibleNames(R.self, stance)
        guard let state = R.State(rawValue: row.state) else { throw DeskError.notFound }
        return Authorized(
            id: row.id, state: state, version: row.version, fields: document.filter { names.contains($0.key) },
            actions: try offers(R.self, stance, document, state, connection),
            isUndoable: try undoable(R.self, stance, connection) != nil, opened: row.openedAt,
            changed: row.changedAt)
    }

    /// The names of the fields that the viewer may see: each by its own kind, and in a redacted view no sealed one.
    func visibleNames<R: Record>(_ type: R.Type, _ stance: Stance) -> Set<String> {
        var grants: [Kind: Grant] = [:]
        for kind in Set(R.fields.map { $0.kind ?? stance.row.kind }) {
            if case .permit(let grant) = stance.decision(.read, kind: kind) { grants[kind] = grant }
        }
        let seen = R.fields.filter { field in
            guard let grant = grants[field.kind ?? stance.row.kind] else { return false }
            return !(grant.isRedacted && field.isSealed)
        }
        return Set(seen.map(\.name))
    }

    private func offers<R: Record>(
        _ type: R.Type, _ stance: Stance, _ document: Document, _ state: R.State, _ connection: any Reading
    ) throws -> [ActionOffer] {
        let (row, viewer) = (stance.row, stance.viewer)
        let record = try? R(document: document)
        let past = try VersionRow.past(row.number, connection)
        let facts = try record.map { try R.facts(for: row.id, $0, connection) }
        return R.lifecycle.transitions(from: state).compactMap { transition in
            guard transition.by.contains(viewer.standing.role) else { return nil }
            let isPermitted = stance.decision(transition.operation).isPermitted
            guard isPermitted || stance.decision(transition.operation, approvals: .twoDifferent).isPermitted else {
                return nil
            }
            var obstacles: [Reason] = []
            if let record, let facts {
                let seen = Case<R>(
                    before: record, record: record, state: state, facts: facts, viewer: viewer, past: past, reason: "",
                    now: now())
                // A guard that looks at fields which the action itself sets may come to hold with them.
                obstacles = transition.guards.flatMap { $0.reasons(seen) }
            }
            return ActionOffer(
                action: transition.action.rawValue, sets: transition.sets, needsReason: transition.needsReason,
                needsApproval: !isPermitted, obstacles: obstacles)
        }
    }
}

extension Kind {
    /// Whether every read of it is in the ledger: all but what everybody may read, and what only concerns the reader.
    var isRestricted: Bool {
        switch self {
        case .statsPub, .auditLog, .usersConfig: false
        default: true
        }
    }
}
