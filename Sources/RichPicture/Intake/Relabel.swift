public import Access
import Records
import Storage
import Words

/// How it changes who sees a source beyond its owner.
public enum Relabelling: String, CaseIterable, Sendable {
    /// Organisations and units may see it, too.
    case release
    /// What was released to them is so no more.
    case recall
    /// From accounts, units and organisations it is hidden, whatever else holds (F1).
    case hide
    /// It is hidden from them no more.
    case unhide
}

extension RichPicture {
    /// Changes who sees a source beyond its owner; all others keep what they had. It takes effect with everybody's next request.
    ///
    /// - Parameters:
    ///   - names: organisations and units; of whom it is hidden from, accounts, too.
    ///   - key: the same key for the same wish: a repetition changes nothing.
    /// - Throws: an `IntakeError` without a name or a reason, and for a source that the viewer may not see.
    public func relabel(
        _ id: String, _ change: Relabelling, _ names: Set<String>, because reason: String, key: String? = nil,
        as viewer: Viewer
    ) async throws -> Source {
        guard reason.says else { throw IntakeError.reasonNeeded }
        let names = Set(names.map(\.storable)).subtracting([""])
        guard !names.isEmpty else { throw IntakeError.namesNeeded }
        let wish: Document = [change.rawValue: .list(names.sorted().map(Tree.text))]
        let source = try await act(
            change.action, on: id, in: [], Asking(edits: wish, reason: reason.storable, key: key), as: viewer,
            edits: { try SourceRecord.stored(id, $0).edits(change, names) }
        ) { row, connection in
            let record = try SourceRecord.stored(id, connection).changed(change, names)
            try connection.lock("labels")
            try Self.relabel(row, as: record.labels, connection)
            try PictureChanges.note(connection)
        }
        try await snapshots.follow()
        return source
    }

    private static func relabel(
        _ row: SourceRow, as labels: (plain: Label, identity: Label), _ connection: any Writing
    ) throws {
        let plain = try Labels.number(of: labels.plain, connection)
        let identity = try Labels.number(of: labels.identity, connection)
        for table in SourceRow.tables {
            for (old, new) in [(row.label, plain), (row.identity, identity)] where old != new {
                try connection.execute(
                    "UPDATE \(raw: table) SET label = \(new) WHERE source = \(row.number) AND label = \(old)")
            }
        }
        try connection.execute(
            "UPDATE source SET label = \(plain), identity = \(identity) WHERE id = \(row.number)")
    }
}

extension Relabelling {
    /// What somebody's role may change of who sees a source that is theirs to work with.
    public static func offered(to viewer: Viewer, of source: Source) -> [Relabelling] {
        let standing = viewer.standing
        guard SourceRecord.keepers.contains(standing.role) else { return [] }
        let context = Context(
            isAssigned: true, isOwn: true, isUnderOrder: true, isPostingCurrent: standing.isPostingCurrent)
        let kind: Kind = source.stream.isIntrusive ? .surveilFin : .intelEntity
        return allCases.filter { change in
            let operation = SourceRecord.lifecycle.all.first { $0.action == change.action }?.operation
            return operation.map { decide(as: standing.role, $0, kind, context).isPermitted } ?? false
        }
    }

    fileprivate var action: SourceRecord.Action {
        switch self {
        case .release, .recall: .release
        case .hide, .unhide: .hide
        }
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
    fileprivate func changed(_ change: Relabelling, _ names: Set<String>) -> SourceRecord {
        var changed = self
        switch change {
        case .release: changed.releasedTo = names.union(releasedTo).sorted()
        case .recall: changed.releasedTo = releasedTo.filter { !names.contains($0) }
        case .hide: changed.hiddenFrom = names.union(hiddenFrom).sorted()
        case .unhide: changed.hiddenFrom = hiddenFrom.filter { !names.contains($0) }
        }
        return changed
    }

    /// The field that a change sets, and to what.
    fileprivate func edits(_ change: Relabelling, _ names: Set<String>) -> Document {
        let changed = changed(change, names)
        return switch change {
        case .release, .recall: ["releasedTo": .list(changed.releasedTo.map(Tree.text))]
        case .hide, .unhide: ["hiddenFrom": .list(changed.hiddenFrom.map(Tree.text))]
        }
    }
}
