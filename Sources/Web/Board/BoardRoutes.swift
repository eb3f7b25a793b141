import Hummingbird
import Records

/// The pages of what waits for somebody.
enum BoardRoutes {
    static let all: [Route] = [
        .page(.board(.mine), "web.route.board") { visit in
            let scope = BoardScope(rawValue: visit.query["scope"] ?? "") ?? .mine
            return Answer.page(BoardPage.view(try await Board.load(scope, visit), visit.reader), visit)
        },
        .page(.notices, "web.route.notices") { _ in Answer.see(.board(.mine)) },
        .form(.putAway("{id}"), "web.route.put-away") { visit in
            guard try await visit.book.desk.putAway(visit.id, key: try await Body.form(visit).key, as: visit.viewer)
            else { throw Problem.notFound }
            return Answer.see(.board(.mine))
        },
        .page(.approvals, "web.route.approvals") { try await approvals($0, problem: nil) },
        .form(.approve("{id}"), "web.route.approve") { visit in
            let key = try await Body.form(visit).key
            return try await answering(visit) {
                _ = try await visit.book.desk.approve(visit.id, key: key, as: visit.viewer)
            }
        },
        .form(.carryOut("{id}"), "web.route.carry-out") { visit in
            let asked = try await visit.book.desk.ownRequest(visit.id, as: visit.viewer)
            let key = try await Body.form(visit).key
            do {
                let receipt = try await visit.book.carryOut(visit.id, key: key, as: visit.viewer)
                return Answer.see(.record(asked?.type ?? "", receipt.id))
            } catch let error as DeskError where error != .notFound {
                return try await approvals(visit, problem: Problem(error))
            }
        },
        .page(.glasses, "web.route.glasses") { try await glasses($0, entries: Query(), problem: nil) },
        .form(.glasses, "web.route.break-glass") { visit in
            let entries = try await Body.form(visit)
            let (type, record) = (entries["type"] ?? "", entries["record"] ?? "")
            do {
                _ = try await visit.book.breakGlass(
                    type, record, because: entries["reason"] ?? "", isFresh: visit.isFresh, key: entries.key,
                    as: visit.viewer)
                return Answer.see(.record(type, record))
            } catch let error as DeskError where error != .notFound {
                return try await glasses(visit, entries: entries, problem: Problem(error))
            }
        },
        .form(.reviewGlass("{id}"), "web.route.review-glass") { visit in
            let entries = try await Body.form(visit)
            do {
                try await visit.book.desk.review(
                    visit.id, outcome: entries["outcome"] ?? "", key: entries.key, as: visit.viewer)
                return Answer.see(.board(.mine))
            } catch let error as DeskError where error != .notFound {
                return try await glasses(visit, entries: Query(), problem: Problem(error))
            }
        },
    ]

    private static func approvals(_ visit: Visit, problem: Problem?) async throws -> Response {
        let board = try await Board.load(.mine, visit)
        let page = ApprovalsPage.view(board, problem: problem.map { visit.reader($0.phrase) }, visit.reader)
        return Answer.page(page, visit, status: problem?.status ?? .ok)
    }

    private static func answering(_ visit: Visit, _ deed: () async throws -> Void) async throws -> Response {
        do {
            try await deed()
            return Answer.see(.approvals)
        } catch let error as DeskError where error != .notFound {
            return try await approvals(visit, problem: Problem(error))
        }
    }

    private static func glasses(_ visit: Visit, entries: Query, problem: Problem?) async throws -> Response {
        let page = GlassPage.view(
            try await Board.load(.mine, visit), types: visit.book.declarations, entries: entries,
            problem: problem.map { visit.reader($0.phrase) }, visit.reader)
        return Answer.page(page, visit, status: problem?.status ?? .ok)
    }
}
