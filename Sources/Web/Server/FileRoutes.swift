import Hummingbird
import Records
import RichPicture

/// Files: style sheet, scripts, libraries, stripped images, the API's description.
enum FileRoutes {
    static let all: [Route] = [
        file(.asset("{id}", version: nil), "web.route.asset", .bytes("*/*")) { visit in
            guard let file = visit.world.assets.file(visit.id) else { throw Problem.notFound }
            return Answer.file(file, version: visit.query["v"])
        },
        file(.vendor("{id}", version: nil), "web.route.vendor", .bytes("text/javascript")) { visit in
            guard let file = visit.world.assets.library(visit.id) else { throw Problem.notFound }
            return Answer.file(file, version: visit.query["v"])
        },
        file(.image("{id}"), "web.route.image", .bytes("image/*")) { try await image($0) },
        file(.openAPI, "web.route.openapi", .document) { visit in
            Answer.bytes(OpenAPI.document(RouteTable.all, visit.book.declarations, visit.reader), "application/json")
        },
    ]

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
