public import Access
import Ledger
public import Storage
import Synchronization

/// The desk inside one transaction: several actions and a room's own rows, all of them or none.
///
///     try await desk.transaction(as: viewer) { door in
///         _ = try door.open(source, id: id) { try stage(into: $0) }
///         _ = try door.perform(.commit, on: id, of: SourceRecord.self) { try finish(in: $0) }
///     }
///
/// Only for types without sealed fields: keys are made and loaded before a transaction (`Desk.open`, `Desk.perform`).
public struct Door {
    /// Who acts.
    public let viewer: Viewer
    /// The transaction.
    public let connection: any Writing
    let desk: Desk
    let refused: Refused

    /// What the ledger will say of a refusal once the transaction has been rolled back.
    final class Refused: Sendable {
        private let entry = Mutex<Ledger.Entry?>(nil)
        var last: Ledger.Entry? { entry.withLock { $0 } }
        func keep(_ refusal: Ledger.Entry) { entry.withLock { $0 = refusal } }
    }

    /// Opens a record; see `Desk.open`. `effect` is what else is written: after every check, before the version. `wish` is
    /// what was wished, where the record follows from it and from what stood.
    public func open<R: Record>(
        _ record: R, because reason: String = "", key: String? = nil, wish: Document? = nil, id: RecordID? = nil,
        effect: ((any Writing) throws -> Void)? = nil
    ) throws -> Receipt {
        let edits = try record.document().filter { R.lifecycle.opening.sets.contains($0.key) }
        var asking = Asking(edits: edits, reason: reason, key: key)
        asking.wish = wish
        let performance = Performance<R>(
            action: R.lifecycle.opening.action, id: id ?? desk.newID(), isOpening: true, asking: asking, viewer: viewer)
        return try carryOut(performance, try Self.unsealed(R.self)) { _, connection in try effect?(connection) }
    }

    /// Performs an action on a record; see `Desk.perform`. A conflict is thrown, and nothing of it is kept.
    public func perform<R: Record>(
        _ action: R.Action, on id: RecordID, of type: R.Type = R.self, _ asking: Asking = Asking(),
        effect: ((any Writing) throws -> Void)? = nil
    ) throws -> Receipt {
        let performance = Performance<R>(
            action: action, id: id, isOpening: false, asking: asking, viewer: viewer)
        return try carryOut(performance, try Self.unsealed(R.self)) { _, connection in try effect?(connection) }
    }

    /// The receipt of a wish that was fulfilled before under its key, for whoever does not know of which record; `nil` when no wish
    /// was fulfilled under it.
    public func repeated<R: Record>(_ action: R.Action, of type: R.Type, _ asking: Asking) throws -> Receipt? {
        guard let key = asking.key else { return nil }
        let sql: SQL = "SELECT record FROM idempotency WHERE account = \(viewer.standing.account) AND key = \(key)"
        guard let record = try connection.row(sql)?.text(0) else { return nil }
        return try perform(action, on: record, of: type, asking)
    }

    /// Whether a record has this id: for rooms that make ids of their own.
    public func isTaken(_ id: RecordID) throws -> Bool {
        try connection.row("SELECT 1 FROM record WHERE pid = \(id)") != nil
    }

    private static func unsealed<R: Record>(_ type: R.Type) throws -> Sealing {
        guard !R.isSealed else { throw DeskError.vaultSealed }
        return Sealing()
    }

    /// The one way of every action: where the record is there for the viewer, the same wish again changes nothing;
    /// otherwise it is checked and written.
    func carryOut<R: Record>(
        _ performance: Performance<R>, _ sealing: Sealing, _ effect: EffectInside?
    ) throws -> Receipt {
        do {
            if !performance.isOpening { try connection.lock("record:\(performance.id)") }
            let standing = try Standpoint(performance, sealing, desk, connection)
            let wish = try sealing.kept(performance.digest)
            return try desk.fulfil(wish, under: performance.asking.key, as: viewer, connection) {
                try desk.write(standing, effect)
            }
        } catch let refusal as DeskError {
            // What it was worth to refuse is worth remembering: who tried what, and which guard said no.
            if let code = refusal.code {
                refused.keep(performance.entry(.refusal, version: 0, content: nil, detail: code, at: desk.now()))
            }
            throw refusal
        }
    }
}

extension Desk {
    /// Runs several actions as one transaction: when anything is thrown, nothing has changed, and a refusal is in the
    /// ledger.
    public func transaction<Outcome: Sendable>(
        as viewer: Viewer, _ body: @escaping @Sendable (Door) throws -> Outcome
    ) async throws -> Outcome {
        let refused = Door.Refused()
        do {
            return try await database.write { connection in
                try body(Door(viewer: viewer, connection: connection, desk: self, refused: refused))
            }
        } catch {
            if let entry = refused.last { try await reads.note(entry) }
            throw error
        }
    }
}
