public import Access
import Records
import Storage

extension RichPicture {
    /// Says anew to which organisations and units a source is released, beyond its owner. It takes effect with everybody's
    /// next request.
    public func release(_ id: String, to names: Set<String>, because reason: String, as viewer: Viewer) async throws
        -> Source
    {
        try await relabel(.release, id, ["releasedTo": .list(Self.list(names))], because: reason, as: viewer)
    }

    /// Says anew from which accounts, units and organisations a source is hidden, whatever else holds (F1).
    public func hide(_ id: String, from names: Set<String>, because reason: String, as viewer: Viewer) async throws
        -> Source
    {
        try await relabel(.hide, id, ["hiddenFrom": .list(Self.list(names))], because: reason, as: viewer)
    }

    private static func list(_ names: Set<String>) -> [Tree] {
        names.map(\.storable).filter { !$0.isEmpty }.sorted().map(Tree.text)
    }

    private func relabel(
        _ action: SourceRecord.Action, _ id: String, _ edits: Document, because reason: String, as viewer: Viewer
    ) async throws -> Source {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw IntakeError.reasonNeeded }
        let asking = Asking(edits: edits, reason: reason.storable)
        let source = try await act(action, on: id, in: [], asking, as: viewer) { row, connection in
            let record = try SourceRecord.stored(id, connection).changed(edits)
            try connection.lock("labels")
            let plain = try Labels.number(of: record.labels.plain, connection)
            let identity = try Labels.number(of: record.labels.identity, connection)
            for table in ["event", "statement", "location", "appearance", "posting"] {
                for (old, new) in [(row.label, plain), (row.identity, identity)] where old != new {
                    try connection.execute(
                        """
                        UPDATE \(raw: table) SET label = \(new) WHERE source = \(row.number) AND label = \(old)
                        """)
                }
            }
            try connection.execute(
                "UPDATE source SET label = \(plain), identity = \(identity) WHERE id = \(row.number)")
            try PictureChanges.note(connection)
        }
        try await snapshots.follow()
        return source
    }
}

extension SourceRecord {
    /// The record of a source as it stands, within an action that has been permitted.
    fileprivate static func stored(_ id: RecordID, _ connection: any Reading) throws -> SourceRecord {
        guard let stored = try Desk.stored(SourceRecord.self, id: id, connection)[id] else {
            throw IntakeError.unknownSource
        }
        return stored.record
    }

    /// The record with its labels changed.
    fileprivate func changed(_ edits: Document) -> SourceRecord {
        var changed = self
        func names(_ field: String) -> [String]? {
            guard case .list(let list)? = edits[field] else { return nil }
            return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
        if let names = names("releasedTo") { changed.releasedTo = names }
        if let names = names("hiddenFrom") { changed.hiddenFrom = names }
        return changed
    }
}
