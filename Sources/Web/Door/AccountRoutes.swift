import HTTPTypes
import Hummingbird
import Identity
import Ledger
import Records
import Words

/// The own account: ways to sign in, sessions, and who did what with it.
enum AccountRoutes {
    static let all: [Route] = [
        route(.get, .door(.account, next: nil), "web.route.account", .html) { try await page($0) },
        route(.post, .door(.codes, next: nil), "web.route.account.codes", .html) { visit in
            let begun = try await visit.world.identity.beginCodes(token: visit.token)
            return Answer.page(AccountPage.enrolment(begun, visit.reader), visit)
        },
        route(.post, .door(.codesConfirm, next: nil), "web.route.account.codes.confirm", .see) { visit in
            let fields = try await Body.form(visit)
            return try await change(visit) {
                _ = try await visit.world.identity.addCodes(
                    ticket: fields["ticket"] ?? "", code: fields["code"] ?? "", token: visit.token)
            }
        },
        route(.post, .door(.codesRemove, next: nil), "web.route.account.codes.remove", .see) { visit in
            try await change(visit) { try await visit.world.identity.removeCodes(token: visit.token) }
        },
        route(.post, .door(.passkeysAsk, next: nil), "web.route.passkey.ask", .json(Wire.Question.self)) { visit in
            Answer.json(Wire.Question(try await visit.world.identity.beginPasskey(token: visit.token)))
        },
        route(.post, .door(.passkeys, next: nil), "web.route.account.passkeys", .see) { visit in
            let fields = try await Body.form(visit)
            return try await change(visit) {
                let answer = PasskeyCreation(clientData: fields["clientData"], attestation: fields["attestation"])
                guard let answer else { throw IdentityError.refused }
                let label = fields["label"] ?? visit.reader("web.passkey.unnamed")
                _ = try await visit.world.identity.addPasskey(answer, label: label, token: visit.token)
            }
        },
        route(.post, .door(.passkeysRemove, next: nil), "web.route.account.passkeys.remove", .see) { visit in
            let fields = try await Body.form(visit)
            return try await change(visit) {
                try await visit.world.identity.removePasskey(fields["passkey"] ?? "", token: visit.token)
            }
        },
        route(.post, .door(.recoveryCodes, next: nil), "web.route.account.recovery", .html) { visit in
            let codes = try await visit.world.identity.newRecoveryCodes(token: visit.token)
            return Answer.page(AccountPage.recovery(codes, visit.reader), visit)
        },
        route(.post, .door(.passphrase, next: nil), "web.route.account.passphrase", .see) { visit in
            let fields = try await Body.form(visit)
            return try await change(visit) {
                guard fields.exact("passphrase") == fields.exact("again") else {
                    throw Problem(status: .unprocessableContent, phrase: Phrase("web.invitation.not-the-same"))
                }
                try await visit.world.identity.changePassphrase(
                    from: fields.exact("old"), to: fields.exact("passphrase"), token: visit.token)
            }
        },
        route(.post, .door(.sessionsEnd, next: nil), "web.route.account.sessions.end", .see) { visit in
            let fields = try await Body.form(visit)
            return try await change(visit) {
                try await visit.world.identity.endSession(fields["session"] ?? "", token: visit.token)
            }
        },
        route(.get, .trace, "web.route.account.trace", .html, trace),
        route(.get, .prove(.secondFactor, next: nil), "web.route.prove", .html) { try await prove($0, problem: nil) },
        route(.post, .prove(.secondFactor, next: nil), "web.route.prove.code", .see) { visit in
            let code = try await Body.form(visit)["code"] ?? ""
            return try await proved(visit) { _ = try await visit.world.identity.stepUp(code: code, token: visit.token) }
        },
        route(.post, .door(.proveAsk, next: nil), "web.route.passkey.ask", .json(Wire.Question.self)) { visit in
            Answer.json(Wire.Question(try await visit.world.identity.askPasskey(token: visit.token)))
        },
        route(.post, .door(.provePasskey, next: nil), "web.route.prove.passkey", .see) { visit in
            let fields = try await Body.form(visit)
            return try await proved(visit) {
                guard let answer = PasskeyAnswer(fields) else { throw IdentityError.refused }
                _ = try await visit.world.identity.stepUp(passkey: answer, token: visit.token)
            }
        },
    ]

    private static func route(
        _ method: HTTPRequest.Method, _ url: SiteURL, _ summary: String, _ answer: Route.Answer,
        _ handler: @escaping @Sendable (AccountVisit) async throws -> Response
    ) -> Route {
        Route(
            for: .account(handler), .page, method, url, summary, body: method == .post ? .form : nil, answer: answer)
    }

    private static func page(_ visit: AccountVisit, problem: Problem? = nil) async throws -> Response {
        let identity = visit.world.identity
        let model = AccountPage.Model(
            name: try await identity.account(visit.session.account)?.name ?? "",
            factors: try await identity.factors(token: visit.token),
            passkeys: try await identity.passkeys(token: visit.token),
            sessions: try await identity.sessions(token: visit.token), mustEnrol: visit.session.mustEnrol,
            isDemonstration: visit.world.isDemonstration, problem: problem.map { visit.reader($0.phrase) })
        return Answer.page(AccountPage.view(model, visit.reader), visit, status: problem?.status ?? .ok)
    }

    // A mistake is told on the page itself; a proof that is too old leads to the question for it.
    private static func change(_ visit: AccountVisit, _ body: () async throws -> Void) async throws -> Response {
        do {
            try await body()
        } catch IdentityError.notFresh(let stepUp) {
            throw IdentityError.notFresh(stepUp)
        } catch let error as any Explained {
            return try await page(visit, problem: Problem(error))
        }
        // Whoever has just enrolled the first second factor has a session that is good for more now.
        guard visit.session.mustEnrol else { return Answer.see(.door(.account, next: nil)) }
        return Answer.see(.door(.postings, next: nil))
    }

    @Sendable private static func trace(_ visit: AccountVisit) async throws -> Response {
        let account = visit.session.account
        let postings = try await visit.world.directory.postings(of: account)
        let trace = try await visit.world.ledger.trace(
            of: account, about: [("account", account)] + postings.map { (Posting.type.name, $0.id) })
        return Answer.page(TracePage.view(trace, visit.reader), visit)
    }

    // MARK: Proving oneself anew

    private static func demanded(_ visit: AccountVisit) -> StepUp {
        visit.query["for"].flatMap(StepUp.init(rawValue:)) ?? .secondFactor
    }

    private static func prove(_ visit: AccountVisit, problem: Problem?) async throws -> Response {
        let state = SignInPages.State(
            next: DoorRoutes.next(visit.call), problem: problem.map { visit.reader($0.phrase) })
        let factors = try await visit.world.identity.factors(token: visit.token)
        let page = SignInPages.prove(demanded(visit), state, among: factors, visit.reader)
        var response = Answer.page(page, visit, status: problem?.status ?? .ok)
        if let seconds = problem?.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    private static func proved(_ visit: AccountVisit, _ body: () async throws -> Void) async throws -> Response {
        do {
            try await body()
            return DoorRoutes.onward(visit.call)
        } catch let error as IdentityError where error != .ended {
            return try await prove(visit, problem: Problem(error))
        }
    }
}
