import HTTPTypes
import Hummingbird
import Identity
import Records
import Words

/// Signing in and out, invitations, and whether the program runs.
enum DoorRoutes {
    static let all: [Route] = [
        anybody(.page, .get, .door(.signIn, next: nil), "web.route.sign-in", .html) { call in
            try begin(call, page(call, problem: nil))
        },
        anybody(.page, .post, .door(.signIn, next: nil), "web.route.sign-in.first", .see, signIn),
        anybody(.page, .get, .door(.second, next: nil), "web.route.sign-in.second", .html) { call in
            try await second(call, problem: nil)
        },
        anybody(.page, .post, .door(.second, next: nil), "web.route.sign-in.code", .see) { call in
            try await goOn(call) { try await call.world.identity.signIn(ticket: $0, code: $1["code"] ?? "") }
        },
        anybody(.page, .post, .door(.recovery, next: nil), "web.route.sign-in.recovery", .see) { call in
            try await goOn(call) { try await call.world.identity.signIn(ticket: $0, recoveryCode: $1["code"] ?? "") }
        },
        anybody(.page, .post, .door(.passkeyAsk, next: nil), "web.route.passkey.ask", .json(Wire.Question.self)) {
            Answer.json(Wire.Question(try await $0.world.identity.askPasskey()))
        },
        anybody(.page, .post, .door(.passkey, next: nil), "web.route.sign-in.passkey", .see, passkey),
        anybody(
            .page, .post, .door(.secondPasskeyAsk, next: nil), "web.route.passkey.ask", .json(Wire.Question.self)
        ) { call in
            Answer.json(Wire.Question(try await call.world.identity.askPasskey(ticket: ticket(call))))
        },
        anybody(.page, .post, .door(.secondPasskey, next: nil), "web.route.sign-in.passkey", .see) { call in
            try await goOn(call) { ticket, fields in
                guard let answer = PasskeyAnswer(fields) else { throw IdentityError.refused }
                return try await call.world.identity.signIn(ticket: ticket, passkey: answer)
            }
        },
        anybody(.page, .get, .provider("{id}"), "web.route.provider", .see, ProviderSignIn.begin),
        anybody(.page, .get, .door(.back, next: nil), "web.route.provider.back", .html, ProviderSignIn.end),
        anybody(.page, .get, .invitation(nil), "web.route.invitation", .html) { call in
            try begin(
                call, Answer.page(SignInPages.invitation(call.query["code"] ?? "", problem: nil, call.reader), call))
        },
        anybody(.page, .post, .invitation(nil), "web.route.invitation.accept", .see, accept),
        anybody(.file, .get, .health, "web.route.health", .bytes("text/plain")) { _ in
            Answer.bytes(Array("ok\n".utf8), "text/plain; charset=utf-8")
        },
        Route(
            for: .account(signOut), .page, .post, .door(.signOut, next: nil), "web.route.sign-out", body: .form,
            answer: .see),
    ]

    private static func anybody(
        _ face: Route.Face, _ method: HTTPRequest.Method, _ url: SiteURL, _ summary: String, _ answer: Route.Answer,
        _ handler: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        Route(
            for: .anybody(handler), face, method, url, summary, body: method == .post ? .form : nil, answer: answer)
    }

    // MARK: Steps

    private static func page(_ call: Call, name: String = "", problem: Problem?) -> Response {
        let state = SignInPages.State(next: next(call), problem: problem.map { call.reader($0.phrase) })
        let providers = call.world.configuration.providers.map(\.name)
        return answer(SignInPages.first(state, name: name, providers: providers, call.reader), problem, call)
    }

    /// A browser that has no secret yet gets one: the forms of signing in are bound to it.
    static func begin(_ call: Call, _ page: @autoclosure () -> Response) throws -> Response {
        guard call.eyes.csrf.isEmpty else { return page() }
        let secret = call.world.configuration.newName() + call.world.configuration.newName()
        var here = Answer.see(.door(.signIn, next: next(call)))
        here.headers[.location] = call.request.uri.string
        call.world.cookies.give(.browser, secret, to: &here)
        return here
    }

    @Sendable private static func signIn(_ call: Call) async throws -> Response {
        let fields = try await Body.form(call)
        do {
            let step = try await call.world.identity.signIn(
                name: fields["name"] ?? "", passphrase: fields.exact("passphrase"))
            return try await go(step, call)
        } catch let error as IdentityError {
            return page(call, name: fields["name"] ?? "", problem: Problem(error))
        }
    }

