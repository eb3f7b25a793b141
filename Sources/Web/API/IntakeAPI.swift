import Foundation
import HTTPTypes
import Hummingbird
import RichPicture

/// The API's actions: bring a file in, decide about it, take it out again.
enum IntakeAPI {
    static let all: [Route] = [
        post("imports", "api.route.stage", .json(Wire.Staged.self), body: .upload, parameters: description, stage),
        Route(
            face: .api, method: .get, url: .api("imports/{id}"), summary: "api.route.staged",
            answer: .json(Wire.Staged.self),
            handler: staged),
        post("imports/{id}/commit", "api.route.commit", .json(Wire.Work.self), commit),
        Route(
            face: .api, method: .get, url: .api("work/{id}"), summary: "api.route.work",
            answer: .json(Wire.Work.self)
        ) { visit in
            guard let job = await visit.world.jobs.job(visit.id, for: visit.viewer) else { throw Problem.notFound }
            return Answer.json(Wire.Work(visit.id, job, visit.reader))
        },
        post("imports/{id}/discard", "api.route.discard", .json(Wire.Reason.self)) { visit in
            try await visit.picture.discard(visit.id, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Reason(reason: visit.reader("api.discarded")))
        },
        post("imports/{id}/authorise", "api.route.authorise", .json(Wire.Source.self), body: .json(Wire.Authority.self))
        { visit in
            let fields = try decode(Wire.Authority.self, try await Body.small(visit)).fields
            guard let authority = try Description.authority(fields, visit.reader.zone, isRequired: true)
            else { throw Problem.notFound }
            return Answer.json(
                Wire.Source(
                    try await visit.picture.authorise(
                        visit.id, authority: authority, key: try RecordAPI.key(visit), as: visit.viewer), visit.reader))
        },
        post("sources/{id}/withdraw", "api.route.withdraw", .json(Wire.Source.self), body: .json(Wire.Reason.self)) {
            visit in
            let reason = try decode(Wire.Reason.self, try await Body.small(visit)).reason
            let source = try await visit.picture.withdraw(
                visit.id, because: reason, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Source(source, visit.reader))
        },
        post("sources/{id}/restore", "api.route.restore", .json(Wire.Source.self)) { visit in
            let source = try await visit.picture.restore(visit.id, key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.Source(source, visit.reader))
        },
        post("sources/{id}/relabel", "api.route.relabel", .json(Wire.Source.self), body: .json(Wire.Relabelling.self)) {
            visit in
            let wish = try decode(Wire.Relabelling.self, try await Body.small(visit))
            guard let change = Relabelling(rawValue: wish.change) else { throw HTTPError(.badRequest) }
            let source = try await visit.picture.relabel(
                visit.id, change, Set(wish.names), because: wish.reason, key: try RecordAPI.key(visit),
                as: visit.viewer)
            return Answer.json(Wire.Source(source, visit.reader))
        },
    ]

    private static func post(
        _ path: String, _ summary: String, _ answer: Route.Answer, body: Route.Body? = nil,
        parameters: [Parameter] = [],
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(
            face: .api, method: .post, url: .api(path), summary: summary, parameters: parameters, body: body,
            answer: answer,
            handler: handler)
    }

    @Sendable private static func stage(_ visit: Visit) async throws -> Response {
        let upload = try await Body.upload(visit)
        defer { upload.file.remove() }
        var request = try Description.request(upload.fields, fileName: upload.fileName, visit.reader.zone)
        request.key = try RecordAPI.key(visit)
        let staged = try await visit.picture.stage(
            path: upload.file.path, request: request, progress: { _ in }, as: visit.viewer)
        return Answer.json(Wire.Staged(staged, visit.reader), status: staged.alreadyThere == nil ? .created : .ok)
    }

    // A small file is done at once: 200. A large one goes on: 202, and the address where its progress is told.
    @Sendable private static func commit(_ visit: Visit) async throws -> Response {
        let job = try await IntakeRoutes.startCommit(visit, key: try RecordAPI.key(visit))
        guard let work = await visit.world.jobs.job(job, for: visit.viewer) else { throw Problem.notFound }
        if case .failure(let error) = work.outcome { throw error }
        let value = Wire.Work(job, work, visit.reader)
        guard work.outcome == nil else { return Answer.json(value) }
        var response = Answer.json(value, status: .accepted)
        response.headers[.location] = SiteURL.api("work/\(job)").path
        return response
    }

    @Sendable private static func staged(_ visit: Visit) async throws -> Response {
        guard let staged = try await visit.picture.staged(visit.id, as: visit.viewer) else { throw Problem.notFound }
        return Answer.json(Wire.Staged(staged, visit.reader))
    }

    static func decode<Value: WireValue>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw HTTPError(.badRequest)
        }
    }

    private static let description: [Parameter] = [
        Parameter(name: "name", kind: .text), Parameter(name: "owner", kind: .text, isRequired: true),
        Parameter(name: "stream", kind: .choice(StreamKind.allCases.map(\.rawValue))),
        Parameter(name: "leg", kind: .choice(Leg.allCases.map(\.rawValue))), Parameter(name: "grade", kind: .text),
        Parameter(name: "conditions", kind: .text), Parameter(name: "reference", kind: .text),
        Parameter(name: "basis", kind: .text),
        Parameter(name: "subject", kind: .choice(IntrusionAuthority.SubjectClass.allCases.map(\.rawValue))),
        Parameter(name: "from", kind: .time), Parameter(name: "until", kind: .time),
        Parameter(name: "profile", kind: .text),
        Parameter(name: "encoding", kind: .text), Parameter(name: "zone", kind: .text),
        Parameter(name: "country", kind: .text), Parameter(name: "team", kind: .text),
        Parameter(name: "release", kind: .text, isRepeated: true),
        Parameter(name: "hide-from", kind: .text, isRepeated: true),
    ]
}

extension Wire.Authority {
    /// The same as the fields of a form.
    var fields: Query {
        var query = Query()
        query.add("reference", reference)
        query.add("basis", basis)
        query.add("subject", subject)
        query.add("from", from)
        query.add("until", until)
        return query
    }
}
