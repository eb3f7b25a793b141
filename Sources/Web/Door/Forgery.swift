import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Words

/// Nobody else's page makes a signed-in browser change anything (CSRF): what changes something carries a secret that only our
/// own pages have. Beside it, `OriginMiddleware` asks where the request comes from, and cookies are `SameSite=Strict`.
enum Forgery {
    /// The header with which programs and scripts carry it.
    static let header = HTTPField.Name("Daybreak-CSRF")

    static let problem = Problem(status: .forbidden, phrase: Phrase("web.problem.forged"))

    /// Lets a request through, or throws. The body of a form is read for it, and put back.
    static func check(_ request: inout Request, _ route: Route, _ visitor: Visitor, _ world: WebWorld) async throws {
        guard request.method != .get, request.method != .head else { return }
        guard let token = token(request, route, visitor, world) else { return }
        if let given = header.flatMap({ request.headers[$0] }) {
            guard Session.accepts(csrf: given, token: token) else { throw problem }
            return
        }
        switch route.body {
        // A file is not read twice: `Body.upload` asks when the fields are there.
        case .upload where isMultipart(request): return
        case .json, .upload: throw problem
        case .form, nil:
            guard route.face == .page else { throw problem }
            let buffer = try await request.body.collect(upTo: MultipartParser.Limit.fieldBytes)
            let fields = Query(parsing: String(buffer: buffer))
            guard Session.accepts(csrf: fields["csrf"] ?? "", token: token) else { throw problem }
            request.body = RequestBody(buffer: buffer)
        }
    }

    /// Asks a form with a file.
    static func check(_ fields: Query, _ visit: Visit) throws {
        guard isMultipart(visit.request), header.flatMap({ visit.request.headers[$0] }) == nil, !visit.call.isBearer
        else { return }
        guard visit.session.accepts(csrf: fields["csrf"] ?? "") else { throw problem }
    }

    // What the secret is bound to; `nil` where no browser would send anything by itself, so that nothing can be forged.
    private static func token(
        _ request: Request, _ route: Route, _ visitor: Visitor, _ world: WebWorld
    ) -> String? {
        switch visitor {
        case .account(let signedIn), .viewer(let signedIn, _): signedIn.isBearer ? nil : signedIn.token
        case .stranger where route.face == .page: world.cookies.value(.browser, of: request) ?? ""
        case .stranger: nil
        }
    }

    private static func isMultipart(_ request: Request) -> Bool {
        (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/form-data")
    }
}
