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
    /// For which organisation.
    public var organisation: String
    /// When, in milliseconds since 1970 UTC.
    public var at: Int
    /// Why.
    public var reason: String
    /// What changed, as far as the viewer may see it.
    public var changes: [Change]

    /// A field that changed.
    public struct Change: Sendable, Hashable {
        /// The field.
        public var field: String
        /// What it said before; `nil` for nothing.
        public var before: Tree?
        /// What it says now; `nil` for nothing.
        public var after: Tree?
    }
}

/// Who has read something, and when.
public struct Reader: Sendable, Hashable {
    /// Who it was.
    public var account: String
    /// For which organisation.
    public var organisation: String
    /// Reading or exporting.
    public var act: String
    /// The action.
    public var action: String
    /// When, in milliseconds since 1970 UTC.
    public var at: Int
}

extension Desk {
    /// The whole story of a record, oldest first; `nil` when the viewer may not see the record.
    public func history<R: Record>(
        _ id: RecordID, of type: R.Type = R.self, as viewer: Viewer
    ) async throws -> [HistoryStep]? {
        guard let row = try await readableRow(R.self, id, viewer) else { return nil }
        let sealing = try await storyKeys(R.self, row)
        return try await database.read { connection in
            var before: Document = [:]
            var steps: [HistoryStep] = []
            let names = Set(R.fields.map(\.name))
            let seen = visibleNames(R.self, try stance(of: viewer, to: row, connection))
            // People write names into reasons: they are for those who may see all that is sealed.
            let seesReasons = R.fields.allSatisfy { !$0.isSealed || seen.contains($0.name) }
            for stored in try VersionRow.all(row.number, connection) {
                let (document, reason) = try SealedDocument.open(stored, R.self, id, sealing)
                let visible = document.filter { seen.contains($0.key) }
                let changed = names.filter { visible[$0] != before[$0] }.sorted()
                steps.append(
                    HistoryStep(
                        version: stored.version, action: stored.action, state: stored.state, account: stored.account,
                        organisation: stored.organisation, at: stored.at, reason: seesReasons ? reason : "",
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

    /// The names by which colleagues know accounts, for the telling of stories; whoever has none is left out.
    public func names(of accounts: Set<String>) async throws -> [String: String] {
        try await database.read { try Directory.names(of: accounts, $0) }
    }
}
