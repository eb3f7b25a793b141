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
        guard let sealing = try await sealing(for: performance) else {
            let code = DeskError.notFound.code ?? ""
            try await reads.note(performance.entry(.refusal, version: 0, content: nil, detail: code, at: now()))
            throw DeskError.notFound
        }
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

    // The keys, before the transaction; `nil` where the record is not there for the viewer: it gets none, they would tell.
    private func sealing<R: Record>(for performance: Performance<R>) async throws -> Sealing? {
        var organisation = performance.viewer.organisation
        if R.isSealed, !performance.isOpening {
            let found = try await database.read { connection -> Stance? in
                try stance(for: performance, connection)
            }
            guard let found else { return nil }
            organisation = found.row.organisation
        }
        return try await sealing(R.self, performance.id, organisation)
    }

    /// How the viewer stands to the record of an action; `nil` where they could neither read it nor do this to it, with
    /// approvals or without.
    func stance<R: Record>(for performance: Performance<R>, _ connection: any Reading) throws -> Stance? {
        try stance(of: performance.viewer, to: performance.id, of: R.self, connection) { stance in
            stance.decision(.read).isPermitted
                || R.lifecycle.transitions.contains {
                    $0.action == performance.action
                        && stance.decision($0.operation, approvals: .twoDifferent).isPermitted
                }
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
