import HTTPTypes
import Hummingbird
import Logging
import Words

/// The headers that every answer carries.
struct HeaderMiddleware: RouterMiddleware {
    typealias Context = WebContext
    /// Whether browsers come over TLS, and shall never come without it again.
    let isEncrypted: Bool

    /// Nothing is loaded from elsewhere, nothing runs or styles that is not a file of ours, nobody frames us.
    static let policy = [
        "default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
    ].joined(separator: "; ")

    private static let further: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.further { response.headers[name] = value }
        if isEncrypted { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

/// Turns whatever was thrown into an answer: a page for people, `application/problem+json` for programs.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = WebContext
    let world: WebWorld

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 { context.logger.error("\(request.method) failed: \(error)") }
            return answer(problem, request, context)
        }
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: WebContext) -> Response {
        let reader = world.reader(language: context.language)
        var response: Response
        if request.uri.path.hasPrefix("/api/") {
            let body = Wire.Problem(problem, reader)
            response = Answer.json(body, status: problem.status, type: "application/problem+json")
            if problem.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        } else if let door = problem.door {
            response = lead(to: door, request)
        } else {
            let eyes = Eyes(context.visitor, request, world)
            let document = Frame(reader: reader, assets: world.assets, eyes: eyes).document(
                ProblemPage.view(problem, reader))
            response = Answer.html(
                document.guarded(for: eyes, key: world.configuration.newName), status: problem.status)
        }
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    // To the door that opens, and from there back to the page that was asked for.
    private func lead(to door: Problem.Door, _ request: Request) -> Response {
        let next = request.method == .get ? request.uri.string : nil
        let url: SiteURL =
            switch door {
            case .signIn: world.isDemonstration ? .door(.eyes, next: next) : .door(.signIn, next: next)
            case .enrol: .door(.account, next: nil)
            case .posting: .door(.postings, next: next)
            case .prove(let stepUp): .prove(stepUp, next: next)
            }
        // A part of a page cannot be led away: the whole page is.
        if let part = HTTPField.Name("HX-Request"), request.headers[part] != nil,
            let redirect = HTTPField.Name("HX-Redirect")
        {
            return Response(status: .noContent, headers: [redirect: url.path])
        }
        return Answer.see(url)
    }
}

/// Answers only to the names of this machine and to those that were configured: a foreign name that resolves to this
/// machine (DNS rebinding) finds a closed door.
struct HostMiddleware: RouterMiddleware {
    typealias Context = WebContext
    let hosts: Set<String>

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let name = Authority.name(request.head.authority ?? "")
        guard Self.loopback.contains(name) || hosts.contains(name) else {
            throw Problem(status: .misdirectedRequest, phrase: Phrase("web.problem.host"))
        }
        return try await next(request, context)
    }
}

/// Refuses actions that another site's page sends (CSRF). Browsers say where a request comes from; programs that are
/// not browsers say nothing, and carry nobody's session.
struct OriginMiddleware: RouterMiddleware {
    typealias Context = WebContext

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || isOurs(request) else {
            throw Problem(status: .forbidden, phrase: Phrase("web.problem.origin"))
        }
        return try await next(request, context)
    }

    private func isOurs(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let scheme = origin.firstRange(of: "://") else { return false }
        return origin[scheme.upperBound...].lowercased() == (request.head.authority ?? "").lowercased()
    }
}

/// The host and port of a request.
enum Authority {
    /// The name without its port, in lower case: `[::1]:8080` gives `[::1]`.
    static func name(_ authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }
}
