public import Access
import Ledger
import Storage

/// One step of a record's story.
public struct HistoryStep: Sendable, Hashable {
    /// The version that it made.
    public var version: Int
    /// What was done.
    public var action: String
    /// The state afterwards.
    public var state: String
    /// Who did it, for whom, and when.
    public var account: String
    public var organisation: String
    public var at: Int
    /// Why.
    public var reason: String
    /// What changed, as far as the viewer may see it.
    public var changes: [Change]

    /// A field that changed.
    public struct Change: Sendable, Hashable {
        public var field: String
        public var before: Tree?
        public var after: Tree?
    }
}

/// Who has read something, and when.
public struct Reader: Sendable, Hashable {
    public var account: String
    public var organisation: String
    public var act: String
    public var action: String
    public var at: Int
}

extension Desk {
    /// The whole story of a record, oldest first; `nil` when the viewer may not see the record.
    public func history<R: Record>(
        _ id: RecordID, of type: R.Type = R.self, as viewer: Viewer
    ) async throws -> [HistoryStep]? {
        guard let row = try await readableRow(R.self, id, viewer) else { return nil }
        let sealing = try await readingKeys(R.self, row)
        return try await database.read { connection in
            var before: Document = [:]
            var steps: [HistoryStep] = []
            let names = Set(R.fields.map(\.name))
            for stored in try VersionRow.all(row.number, connection) {
                let (document, reason) = try SealedDocument.open(stored, R.self, id, sealing)
                let visible = try visible(document, R.self, row, viewer, connection)
                let changed = names.filter { visible[$0] != before[$0] }.sorted()
                steps.append(
                    HistoryStep(
                        version: stored.version, action: stored.action, state: stored.state, account: stored.account,
                        organisation: stored.organisation, at: stored.at, reason: reason,
                        changes: changed.map { HistoryStep.Change(field: $0, before: before[$0], after: visible[$0]) }))
                before = visible
            }
            return steps
        }
    }

    /// Who has read, searched out, exported or been refused this record: what a person may ask about their own, and
    /// whoever may read the record about it. `nil` when the viewer may not see the record.
    public func readers<R: Record>(
        _ id: RecordID, of type: R.Type = R.self, after index: Int? = nil, as viewer: Viewer
    ) async throws -> [Reader]? {
        guard try await readableRow(R.self, id, viewer) != nil else { return nil }
        return try await database.read { connection in
            try Ledger.entries(about: R.type.name, id, acts: [.read, .export], after: index, in: connection).map {
                Reader(
                    account: $0.entry.actor, organisation: $0.entry.organisation, act: $0.entry.act.rawValue,
                    action: $0.entry.action, at: $0.entry.at)
            }
        }
    }

    func readableRow<R: Record>(_ type: R.Type, _ id: RecordID, _ viewer: Viewer) async throws -> RecordRow? {
        try await database.read { try row(id, of: R.self, for: viewer, $0) }
    }

    /// Takes back the last action, where the lifecycle allows it: a new version that says what the one before said.
    /// Only whoever did it may, and only while nothing else has followed.
    public func undo<R: Record>(
        _ id: RecordID, of type: R.Type = R.self, as viewer: Viewer, because reason: String
    ) async throws -> Receipt {
        guard let row = try await readableRow(R.self, id, viewer) else { throw DeskError.notFound }
        let sealing = try await sealing(R.self, id, row.organisation)
        return try await database.write { connection in
            try connection.lock("record:\(id)")
            guard let row = try RecordRow.load(id, type: R.type.name, connection), row.version > 1,
                let last = try VersionRow.load(row.number, version: row.version, connection),
                let previous = try VersionRow.load(row.number, version: row.version - 1, connection),
                let action = R.Action(rawValue: last.action), let then = R.State(rawValue: previous.state),
                let transition = R.lifecycle.transition(action, in: then), transition.isUndoable,
                last.account == viewer.standing.account,
                try decision(viewer, transition.operation, row, connection).isPermitted
            else { throw DeskError.cannotUndo }
            let (document, _) = try SealedDocument.open(previous, R.self, id, sealing)
            return try restore(document, then, row, last, reason, sealing, viewer, R.self, connection)
        }
    }

    private func restore<R: Record>(
        _ document: Document, _ state: R.State, _ row: RecordRow, _ last: VersionRow, _ reason: String,
        _ sealing: Sealing, _ viewer: Viewer, _ type: R.Type, _ connection: any Writing
    ) throws -> Receipt {
        let record = try R(document: document)
        let past = try VersionRow.past(row.number, connection)
        guard let opened = past.first, let opening = R.lifecycle.all.first else { throw DeskError.cannotUndo }
        let draft = Draft<R>(
            record: record, document: document, state: state, transition: opening, opened: opened, reason: reason,
            now: now())
        let stored = try store(
            draft, row.number, row.version + 1, "undo", row.id, viewer, sealing, connection)
        try connection.execute(
            "DELETE FROM deadline WHERE record = \(row.number) AND opened_at = \(last.at) AND state = 'open'")
        let entry = Ledger.Entry(
            at: draft.now, actor: viewer.standing.account, organisation: viewer.organisation, act: .change,
            kind: R.type.name, subject: row.id, version: row.version + 1, action: "undo",
            content: MerkleHash(stored), detail: last.action)
        let index = try Ledger.append([entry], to: connection)
        return Receipt(
            id: row.id, version: row.version + 1, state: state.rawValue, ledgerIndex: index.lowerBound)
    }
}
