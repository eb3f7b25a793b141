import Access
import Records

extension Wire {
    struct Deadline: WireValue {
        var type: String
        var record: String
        var name: String
        var level: String
        var owner: String
        var deputy: String
        var unit: String
        var organisation: String
        var opened: String
        var amber: String
        var due: String

        init(_ deadline: Records.Deadline, now: Int) {
            type = deadline.type
            record = deadline.record
            name = deadline.name
            level = deadline.level(at: now).rawValue
            owner = deadline.owner
            deputy = deadline.deputy
            unit = deadline.unit
            organisation = deadline.organisation
            opened = Wire.instant(deadline.opened) ?? ""
            amber = Wire.instant(deadline.amber) ?? ""
            due = Wire.instant(deadline.due) ?? ""
        }
    }

    struct Notice: WireValue {
        var id: String
        var key: String
        var text: String
        var type: String
        var record: String
        var at: String

        init(_ notice: Records.Notice, _ reader: Web.Reader) {
            id = notice.id
            key = notice.phrase
            text = reader(notice.phrase)
            type = notice.type
            record = notice.record
            at = Wire.instant(notice.at) ?? ""
        }
    }

    /// A request for two approvals.
    struct Approval: WireValue {
        var id: String
        var account: String
        var organisation: String
        var type: String
        var record: String
        var operation: String
        var action: String
        var reason: String
        var at: String
        var expires: String
        var isOwn: Bool
        var isApproved: Bool
        var approvals: [Approved]

        init(_ request: ApprovalRequest, _ viewer: Viewer) {
            id = request.id
            account = request.account
            organisation = request.organisation
            type = request.type
            record = request.record
            operation = String(request.operation.letter)
            action = request.action
            reason = request.reason
            at = Wire.instant(request.at) ?? ""
            expires = Wire.instant(request.expires) ?? ""
            isOwn = request.account == viewer.standing.account
            isApproved = request.isApproved
            approvals = request.approvals.map {
                Approved(account: $0.account, organisation: $0.organisation, at: Wire.instant($0.at) ?? "")
            }
        }
    }

    struct Approved: WireValue {
        var account: String
        var organisation: String
        var at: String
    }

    /// What two others are asked to approve: an action, an opening (no record) or a read (no action).
    struct ApprovalWish: WireValue {
        var type: String
        var record: String?
        var action: String?
        var edits: Document?
        var reason: String
    }

    /// What was asked for, or done: its public id.
    struct Named: WireValue {
        var id: String
    }

    /// The fields of an approved wish that are sealed and were kept by the asker.
    struct Carrying: WireValue {
        var edits: Document?
    }

    struct Glass: WireValue {
        var id: String
        var account: String
        var organisation: String
        var record: String
        var reason: String
        var at: String
        var until: String
        var reviewDue: String

        init(_ glass: BrokenGlass) {
            id = glass.id
            account = glass.account
            organisation = glass.organisation
            record = glass.record
            reason = glass.reason
            at = Wire.instant(glass.at) ?? ""
            until = Wire.instant(glass.until) ?? ""
            reviewDue = Wire.instant(glass.reviewDue) ?? ""
        }
    }

    struct GlassWish: WireValue {
        var type: String
        var record: String
        var reason: String
    }

    struct Outcome: WireValue {
        var outcome: String
    }
}
