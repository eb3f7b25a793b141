public import Access
import Crypto
import Ledger
import Storage
import Vault
import Words

/// Somebody asks that two people of two different organisations approve what they are about to do (`2` of the matrix).
public struct ApprovalRequest: Sendable, Hashable {
    /// How long given approvals hold for a read, and how long a request waits: one day.
    static let validity = 1 * Int.days

    /// Its public id.
    public var id: String
    /// Who asks, for which organisation.
    public var account: String
    /// For which organisation.
    public var organisation: String
    /// What for: the record's type and id (empty for one to be opened), the operation and the action.
    public var type: String
    /// The record; empty for one to be opened.
    public var record: RecordID
    /// The operation of the access matrix.
    public var operation: Access.Operation
    /// The action; empty for a read.
    public var action: String
    /// Why.
    public var reason: String
    /// When it was asked and until when it can be approved; milliseconds since 1970 UTC.
    public var at: Int
    /// Until when it can be approved.
    public var expires: Int
    /// Under whose key the reason is sealed; `nil` where it is not.
    var subject: Subject?
    /// Who has approved.
    public var approvals: [Approval]

    /// One approval.
    public struct Approval: Sendable, Hashable {
        /// Who approved.
        public var account: String
        /// For which organisation.
        public var organisation: String
        /// When, in milliseconds since 1970 UTC.
        public var at: Int
    }

    /// Whether two people of two different organisations have approved it.
    public var isApproved: Bool { Self.amount(approvals) == .twoDifferent }

    /// What the approvals amount to.
    static func amount(_ approvals: [Approval]) -> Approvals {
        switch approvals.count {
        case 0: .none
        case 1: .one
        default: Set(approvals.map(\.organisation)).count > 1 ? .twoDifferent : .twoOfTheSame
        }
    }

    /// The approvals that stand for an account and a record at a moment, by operation.
    static func standing(
        for account: String, _ record: RecordID, at now: Int, _ connection: any Reading
    ) throws -> [Access.Operation: Approvals] {
        let rows = try connection.rows(
            """
            SELECT q.operation, a.account, a.organisation, a.at FROM approval a
            JOIN approval_request q ON q.id = a.request
            WHERE q.record = \(record) AND q.account = \(account) AND q.expires_at > \(now) AND q.state = 'open'
            """)
        var given: [Access.Operation: [Approval]] = [:]
        for row in rows {
            guard let operation = Access.Operation(rawValue: row.int(0)) else { continue }
            given[operation, default: []].append(
                Approval(account: row.text(1), organisation: row.text(2), at: row.int(3)))
        }
        return given.mapValues(amount)
    }
}

extension Desk {
    /// Asks for the two approvals that reading a record, or an action on it, needs.
    ///
    /// An approved action is then carried out by the asker (`carryOutApproved`): exactly the wish that was approved. For a
    /// read the approvals hold for a day. The same request under the same key (`Asking.key`) is made once.
    public func askApproval<R: Record>(
        to operation: Access.Operation, _ id: RecordID?, of type: R.Type, action: R.Action? = nil,
        _ asking: Asking, as viewer: Viewer
    ) async throws -> String {
        guard asking.reason.says else { throw DeskError.reasonNeeded }
        let (request, now) = (newID(), now())
        let (kind, owner) = try await approvalKind(operation, id, R.self, viewer)
        let standing = viewer.standing
        let sealing = try await sealing(R.self, id ?? request, owner)
        let reason = try SealedText.seal(asking.reason, .approval, request, sealing)
        let wish = try sealing.kept(Self.digest(asking.edits, request))
        // What is to be set may be sealed content: it is kept sealed only in records, so a wish with sealed fields waits
        // with the asker, who performs it once approved.
        let edits = R.fields.contains { $0.isSealed && asking.edits[$0.name] != nil } ? [:] : asking.edits
        let doing = "ask-approval \(operation.rawValue) \(action?.rawValue ?? "")"
        let asked = try sealing.kept(asking.digest(R.type.name, doing, id ?? ""))
        return try await once(asked, under: asking.key, as: viewer) { connection in
            try connection.lock("approval")
            let number = try connection.nextNumber(in: "approval_request")
            try connection.execute(
                """
                INSERT INTO approval_request (id, pid, account, organisation, type, kind, record, operation, action,
                    edits, wish, reason, compartment, at, expires_at, state)
                VALUES (\(number), \(request), \(standing.account), \(standing.organisation), \(R.type.name),
                    \(kind.rawValue), \(id ?? ""), \(operation.rawValue), \(action?.rawValue ?? ""),
                    \(Tree.object(edits).bytes), \(wish), \(reason), \(sealing.compartment(of: R.type)), \(now),
                    \(now + ApprovalRequest.validity), 'open')
                """)
            for role in Self.approvers(of: kind) {
                try tell(.team("role/\(role.rawValue)"), Notice.approval, about: request, connection)
            }
            let entry = Ledger.Entry(
                .grant, by: standing, at: now, of: R.type.name, id ?? "", action: "ask-approval", detail: request)
            let index = try Ledger.append([entry], to: connection)
            return Receipt(id: request, version: 0, state: "", ledgerIndex: index.lowerBound)
        }.id
    }

