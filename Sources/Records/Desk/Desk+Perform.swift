public import Access
import Ledger
import Storage
import Vault

extension Desk {
    /// Opens a record: the first action of its life.
    ///
    /// - Parameters:
    ///   - asking: its fields, the reason and, so that a repetition does nothing, a key.
    ///   - id: its public id, for rooms that make ids of their own; otherwise a new one.
    ///   - effect: what else is written in the same transaction.
    /// - Throws: a `DeskError`; then nothing has changed.
    public func open<R: Record>(
        _ type: R.Type, _ asking: Asking, as viewer: Viewer, id: RecordID? = nil, effect: Effect? = nil
    ) async throws -> Receipt {
        try await carryOut(
            Performance<R>(
                action: R.lifecycle.opening.action, id: id ?? newID(), isOpening: true, asking: asking, viewer: viewer),
            effect)
    }

    /// Opens a record from its value.
    public func open<R: Record>(
        _ record: R, as viewer: Viewer, because reason: String = "", key: String? = nil, id: RecordID? = nil,
        effect: Effect? = nil
    ) async throws -> Receipt {
        let edits = try record.document().filter { R.lifecycle.opening.sets.contains($0.key) }
        return try await open(
            R.self, Asking(edits: edits, reason: reason, key: key), as: viewer, id: id, effect: effect)
    }

    /// Performs an action on a record.
    ///
    /// - Throws: a `DeskError`; then nothing has changed, except that a conflict has been kept for a person to decide.
    public func perform<R: Record>(
        _ action: R.Action, on id: RecordID, of type: R.Type = R.self, _ asking: Asking, as viewer: Viewer,
        effect: Effect? = nil
    ) async throws -> Receipt {
        try await carryOut(
            Performance<R>(action: action, id: id, isOpening: false, asking: asking, viewer: viewer), effect)
    }

    func carryOut<R: Record>(_ performance: Performance<R>, _ effect: Effect?) async throws -> Receipt {
        if !performance.isOpening { try await keepTime(of: R.self, performance.id) }
        guard let organisation = try await organisation(of: performance) else {
            let code = DeskError.notFound.code ?? ""
            try await reads.note(performance.entry(.refusal, version: 0, content: nil, detail: code, at: now()))
            throw DeskError.notFound
        }
        let sealing = try await sealing(R.self, performance.id, organisation)
        let outcome = try await transaction(as: performance.viewer) { door -> Result<Receipt, DeskError> in
            do {
                return .success(try door.carryOut(performance, sealing, effect))
            } catch DeskError.conflict {
                // Kept in this very transaction: neither wish is lost.
                return .failure(.conflict(try keepConflict(performance, sealing, door.connection)))
            }
        }
        return try outcome.get()
    }

    // Whose record it is, before anything is done for it; `nil` where the viewer could neither read it nor do this to it,
    // with approvals or without. A record that is not there takes the same way, and gets no keys: they would tell.
    private func organisation<R: Record>(of performance: Performance<R>) async throws -> String? {
        guard !performance.isOpening else { return performance.viewer.organisation }
        let (id, viewer) = (performance.id, performance.viewer)
        let operations = Set(R.lifecycle.all.filter { $0.action == performance.action }.map(\.operation))
        return try await database.read { connection in
            let row = try row(id, of: R.self, for: viewer, connection) { stance in
                stance.decision(.read).isPermitted
                    || operations.contains { stance.decision($0, approvals: .twoDifferent).isPermitted }
            }
            return row?.organisation
        }
    }
}

/// One action on its way through the desk.
struct Performance<R: Record>: Sendable {
    var action: R.Action
    var id: RecordID
    var isOpening: Bool
    var asking: Asking
    var viewer: Viewer
    /// Approvals that were given to this very wish.
    var approvals: Approvals?

    /// The wish as a hash; an opening has no id before it is fulfilled.
    var digest: [UInt8] { asking.digest(R.type.name, action.rawValue, isOpening ? "" : id) }

    func entry(
        _ act: Ledger.Act, version: Int, content: MerkleHash?, detail: String = "", at now: Int
    ) -> Ledger.Entry {
        Ledger.Entry(
            act, by: viewer.standing, at: now, of: R.type.name, isOpening && act == .refusal ? "" : id,
            version: version, action: action.rawValue, content: content, detail: detail)
    }
}

extension DeskError {
    /// The code under which a refusal stands in the ledger; `nil` for mistakes, which are no refusals.
    var code: String? {
        switch self {
        case .notFound: "not-found"
        case .notAllowed: "not-allowed"
        case .refused(let key, let requirement, _): "\(key) \(requirement)"
        case .ownRequest: "own-request"
        case .approvalNeeded: "approval-needed"
        default: nil
        }
    }
}
