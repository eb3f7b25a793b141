import Access
import HTTPTypes
import Hummingbird
import Identity
import Records
import Vault

/// Signing in for programs: a token that goes into `Authorization: Bearer`.
enum DoorAPI {
    static let all: [Route] = [
        Route(
            for: .anybody { call in
                let wish = try IntakeAPI.decode(Wire.SignIn.self, try await Body.small(call))
                return try await answer(
                    try await call.world.identity.signIn(name: wish.name, passphrase: wish.passphrase), call)
            }, .api, .post, .api("sign-in"), "api.route.sign-in", body: .json(Wire.SignIn.self),
            answer: .json(Wire.SignedIn.self)),
        Route(
            for: .anybody { call in
                let wish = try IntakeAPI.decode(Wire.SecondFactor.self, try await Body.small(call))
                return try await answer(
                    try await call.world.identity.signIn(ticket: wish.ticket, code: wish.code), call)
            }, .api, .post, .api("sign-in/code"), "api.route.sign-in.code", body: .json(Wire.SecondFactor.self),
            answer: .json(Wire.SignedIn.self)),
        Route(
            for: .account { visit in Answer.json(try await me(visit)) }, .api, .get, .api("me"), "api.route.me",
            answer: .json(Wire.Me.self)),
        Route(
            for: .account { visit in
                let wish = try IntakeAPI.decode(Wire.PostingChoice.self, try await Body.small(visit))
                try await EyesRoutes.take(wish.posting, visit)
                return Answer.json(try await me(visit))
            }, .api, .post, .api("me/posting"), "api.route.me.posting", body: .json(Wire.PostingChoice.self),
            answer: .json(Wire.Me.self)),
        Route(
            for: .account { visit in
                try await visit.world.identity.signOut(token: visit.token)
                return Answer.json(Wire.Reason(reason: visit.reader("api.signed-out")))
            }, .api, .post, .api("sign-out"), "api.route.sign-out", answer: .json(Wire.Reason.self)),
    ]

    private static func answer(_ step: SignInStep, _ call: Call) async throws -> Response {
        switch step {
        case .second(let ticket, let factors):
            return Answer.json(
                Wire.SignedIn(
                    token: nil, ticket: ticket, among: factors.map(\.rawValue), mustEnrol: false, postings: []))
        case .signedIn(let signedIn):
            let postings = try await call.world.directory.postings(of: signedIn.session.account)
            if postings.count == 1, let only = postings.first, !signedIn.session.mustEnrol {
                _ = try await call.world.identity.take(posting: only.id, token: signedIn.token)
            }
            return Answer.json(
                Wire.SignedIn(
                    token: signedIn.token, ticket: nil, among: [], mustEnrol: signedIn.session.mustEnrol,
                    postings: postings.map(Wire.HeldPosting.init)))
        }
    }

    private static func me(_ visit: AccountVisit) async throws -> Wire.Me {
        let postings = try await visit.world.directory.postings(of: visit.session.account)
        return Wire.Me(
            account: visit.session.account, name: visit.viewer?.name, role: visit.viewer?.standing.role.rawValue,
            organisation: visit.viewer?.organisation, postings: postings.map(Wire.HeldPosting.init),
            isDemonstration: visit.world.isDemonstration, isVaultSealed: visit.world.vault.isSealed)
    }
}
