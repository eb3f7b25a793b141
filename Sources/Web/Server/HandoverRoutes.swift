import Foundation
import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Records
import RichPicture
import Words

/// The stop-list and exports, for people and for programs.
enum HandoverRoutes {
    static let all: [Route] = [
        .page(.stops, "web.route.stops", stops),
        .form(.stops, "web.route.stop") { visit in
            let fields = try await Body.form(visit)
            try await change(fields, key: fields.key, isAddition: true, visit)
            return Answer.see(.stops)
        },
        .form(.unstop, "web.route.unstop") { visit in
            let fields = try await Body.form(visit)
            try await change(fields, key: fields.key, isAddition: false, visit)
            return Answer.see(.stops)
        },
        .page(.export(ExportState()), "web.route.export", page),
        .form(.export(ExportState()), "web.route.order-export", order),
        Route(
            face: .file, method: .get, url: .exported(ExportState()), summary: "web.route.exported",
            answer: .bytes("*/*"), stepUp: .verifiedUser, handler: file),
        .asking("stops", "api.route.stops", .json(Wire.Stops.self)) { visit in
            Answer.json(Wire.Stops(try await model(visit)))
        },
        Route(
            face: .api, method: .post, url: .api("stops"), summary: "api.route.stop",
            body: .json(Wire.StopRequest.self), answer: .json(Wire.Stops.self)
        ) { visit in try await change(isAddition: true, visit) },
        Route(
            face: .api, method: .post, url: .api("stops/remove"), summary: "api.route.unstop",
            body: .json(Wire.StopRequest.self), answer: .json(Wire.Stops.self)
        ) { visit in try await change(isAddition: false, visit) },
        Route(
            face: .api, method: .post, url: .api("export"), summary: "api.route.order-export",
            body: .json(Wire.ExportRequest.self), answer: .json(Wire.Ordered.self), handler: orderByAPI),
        Route(
            face: .api, method: .get, url: .api("export"), summary: "api.route.export", parameters: parameters,
            answer: .bytes("*/*"), stepUp: .verifiedUser, handler: file),
    ]

    private static let parameters: [Parameter] = [
        Parameter(name: "format", kind: .choice(ExportState.File.allCases.map(\.rawValue))),
        Parameter(name: "order", kind: .id, isRequired: true),
    ]

    // MARK: The stop-list

    private static func model(_ visit: Visit) async throws -> StopsPage.Model {
        StopsPage.Model(
            entries: try await visit.picture.stopList(as: visit.viewer),
            changes: try await visit.picture.stopChanges(limit: 100, as: visit.viewer))
    }

    @Sendable private static func stops(_ visit: Visit) async throws -> Response {
        Answer.page(StopsPage.view(try await model(visit), visit.reader), visit)
    }

    private static func change(isAddition: Bool, _ visit: Visit) async throws -> Response {
        let request = try IntakeAPI.decode(Wire.StopRequest.self, try await Body.small(visit))
        var fields = Query()
        fields.add("kind", request.kind)
        fields.add("value", request.value)
        fields.add("reason", request.reason)
        try await change(fields, key: try RecordAPI.key(visit), isAddition: isAddition, visit)
        return Answer.json(Wire.Stops(try await model(visit)))
    }

    private static func change(_ fields: Query, key: String?, isAddition: Bool, _ visit: Visit) async throws {
        guard let kind = fields["kind"].flatMap(EntityKind.init(name:)), kind.isIdentifier, let value = fields["value"]
        else { throw Problem(status: .unprocessableContent, phrase: Phrase("web.stops.value-needed")) }
        let reason = fields["reason"] ?? ""
        if isAddition {
            try await visit.picture.stop(kind, value, because: reason, key: key, as: visit.viewer)
        } else {
            try await visit.picture.unstop(kind, value, because: reason, key: key, as: visit.viewer)
        }
    }

    // MARK: Exports

    @Sendable private static func page(_ visit: Visit) async throws -> Response {
        let state = ExportState(visit.query)
        var beginnings: [EntityLine] = []
        for id in state.around {
            if let line = try await Reads.line(id, visit) { beginnings.append(line) }
        }
        let left = try await visit.picture.peopleLeftOut(
            filter: state.filter.filter(in: visit.reader.zone), as: visit.viewer)
        let model = ExportPage.Model(state: state, beginnings: beginnings, peopleLeftOut: left)
        return Answer.page(ExportPage.view(model, visit.reader), visit)
    }

    @Sendable private static func order(_ visit: Visit) async throws -> Response {
        let fields = try await Body.form(visit)
        var state = ExportState(fields)
        let ordered = try await visit.picture.order(
            state.order(because: fields["ground"] ?? "", in: visit.reader.zone), key: fields.key, as: visit.viewer)
        (state.order, state.isAsked) = (ordered.id, ordered.request != nil)
        return Answer.see(.export(state))
    }

    @Sendable private static func orderByAPI(_ visit: Visit) async throws -> Response {
        let request = try IntakeAPI.decode(Wire.ExportRequest.self, try await Body.small(visit))
        let wish = ExportState(request.fields).order(because: request.ground, in: visit.reader.zone)
        let ordered = try await visit.picture.order(wish, key: try RecordAPI.key(visit), as: visit.viewer)
        return Answer.json(Wire.Ordered(id: ordered.id, request: ordered.request))
    }

    // Written to a file first: an export that fails half-way is a problem that is answered, not half a file.
    @Sendable private static func file(_ visit: Visit) async throws -> Response {
        let state = ExportState(visit.query)
        guard let order = state.order else { throw Problem.notFound }
        let spool = try Spool(in: visit.world.configuration.uploadFolder)
        defer { spool.close() }
        do {
            let part = state.file.part
            let ordered = try await visit.picture.ordered(order, as: visit.viewer)?.record
            guard ordered?.format == state.file.format.rawValue else { throw Problem.notFound }
            let tally = try await visit.picture.deliver(order, as: visit.viewer) { piece, bytes, _ in
                if piece == part { try spool.write(bytes) }
            }
            return try answer(spool, state.file, tally)
        } catch {
            spool.remove()
            throw error
        }
    }

    private static func answer(_ spool: Spool, _ file: ExportState.File, _ tally: ExportTally) throws -> Response {
        let handle = try FileHandle(forReadingFrom: URL(filePath: spool.path))
        // The open file can still be read; its name is gone, whatever becomes of the answer.
        spool.remove()
        var headers: HTTPFields = [
            .contentType: file.mediaType, .contentDisposition: "attachment; filename=\"\(file.name)\"",
        ]
        headers[try name("Daybreak-Things")] = String(tally.things)
        headers[try name("Daybreak-Links")] = String(tally.links)
        headers[try name("Daybreak-People-Left-Out")] = String(tally.peopleLeftOut)
        headers[try name("Daybreak-Beyond-Reach")] = String(tally.beyondReach)
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }

    private static func name(_ text: String) throws -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { throw Problem.inside }
        return name
    }
}