    private func approvalKind<R: Record>(
        _ operation: Access.Operation, _ id: RecordID?, _ type: R.Type, _ viewer: Viewer
    ) async throws -> (kind: Kind, owner: String) {
        guard let id else {
            let standing = viewer.standing
            guard R.lifecycle.opening.by.contains(standing.role),
                R.type.kinds.contains(where: { standing.opening($0, approvals: .twoDifferent).isPermitted })
            else { throw DeskError.notFound }
            return (R.type.kind, viewer.organisation)
        }
        return try await database.read { connection in
            // Who could not do it with approvals either has nothing to ask for: for them it is not there.
            let row = try row(id, of: R.self, for: viewer, connection) { stance in
                stance.decision(operation, approvals: .twoDifferent).isPermitted
            }
            guard let row else { throw DeskError.notFound }
            return (row.kind, row.organisation)
        }
    }

    /// Who may approve: those to whom the matrix gives co-approval of the kind; where it names nobody, those who answer
    /// for how things are done rather than do them (docs/decisions/0011).
    static func approvers(of kind: Kind) -> [FineRole] {
        let context = Context(isAssigned: true, isOwn: true, approvals: .twoDifferent, isPostingCurrent: true)
        let named = FineRole.allCases.filter { decide(as: $0, .approve, kind, context).isPermitted }
        return named.isEmpty
            ? [.authorisingOfficer, .prosecutor, .ngoManager, .integrityOfficer, .dataProtectionOfficer] : named
    }

    /// The requests that the viewer could approve.
    public func requests(as viewer: Viewer) async throws -> [ApprovalRequest] {
        let condition: SQL = """
            \(Self.approvable(by: viewer)) AND \(Self.waits(at: now())) AND q.account <> \(viewer.standing.account)
            """
        return try await opened(try await database.read { try Self.load(condition, $0) })
    }

    /// The condition that a request `q` waits: for approvals, or to be carried out.
    private static func waits(at now: Int) -> SQL { "q.state = 'open' AND q.expires_at > \(now)" }

    /// The condition that a request `q` is one that the viewer may decide: of a kind that their role approves, and about
    /// nothing that is hidden from them (F1).
    private static func approvable(by viewer: Viewer) -> SQL {
        let standing = viewer.standing
        let kinds = Kind.allCases.filter { kind in
            standing.isPostingCurrent && approvers(of: kind).contains(standing.role)
        }
        return SQL.all([
            "q.kind IN \(kinds.map(\.rawValue))", notHidden("q.record", from: viewer), notHidden(from: viewer, in: "q"),
        ])
    }

    /// The viewer's own requests that wait: for approvals, or to be carried out.
    public func ownRequests(as viewer: Viewer) async throws -> [ApprovalRequest] {
        let (account, now) = (viewer.standing.account, now())
        return try await opened(
            try await database.read { connection in
                try Self.load("q.account = \(account) AND \(Self.waits(at: now))", connection)
            })
    }

    /// What one has asked for oneself, whether it waits or has been carried out; `nil` for everybody else.
    public func ownRequest(_ id: String, as viewer: Viewer) async throws -> ApprovalRequest? {
        let mine: SQL = "q.pid = \(id) AND q.account = \(viewer.standing.account)"
        return try await opened(try await database.read { try Self.load(mine, $0) }).first
    }

    /// One request, for its asker and those who could approve it; `nil` for everybody else.
    public func request(_ id: String, as viewer: Viewer) async throws -> ApprovalRequest? {
        let waiting = try await ownRequests(as: viewer) + requests(as: viewer)
        return waiting.first { $0.id == id }
    }

    // Reasons stand sealed under the key of the record that they are about; without it they are empty.
    private func opened(_ requests: [ApprovalRequest]) async throws -> [ApprovalRequest] {
        var opened = requests
        for (place, request) in requests.enumerated() {
            opened[place].reason = await SealedText.open(request.reason, .approval, request.id, request.subject, vault)
        }
        return opened
    }

