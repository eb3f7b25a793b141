import Hummingbird
import Identity

/// Signing in through another organisation's provider (OpenID Connect): a first factor, after which a second one of ours
/// follows. What the provider says of names and roles counts for nothing.
enum ProviderSignIn {
    @Sendable static func begin(_ call: Call) async throws -> Response {
        guard let provider = call.world.configuration.providers.first(where: { $0.name == call.id })?.provider else {
            throw Problem.notFound
        }
        let beginning = try await call.world.identity.beginSignIn(through: provider)
        var response = Response(status: .seeOther, headers: [.location: beginning.url])
        call.world.cookies.give(.provider, "\(index(of: provider, call)).\(beginning.browser)", to: &response)
        return response
    }

    @Sendable static func end(_ call: Call) async throws -> Response {
        let cookie = call.world.cookies.value(.provider, of: call.request) ?? ""
        let parts = cookie.split(separator: ".", maxSplits: 1).map(String.init)
        let providers = call.world.configuration.providers
        guard parts.count == 2, let index = Int(parts[0]), providers.indices.contains(index) else {
            throw IdentityError.provider(.stateOver)
        }
        let step = try await call.world.identity.signIn(
            through: providers[index].provider, state: call.query["state"] ?? "", code: call.query["code"] ?? "",
            browser: parts[1], fetch: call.world.configuration.fetch)
        return try await onward(step, call)
    }

    // The browser comes from another site, and with what begins there it sends no strict cookie: a page of ours leads on.
    private static func onward(_ step: SignInStep, _ call: Call) async throws -> Response {
        let led = try await DoorRoutes.go(step, call)
        let url: SiteURL =
            switch step {
            case .second: .door(.second, next: nil)
            case .signedIn(let signedIn): signedIn.session.mustEnrol ? .door(.account, next: nil) : .home
            }
        var response = Answer.page(SignInPages.onward(url, call.reader), call)
        for cookie in led.headers[values: .setCookie] {
            response.headers.append(.init(name: .setCookie, value: cookie))
        }
        call.world.cookies.take(.provider, from: &response)
        return response
    }

    private static func index(of provider: Provider, _ call: Call) -> Int {
        call.world.configuration.providers.firstIndex { $0.provider == provider } ?? 0
    }
}
