import HTTPTypes
import Hummingbird
import Identity
import Records

/// Says who asks, in which language, and when: cookie or bearer token, then session, then posting, then standing, anew for
/// every request. Whatever has ended since the last one has ended.
struct VisitorMiddleware: RouterMiddleware {
    typealias Context = WebContext
    let world: WebWorld

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.now = world.configuration.now()
        if world.configuration.isBehindProxy { context.address = Self.forwarded(request) ?? context.address }
        // Files are the same for everybody.
        if !["/assets/", "/vendor/", "/health"].contains(where: request.uri.path.hasPrefix) {
            context.visitor = try await visitor(request)
        }
        return try await next(request, context)
    }

    private func visitor(_ request: Request) async throws -> Visitor {
        guard let (token, isBearer) = token(request), let session = try await world.identity.session(for: token) else {
            return .stranger
        }
        let signedIn = SignedInVisitor(session: session, token: token, isBearer: isBearer)
        guard !session.mustEnrol, let posting = session.posting,
            let viewer = try await world.directory.viewer(of: session.account, under: posting)
        else { return .account(signedIn) }
        return .viewer(signedIn, viewer)
    }

    // A program's own token comes first: it was meant.
    private func token(_ request: Request) -> (String, Bool)? {
        if let given = request.headers[.authorization] {
            let parts = given.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return (String(parts[1]).trimmed, true)
        }
        return world.cookies.value(.session, of: request).map { ($0, false) }
    }

    // The last address of the list is the one that the proxy itself has seen.
    private static func forwarded(_ request: Request) -> String? {
        HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }?
            .split(separator: ",").last.map { String($0).trimmed }
    }
}