    @Sendable private static func passkey(_ call: Call) async throws -> Response {
        do {
            guard let answer = PasskeyAnswer(try await Body.form(call)) else { throw IdentityError.refused }
            return try await go(.signedIn(try await call.world.identity.signIn(passkey: answer)), call)
        } catch let error as IdentityError {
            return page(call, problem: Problem(error))
        }
    }

    private static func second(_ call: Call, problem: Problem?) async throws -> Response {
        guard let factors = try await call.world.identity.awaited(ticket: ticket(call)) else { throw Problem.signIn }
        let state = SignInPages.State(next: next(call), problem: problem.map { call.reader($0.phrase) })
        return answer(SignInPages.second(state, among: factors, call.reader), problem, call)
    }

    private static func goOn(
        _ call: Call, _ step: (_ ticket: String, _ fields: Query) async throws -> SignInStep
    ) async throws -> Response {
        do {
            return try await go(try await step(ticket(call), try await Body.form(call)), call)
        } catch IdentityError.ended {
            throw Problem.signIn
        } catch let error as IdentityError {
            return try await second(call, problem: Problem(error))
        }
    }

    private static func ticket(_ call: Call) -> String { call.world.cookies.value(.ticket, of: call.request) ?? "" }

    /// Where a person wanted to go; only to a page of ours.
    static func next(_ call: Call) -> String? {
        call.query["next"].flatMap { $0.hasPrefix("/") && !$0.hasPrefix("//") && !$0.contains("\\") ? $0 : nil }
    }

    // What was answered wrongly says so in its status, too, and when it may be tried again.
    private static func answer(_ page: Page, _ problem: Problem?, _ call: Call) -> Response {
        var response = Answer.page(page, call, status: problem?.status ?? .ok)
        if let seconds = problem?.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    // MARK: In and out

    /// Goes on to the next step, or in.
    static func go(_ step: SignInStep, _ call: Call) async throws -> Response {
        switch step {
        case .second(let ticket, _):
            var response = Answer.see(.door(.second, next: next(call)))
            call.world.cookies.give(.ticket, ticket, to: &response)
            return response
        case .signedIn(let signedIn): return try await enter(signedIn, call)
        }
    }

    /// Gives the session's cookie, and leads to the page that was asked for, or to what has to be done before.
    static func enter(_ signedIn: SignedIn, _ call: Call) async throws -> Response {
        let postings = try await call.world.directory.postings(of: signedIn.session.account)
        var response: Response
        if signedIn.session.mustEnrol {
            response = Answer.see(.door(.account, next: nil))
        } else if postings.count == 1, let only = postings.first {
            _ = try await call.world.identity.take(posting: only.id, token: signedIn.token)
            response = onward(call)
        } else {
            response = Answer.see(.door(.postings, next: next(call)))
        }
        call.world.cookies.give(.session, signedIn.token, to: &response)
        call.world.cookies.take(.ticket, from: &response)
        return response
    }

    /// Leads to the page that was asked for.
    static func onward(_ call: Call) -> Response {
        var response = Answer.see(.home)
        if let next = next(call) { response.headers[.location] = next }
        return response
    }

    @Sendable private static func accept(_ call: Call) async throws -> Response {
        let fields = try await Body.form(call)
        do {
            guard fields.exact("passphrase") == fields.exact("again") else {
                throw Problem(status: .unprocessableContent, phrase: Phrase("web.invitation.not-the-same"))
            }
            let signedIn = try await call.world.identity.accept(
                invitation: fields["code"] ?? "", passphrase: fields.exact("passphrase"))
            return try await enter(signedIn, call)
        } catch let error as any Explained {
            let problem = Problem(error)
            let page = SignInPages.invitation(fields["code"] ?? "", problem: call.reader(problem.phrase), call.reader)
            return answer(page, problem, call)
        }
    }

    @Sendable private static func signOut(_ visit: AccountVisit) async throws -> Response {
        try await visit.world.identity.signOut(token: visit.token)
        var response = Answer.see(.door(.signIn, next: nil))
        visit.world.cookies.take(.session, from: &response)
        return response
    }
}

extension Query {
    /// The first value of a name as it was typed: a passphrase may end with a space.
    func exact(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
}

extension PasskeyAnswer {
    init?(_ fields: Query) {
        self.init(
            id: fields["id"], clientData: fields["clientData"], authenticatorData: fields["authenticatorData"],
            signature: fields["signature"])
    }
}
