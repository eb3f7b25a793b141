import Access
import Ledger
import Storage
import Values
import Words

/// A record as it would be after an action that has passed every check.
struct Draft<R: Record>: Sendable {
    var record: R
    /// What the version before said; nothing for the first.
    var before: Document
    var document: Document
    var state: R.State
    var transition: Transition<R>
    var opened: Past
    var reason: String
    var now: Int
}

/// Where an action starts from: the record as it stands, and what the viewer may do with it.
///
/// The checks come in this order, so that nobody learns more from a refusal than they may see: existence and right, state,
/// who may do it, what others did meanwhile, which fields, guards.
struct Standpoint<R: Record> {
    let performance: Performance<R>
    /// The record, and how the viewer stands to it; `nil` at its opening.
    let stance: Stance?
    let state: R.State?
    let desk: Desk
    let sealing: Sealing
    let connection: any Writing
    var row: RecordRow? { stance?.row }

    /// Throws `notFound` where the viewer could neither read the record nor do this to it.
    init(
        _ performance: Performance<R>, _ sealing: Sealing, _ desk: Desk, _ connection: any Writing
    ) throws {
        self.performance = performance
        self.desk = desk
        self.sealing = sealing
        self.connection = connection
        guard !performance.isOpening else {
            (stance, state) = (nil, nil)
            return
        }
        guard let stance = try desk.stance(for: performance, connection) else { throw DeskError.notFound }
        self.stance = stance
        state = R.State(rawValue: stance.row.state)
    }

    /// Checks everything; returns what is to be written.
    func draft() throws -> Draft<R> {
        let standing = performance.viewer.standing
        guard let transition = R.lifecycle.transition(performance.action, in: state) else {
            try requireReadable()
            throw DeskError.wrongState(action: performance.action.rawValue, state: state?.rawValue ?? "")
        }
        try authorise(transition)
        guard transition.by.contains(standing.role) else {
            try requireReadable()
            throw DeskError.notAllowed(action: performance.action.rawValue)
        }
        if transition.needsReason, !performance.asking.reason.says {
            throw DeskError.reasonNeeded
        }
        let before = try before()
        let past = try row.map { try VersionRow.past($0.number, connection) } ?? []
        let document = try merged(transition, over: before)
        let record: R
        do {
            record = try R(document: document)
        } catch let error as DecodingError {
            throw DeskError.badValue(field: error.field)
        }
        let now = desk.now()
        let me = Past(
            action: performance.action.rawValue, account: standing.account, organisation: standing.organisation, at: now
        )
        let seen = Case<R>(
            before: row == nil ? nil : try? R(document: before), record: record, state: state,
            facts: try R.facts(for: performance.id, record, connection), viewer: performance.viewer, past: past,
            reason: performance.asking.reason, now: now)
        for rule in transition.guards {
            guard let reason = rule.reasons(seen).first else { continue }
            throw DeskError.refused(
                guard: reason.phrase.key, requirement: reason.rule, arguments: reason.phrase.arguments)
        }
        return Draft(
            record: record, before: before, document: document, state: try next(transition), transition: transition,
            opened: past.first ?? me, reason: performance.asking.reason, now: now)
    }

    private func before() throws -> Document {
        guard let row else { return [:] }
        return try SealedDocument.open(row, R.self, version: row.version, sealing, connection).document
    }

    private func next(_ transition: Transition<R>) throws -> R.State {
        guard let next = transition.to ?? state else { throw DeskError.notFound }
        return next
    }

    private func authorise(_ transition: Transition<R>) throws {
        guard !decision(transition, approvals: performance.approvals).isPermitted else { return }
        if decision(transition, approvals: .twoDifferent).isPermitted { throw DeskError.approvalNeeded }
        try requireReadable()
        throw DeskError.notAllowed(action: performance.action.rawValue)
    }

    private func decision(_ transition: Transition<R>, approvals: Approvals?) -> Decision {
        stance?.decision(transition.operation, approvals: approvals) ?? opening(approvals: approvals ?? .none)
    }

    // Whoever opens a record: it is theirs, and its own terms say what else holds. Its kind may depend on its fields.
    private func opening(approvals: Approvals) -> Decision {
        let standing = performance.viewer.standing
        let record = try? R(document: performance.asking.edits)
        let me = Past(
            action: performance.action.rawValue, account: standing.account, organisation: standing.organisation,
            at: desk.now())
        let terms = record.flatMap { record in
            R.lifecycle.opening.to.map { record.terms(in: $0, opened: me) }
        }
        return standing.opening(
            record?.kind ?? R.type.kind, consent: terms?.consent ?? .none, approvals: approvals,
            isUnderOrder: (terms?.orderUntil ?? 0) > desk.now())
    }

    // To whoever may not read it, a record is not there, whatever they try.
    private func requireReadable() throws {
        guard let stance else { return }
        guard stance.decision(.read).isPermitted else { throw DeskError.notFound }
    }

    // The record's fields with the edits; only those that the action may set.
    private func merged(_ transition: Transition<R>, over before: Document) throws -> Document {
        let edits = performance.asking.edits
        for field in edits.keys.sorted() where !transition.sets.contains(field) {
            throw DeskError.cannotSet(field: field, action: performance.action.rawValue)
        }
        for field in R.fields where !(edits[field.name].map(field.fits) ?? true) {
            throw DeskError.badValue(field: field.name)
        }
        if let row, let base = performance.asking.base, base != row.version {
            guard (1..<row.version).contains(base) else { throw DeskError.badValue(field: "base") }
            let then = try SealedDocument.open(row, R.self, version: base, sealing, connection).document
            let clash = edits.contains { field, value in
                then[field] != before[field] && before[field] != value
            }
            if clash { throw DeskError.conflict("") }
        }
        return before.merging(edits) { $1 }.filter { $0.value != .null }
    }
}

extension Standing {
    /// What the matrix says to opening a record of a kind: it would be one's own, and of one's own organisation. Of what is
    /// hidden from somebody they open nothing either (F1).
    func opening(
        _ kind: Kind, consent: Consent = .none, approvals: Approvals, isUnderOrder: Bool = false
    ) -> Decision {
        let context = Context(
            isAssigned: true, isOwn: true, consent: consent, approvals: approvals, isUnderOrder: isUnderOrder,
            isExcluded: exclusions.contains { $0.hides(organisation: organisation, kind) },
            isPostingCurrent: isPostingCurrent)
        return decide(as: role, .create, kind, context)
    }
}

extension DecodingError {
    /// The field that does not fit.
    var field: String {
        switch self {
        case .keyNotFound(let key, let context): (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.map(\.stringValue).joined(separator: ".")
        @unknown default: ""
        }
    }
}
