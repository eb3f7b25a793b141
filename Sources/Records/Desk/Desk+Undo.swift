public import Access
import Ledger
import Storage
import Vault

/// What would be taken back, and to where.
struct Undoing<R: Record> {
    var transition: Transition<R>
    var last: VersionRow
    var previous: VersionRow
    var state: R.State
}

extension Desk {
    /// Takes back the last action, where the lifecycle allows it: a new version that says what the one before said.
    /// Only whoever did it may, and only while nothing else has followed.
    ///
    /// - Parameter key: the same key for the same wish, so that a repetition does nothing.
    public func undo<R: Record>(
        _ id: RecordID, of type: R.Type = R.self, as viewer: Viewer, because reason: String, key: String? = nil
    ) async throws -> Receipt {
        guard let row = try await readableRow(R.self, id, viewer) else { throw DeskError.notFound }
        let sealing = try await sealing(R.self, id, row.organisation)
        let wish = try sealing.kept(Asking(reason: reason).digest(R.type.name, "undo", id))
        return try await once(wish, under: key, on: id, as: viewer) { connection in
            guard let row = try RecordRow.load(id, type: R.type.name, connection),
                let undoing = try undoable(R.self, stance(of: viewer, to: row, connection), connection)
            else { throw DeskError.cannotUndo }
            return try restore(undoing, row, reason, sealing, viewer, connection)
        }
    }

    /// What the viewer could take back; `nil` when nothing.
    func undoable<R: Record>(
        _ type: R.Type, _ stance: Stance, _ connection: any Reading
    ) throws -> Undoing<R>? {
        let (row, viewer) = (stance.row, stance.viewer)
        guard row.version > 1, let last = try VersionRow.load(row.number, version: row.version, connection),
            last.account == viewer.standing.account, let action = R.Action(rawValue: last.action),
            let previous = try VersionRow.load(row.number, version: row.version - 1, connection),
            let state = R.State(rawValue: previous.state),
            let transition = R.lifecycle.transition(action, in: state), transition.isUndoable,
            stance.decision(transition.operation).isPermitted
        else { return nil }
        return Undoing(transition: transition, last: last, previous: previous, state: state)
    }

    private func restore<R: Record>(
        _ undoing: Undoing<R>, _ row: RecordRow, _ reason: String, _ sealing: Sealing, _ viewer: Viewer,
        _ connection: any Writing
    ) throws -> Receipt {
        let (undone, _) = try SealedDocument.open(undoing.last, R.self, row.id, sealing)
        let (document, _) = try SealedDocument.open(undoing.previous, R.self, row.id, sealing)
        guard let opened = try VersionRow.past(row.number, connection).first else { throw DeskError.cannotUndo }
        let draft = Draft<R>(
            record: try R(document: document), before: undone, document: document, state: undoing.state,
            transition: undoing.transition, opened: opened, reason: reason, now: now())
        let version = row.version + 1
        let stored = try store(draft, row.number, version, "undo", row.id, viewer, sealing, connection)
        try restoreDeadlines(undoing.transition.deadlines, row.number, since: undoing.last.at, connection)
        let entry = Ledger.Entry(
            .change, by: viewer.standing, at: draft.now, of: R.type.name, row.id, version: version, action: "undo",
            content: MerkleHash(stored), detail: undoing.last.action)
        let index = try Ledger.append([entry], to: connection)
        return Receipt(
            id: row.id, version: version, state: undoing.state.rawValue, ledgerIndex: index.lowerBound)
    }

    // What the action opened is not asked for any more, and what it met or cancelled runs again.
    private func restoreDeadlines(
        _ changes: [DeadlineChange], _ number: Int, since at: Int, _ connection: any Writing
    ) throws {
        for change in changes {
            switch change {
            case .opens(let rule):
                try connection.execute(
                    """
                    DELETE FROM deadline WHERE record = \(number) AND name = \(rule.name) AND opened_at = \(at)
                    """)
            case .meets(let name), .cancels(let name):
                try connection.execute(
                    """
                    UPDATE deadline SET state = 'open', closed_at = NULL
                    WHERE record = \(number) AND name = \(name) AND closed_at = \(at)
                    """)
            }
        }
    }
}
