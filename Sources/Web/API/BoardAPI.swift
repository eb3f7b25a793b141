import HTTPTypes
import Hummingbird
import Records

/// What is due, what there is to know, and what waits for more than one person.
enum BoardAPI {
    static let all: [Route] = [
        .asking(
            "due", "api.route.due", .list(Wire.Deadline.self),
            [Parameter(name: "scope", kind: .choice(BoardScope.allCases.map(\.rawValue)))]
        ) { visit in
            let scope = BoardScope(rawValue: visit.query["scope"] ?? "") ?? .mine
            let due = try await visit.book.desk.due(scope, as: visit.viewer)
            return Answer.json(due.map { Wire.Deadline($0, now: visit.now) })
        },
        .asking("notices", "api.route.notices", .list(Wire.Notice.self)) { visit in
            Answer.json(try await visit.book.desk.notices(as: visit.viewer).map { Wire.Notice($0, visit.reader) })
        },
        RecordAPI.post("notices/{id}/put-away", "api.route.put-away", .list(Wire.Notice.self)) { visit in
            guard try await visit.book.desk.putAway(visit.id, key: try RecordAPI.key(visit), as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(
                try await visit.book.desk.notices(as: visit.viewer).map { Wire.Notice($0, visit.reader) })
        },
        .asking("approvals", "api.route.approvals", .list(Wire.Approval.self)) { visit in
            let desk = visit.book.desk
            let requests = try await desk.requests(as: visit.viewer) + desk.ownRequests(as: visit.viewer)
            return Answer.json(requests.map { Wire.Approval($0, visit.viewer) })
        },
        RecordAPI.post(
            "approvals", "api.route.ask-approval", .json(Wire.Named.self), body: Wire.ApprovalWish.self, creates: true
        ) { visit in
            let wish = try await RecordAPI.decoded(Wire.ApprovalWish.self, visit)
            let asking = Asking(edits: wish.edits ?? [:], reason: wish.reason, key: try RecordAPI.key(visit))
            let id = try await visit.book.askApproval(wish.type, wish.record, wish.action, asking, as: visit.viewer)
            return Answer.json(Wire.Named(id: id), status: .created)
        },
        RecordAPI.post("approvals/{id}/approve", "api.route.approve", .json(Wire.Named.self)) { visit in
            _ = try await visit.book.desk.approve(visit.id, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Named(id: visit.id))
        },
        RecordAPI.post(
            "approvals/{id}/carry-out", "api.route.carry-out", .json(Wire.Receipt.self), body: Wire.Carrying.self
        ) { visit in
            let edits = try await RecordAPI.decoded(Wire.Carrying.self, visit).edits
            let receipt = try await visit.book.carryOut(
                visit.id, edits: edits, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Receipt(receipt))
        },
        .asking("break-glass", "api.route.glasses", .list(Wire.Glass.self)) { visit in
            Answer.json(try await visit.book.desk.brokenGlasses(as: visit.viewer).map { Wire.Glass($0) })
        },
        RecordAPI.post(
            "break-glass", "api.route.break-glass", .json(Wire.Glass.self), body: Wire.GlassWish.self, creates: true
        ) { visit in
            let wish = try await RecordAPI.decoded(Wire.GlassWish.self, visit)
            let glass = try await visit.book.breakGlass(
                wish.type, wish.record, because: wish.reason, isFresh: visit.isFresh,
                key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Glass(glass), status: .created)
        },
        RecordAPI.post(
            "break-glass/{id}/review", "api.route.review-glass", .json(Wire.Named.self), body: Wire.Outcome.self
        ) { visit in
            let outcome = try await RecordAPI.decoded(Wire.Outcome.self, visit).outcome
            try await visit.book.desk.review(
                visit.id, outcome: outcome, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Named(id: visit.id))
        },
    ]
}
