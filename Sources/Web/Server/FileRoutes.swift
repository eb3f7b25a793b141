import Hummingbird
import Records
import RichPicture

/// Files: style sheet, scripts, libraries, stripped images, the API's description.
enum FileRoutes {
    static let all: [Route] = [
        open(.asset("{id}", version: nil), "web.route.asset", .bytes("*/*")) { call in
            guard let file = call.world.assets.file(call.id) else { throw Problem.notFound }
            return Answer.file(file, version: call.query["v"])
        },
        open(.vendor("{id}", version: nil), "web.route.vendor", .bytes("text/javascript")) { call in
            guard let file = call.world.assets.library(call.id) else { throw Problem.notFound }
            return Answer.file(file, version: call.query["v"])
        },
        file(.image("{id}"), "web.route.image", .bytes("image/*")) { try await image($0) },
        open(.openAPI, "web.route.openapi", .document) { call in
            Answer.bytes(
                OpenAPI.document(RouteTable.all, call.world.book.declarations, call.reader), "application/json")
        },
    ]

    // What is the same for everybody, and says nothing of what is known here.
    private static func open(
        _ url: SiteURL, _ summary: String, _ answer: Route.Answer,
        _ handler: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        Route(for: .anybody(handler), .file, .get, url, summary, answer: answer)
    }

    private static func file(
        _ url: SiteURL, _ summary: String, _ answer: Route.Answer,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(face: .file, method: .get, url: url, summary: summary, answer: answer, handler: handler)
    }

    /// The image without what was taken off it; the original is never served.
    @Sendable static func image(_ visit: Visit) async throws -> Response {
        guard let image = try await visit.picture.image(visit.id, as: visit.viewer) else { throw Problem.notFound }
        return Answer.bytes(image.bytes, image.mediaType)
    }
}