    private static func load(_ condition: SQL, _ connection: any Reading) throws -> [ApprovalRequest] {
        try connection.rows(
            """
            SELECT q.id, q.pid, q.account, q.organisation, q.type, q.record, q.operation, q.action, q.reason, q.at,
                q.expires_at, q.compartment, (SELECT r.organisation FROM record r WHERE r.pid = q.record)
            FROM approval_request q WHERE \(condition) ORDER BY q.at, q.id
            """
        ).map { row in
            let approvals = try connection.rows(
                "SELECT account, organisation, at FROM approval WHERE request = \(row.int(0)) ORDER BY at")
            return ApprovalRequest(
                id: row.text(1), account: row.text(2), organisation: row.text(3), type: row.text(4),
                record: row.text(5), operation: Access.Operation(rawValue: row.int(6)) ?? .read, action: row.text(7),
                reason: row.text(8), at: row.int(9), expires: row.int(10),
                subject: SealedText.subject(
                    row.optionalText(12) ?? row.text(3), row.text(11), row.text(5).isEmpty ? row.text(1) : row.text(5)),
                approvals: approvals.map {
                    ApprovalRequest.Approval(account: $0.text(0), organisation: $0.text(1), at: $0.int(2))
                })
        }
    }

    /// Approves a request. Nobody approves their own (F13); two approvers are of two different organisations.
    ///
    /// Returns the approvals that the request then has. The same key approves it once.
    public func approve(_ id: String, key: String? = nil, as viewer: Viewer) async throws -> Approvals {
        let (standing, now) = (viewer.standing, now())
        let theirs: SQL = "q.pid = \(id) AND \(Self.approvable(by: viewer))"
        let isThere: SQL = "EXISTS (SELECT 1 FROM approval_request q WHERE \(theirs))"
        let wish = Asking().digest("approval", "approve", id)
        let receipt = try await once(wish, under: key, where: isThere, as: viewer) { connection in
            try connection.lock("approval")
            guard let request = try Self.load("\(theirs) AND \(Self.waits(at: now))", connection).first,
                let row = try connection.row("SELECT q.id FROM approval_request q WHERE q.pid = \(id)")
            else { throw DeskError.notFound }
            guard request.account != standing.account,
                !request.approvals.contains(where: { $0.account == standing.account })
            else { throw DeskError.ownRequest }
            try connection.execute(
                """
                INSERT INTO approval (request, account, organisation, at)
                VALUES (\(row.int(0)), \(standing.account), \(standing.organisation), \(now))
                """)
            let mine = ApprovalRequest.Approval(
                account: standing.account, organisation: standing.organisation, at: now)
            let amount = ApprovalRequest.amount(request.approvals + [mine])
            if amount == .twoDifferent {
                try tell(.account(request.account), Notice.approval, about: id, connection)
            }
            let entry = Ledger.Entry(
                .grant, by: standing, at: now, of: request.type, request.record, action: "approve", detail: id)
            let index = try Ledger.append([entry], to: connection)
            // What the approvals came to stands where a record's version would.
            return Receipt(id: id, version: amount.rawValue, state: "", ledgerIndex: index.lowerBound)
        }
        return Approvals(rawValue: receipt.version) ?? .none
    }

    /// Does what was asked for and approved, as the asker: once, under whatever key.
    public func carryOutApproved<R: Record>(
        _ id: String, of type: R.Type, edits: Document? = nil, key: String? = nil, as viewer: Viewer
    ) async throws -> Receipt {
        let now = now()
        let own: SQL = "q.pid = \(id) AND q.account = \(viewer.standing.account)"
        // Under a key it may be a repetition: then it does not wait any more.
        let mine: SQL = key == nil ? "\(own) AND \(Self.waits(at: now))" : own
        let (sealed, stored, kept) = try await database.read { connection in
            guard let request = try Self.load(mine, connection).first, request.type == R.type.name,
                let row = try connection.row("SELECT edits, wish FROM approval_request WHERE pid = \(id)"),
                case .object(let stored)? = Tree(json: row.blob(0))
            else { throw DeskError.notFound }
            return (request, stored, row.blob(1))
        }
        guard let request = try await opened([sealed]).first else { throw DeskError.notFound }
        let asked = edits ?? stored
        let subject = request.subject
        let sealing = try await sealing(
            R.self, subject?.id ?? request.record, subject?.organisation ?? request.organisation)
        guard try sealing.kept(Self.digest(asked, id)) == kept else { throw DeskError.badValue(field: "edits") }
        guard let action = R.Action(rawValue: request.action) else { throw DeskError.notFound }
        var asking = Asking(edits: asked, reason: request.reason, key: key)
        asking.wish = ["request": .text(id), "edits": .object(asked)]
        let performance = Performance<R>(
            action: action, id: request.record.isEmpty ? newID() : request.record, isOpening: request.record.isEmpty,
            asking: asking, viewer: viewer, approvals: ApprovalRequest.amount(request.approvals))
        return try await carryOut(performance) { _, connection in
            let done = try connection.execute(
                "UPDATE approval_request AS q SET state = 'done' WHERE q.pid = \(id) AND \(Self.waits(at: now))")
            guard done > 0 else { throw DeskError.notFound }
        }
    }

    // What was approved is what is done: the wish is known by its hash, which the request's id makes unlike any other.
    private static func digest(_ edits: Document, _ request: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(request.utf8) + Tree.object(edits).bytes))
    }
}
