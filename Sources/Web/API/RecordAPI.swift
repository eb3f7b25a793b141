import Foundation
import HTTPTypes
import Hummingbird
import Records

/// Records of every type: one set of routes, whose places are filled from the declarations. The OpenAPI document shows them
/// type by type and action by action.
enum RecordAPI {
    static let all: [Route] = [
        .asking("records/{type}", "api.route.records", .json(Wire.RecordList.self), listed, list),
        .asking("records/{type}/{id}", "api.route.record", .json(Wire.Record.self)) { visit in
            guard let view = try await visit.book.read(visit.type, visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.Record(view, visit.reader))
        },
        .asking("records/{type}/{id}/history", "api.route.history", .list(Wire.Step.self)) { visit in
            guard let steps = try await visit.book.history(visit.type, visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            let names = try await visit.book.desk.names(of: Set(steps.map(\.account)))
            return Answer.json(steps.map { Wire.Step($0, names) })
        },
        .asking("records/{type}/{id}/readers", "api.route.readers", .list(Wire.Reading.self)) { visit in
            guard let readers = try await visit.book.readers(visit.type, visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            let names = try await visit.book.desk.names(of: Set(readers.map(\.account)))
            return Answer.json(readers.map { Wire.Reading($0, names) })
        },
        post("records/{type}", "api.route.open", .json(Wire.Receipt.self), body: Wire.Wish.self, creates: true) {
            visit in
            let receipt = try await visit.book.open(visit.type, try await asking(visit), as: visit.viewer)
            var response = Answer.json(Wire.Receipt(receipt), status: .created)
            response.headers[.location] = SiteURL.api("records/\(visit.type)/\(receipt.id)").path
            return response
        },
        post("records/{type}/{id}/{action}", "api.route.act", .json(Wire.Receipt.self), body: Wire.Wish.self) {
            visit in
            let receipt = try await visit.book.act(
                visit.type, visit.id, visit.places["action"] ?? "", try await asking(visit), as: visit.viewer)
            return Answer.json(Wire.Receipt(receipt))
        },
        post("records/{type}/{id}/undo", "api.route.undo", .json(Wire.Receipt.self), body: Wire.Because.self) {
            visit in
            let reason = try await decoded(Wire.Because.self, visit).reason ?? ""
            let receipt = try await visit.book.undo(
                visit.type, visit.id, because: reason, key: try key(visit), as: visit.viewer)
            return Answer.json(Wire.Receipt(receipt))
        },
        .asking("conflicts/{id}", "api.route.conflict", .json(Wire.ConflictDetail.self)) { visit in
            guard let view = try await visit.book.conflict(visit.id, as: visit.viewer) else { throw Problem.notFound }
            return Answer.json(Wire.ConflictDetail(view, visit.reader))
        },
        post("conflicts/{id}/settle", "api.route.settle", .json(Wire.Record.self), body: Wire.Settling.self) { visit in
            let wish = try await decoded(Wire.Settling.self, visit)
            try await visit.book.settle(
                visit.id, taking: wish.taking, because: wish.reason, key: try key(visit), as: visit.viewer)
            guard let view = try await visit.book.read("conflict", visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.Record(view, visit.reader))
        },
    ]

    private static let listed: [Parameter] = [
        Parameter(name: "state", kind: .text), Parameter(name: "field", kind: .text),
        Parameter(name: "value", kind: .text), Parameter(name: "offset", kind: .number(0...100_000_000)),
        Parameter(name: "limit", kind: .number(1...200)),
    ]

    @Sendable private static func list(_ visit: Visit) async throws -> Response {
        let limit = visit.query.number("limit", in: 1...200, default: RecordsState.pageSize)
        let query = RecordsState(type: visit.type, visit.query).search(limit: limit)
        return Answer.json(
            Wire.RecordList(try await visit.book.list(visit.type, query, as: visit.viewer), visit.reader))
    }

    // The key travels as a header, so that a proxy or a library can repeat a request without reading it.
    private static func asking(_ visit: Visit) async throws -> Asking {
        let wish = try await decoded(Wire.Wish.self, visit)
        return Asking(base: wish.base, edits: wish.edits ?? [:], reason: wish.reason ?? "", key: try key(visit))
    }

    static func key(_ visit: Visit) throws -> String? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = visit.request.headers[name] else { return nil }
        guard (1...200).contains(key.utf8.count) else { throw HTTPError(.badRequest) }
        return key
    }

    static func decoded<Value: WireValue>(_ type: Value.Type, _ visit: Visit) async throws -> Value {
        try IntakeAPI.decode(type, try await Body.small(visit))
    }

    static func post(
        _ path: String, _ summary: String, _ answer: Route.Answer, body: (any WireValue.Type)? = nil,
        creates: Bool = false, _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(
            face: .api, method: .post, url: .api(path), summary: summary, body: body.map { .json($0) }, answer: answer,
            creates: creates, handler: handler)
    }
}
