import Foundation
import TestSupport
import Testing

@testable import Identity

@Suite struct ProviderTests {
    static let made = Result { try FakeProvider() }
    typealias Header = [String: String]

    @Test(
        "a linked subject signs in through its provider, and a second factor of ours follows",
        arguments: Backend.present)
    func linked(_ backend: Backend) async throws {
        let fake = try Self.made.get()
        for header in [["alg": "ES256", "kid": "ec"], ["alg": "RS256", "kid": "rsa"]] {
            try await Door.open(backend) { door in
                let (member, secret) = try await door.memberWithCodes()
                try await door.identity.link(
                    account: member.session.account, issuer: fake.provider.issuer, subject: "subject-1",
                    by: "admin")
                _ = door.events()
                let step = try await Self.signIn(door, header: header)
                guard case .second(let ticket, [.code]) = step else { throw IdentityError.ended }
                door.pass(30_000)
                let code = TOTP.code(secret, step: TOTP.step(at: door.now))
                guard case .signedIn(let signedIn) = try await door.identity.signIn(ticket: ticket, code: code) else {
                    throw IdentityError.ended
                }
                #expect(signedIn.session.account == member.session.account)
                #expect(signedIn.session.factors == [.provider, .code])
                #expect(door.happened() == [.signedIn])
            }
        }
    }

    @Test("nobody is let in by a name, an address or a role in a token", arguments: Backend.present)
    func unlinked(_ backend: Backend) async throws {
        let fake = try Self.made.get()
        try await Door.open(backend) { door in
            let member = try await door.member()
            await #expect(throws: IdentityError.refused) { try await Self.signIn(door) }
            let (account, issuer) = (member.session.account, fake.provider.issuer)
            try await door.identity.link(
                account: account, issuer: "https://other.example", subject: "subject-1", by: nil)
            await #expect(throws: IdentityError.refused) { try await Self.signIn(door) }
            try await door.identity.link(account: account, issuer: issuer, subject: "subject-1", by: nil)
            _ = try await Self.signIn(door)
            try await door.identity.suspend(account: account, by: nil)
            await #expect(throws: IdentityError.refused) { try await Self.signIn(door) }
            try await door.identity.resume(account: account, by: nil)
            try await door.identity.unlink(account: account, by: nil)
            await #expect(throws: IdentityError.refused) { try await Self.signIn(door) }
        }
    }

    @Test("hostile tokens are refused, each for its reason", arguments: Backend.present)
    func hostile(_ backend: Backend) async throws {
        let fake = try Self.made.get()
        try await Door.open(backend) { door in
            let member = try await door.member()
            try await door.identity.link(
                account: member.session.account, issuer: fake.provider.issuer, subject: "subject-1", by: nil)
            func fault(
                _ header: Header = ["alg": "ES256", "kid": "ec"], _ change: (inout [String: Any]) -> Void = { _ in }
            )
                async -> IdentityError?
            {
                do { _ = try await Self.signIn(door, header: header, change) } catch { return error as? IdentityError }
                return nil
            }
            let now = door.now / 1_000
            #expect(await fault() == nil)
            #expect(await fault(["alg": "none"]) == .provider(.otherAlgorithm))
            #expect(await fault(["alg": "NONE", "kid": "ec"]) == .provider(.otherAlgorithm))
            #expect(await fault(["alg": "HS256", "kid": "ec"]) == .provider(.otherAlgorithm))
            #expect(await fault(["alg": "HS256", "kid": "secret"]) == .provider(.otherAlgorithm))
            #expect(await fault(["alg": "RS256", "kid": "ec"]) == .provider(.unknownKey))
            #expect(await fault(["alg": "RS256", "kid": "enc"]) == .provider(.unknownKey))
            #expect(await fault(["alg": "ES256", "kid": "gone"]) == .provider(.unknownKey))
            #expect(await fault(["alg": "ES256"]) == nil, "the set has one key of this kind for signing")
            #expect(await fault { $0["iss"] = "https://login.example.com/" } == .provider(.otherIssuer))
            #expect(await fault { $0["sub"] = "" } == .provider(.otherIssuer))
            #expect(await fault { $0["aud"] = "somebody-else" } == .provider(.otherAudience))
            #expect(await fault { $0["aud"] = ["daybreak", "another"] } == .provider(.otherAudience))
            #expect(await fault { ($0["aud"], $0["azp"]) = (["daybreak", "another"], "daybreak") } == nil)
            #expect(await fault { $0["azp"] = "another" } == .provider(.otherAudience))
            #expect(await fault { $0["exp"] = now - 61 } == .provider(.notNow))
            #expect(await fault { $0["exp"] = now - 59 } == nil)
            #expect(await fault { $0["nbf"] = now + 61 } == .provider(.notNow))
            #expect(await fault { $0["iat"] = now + 61 } == .provider(.notNow))
            #expect(await fault { $0["nonce"] = "another" } == .provider(.otherNonce))
            #expect(await fault { $0["nonce"] = nil } == .provider(.otherNonce))
            #expect(await fault { $0["exp"] = nil } == .provider(.malformed))
            #expect(await fault { $0["more"] = String(repeating: "x", count: 20_000) } == .provider(.malformed))
        }
    }

    @Test("a token that was changed, or signed by somebody else, is refused")
    func signatures() async throws {
        let fake = try Self.made.get()
        let token = try fake.token(fake.claims("n", at: Door.noon))
        _ = try await IdentityToken.read(token, keys: try fake.keySet())
        await #expect(throws: ProviderFault.Refusal.self) {
            try await IdentityToken.read(token, keys: FakeProvider().keySet())
        }
        let parts = token.split(separator: ".").map(String.init)
        let other = try fake.token(fake.claims("m", at: Door.noon)).split(separator: ".").map(String.init)
        for wrong in [
            [parts[0], other[1], parts[2]], [parts[0], parts[1], other[2]], [parts[0], parts[1], ""],
            [parts[0], parts[1]], parts + ["x"], ["", "", ""], ["x"],
        ] {
            await #expect(throws: ProviderFault.Refusal.self) {
                try await IdentityToken.read(wrong.joined(separator: "."), keys: fake.keySet())
            }
        }
    }

    @Test("an answer is good once, in the browser that asked, for five minutes", arguments: Backend.present)
    func states(_ backend: Backend) async throws {
        let fake = try Self.made.get()
        try await Door.open(backend) { door in
            let member = try await door.member()
            let provider = fake.provider
            try await door.identity.link(
                account: member.session.account, issuer: provider.issuer, subject: "subject-1", by: nil)
            func begin() async throws -> (ProviderBeginning, state: String, fetch: ProviderFetch) {
                let beginning = try await door.identity.beginSignIn(through: provider)
                let sent = FakeProvider.parameters(beginning.url)
                #expect(sent["redirect_uri"] == provider.redirect && sent["code_challenge_method"] == "S256")
                #expect(sent["scope"] == "openid" && sent["response_type"] == "code")
                let token = try fake.token(fake.claims(sent["nonce"] ?? "", at: door.now))
                return (beginning, sent["state"] ?? "", try fake.fetch(token, challenge: sent["code_challenge"] ?? ""))
            }
            func end(_ begun: (ProviderBeginning, state: String, fetch: ProviderFetch), browser: String? = nil)
                async throws
            {
                _ = try await door.identity.signIn(
                    through: provider, state: begun.state, code: "code", browser: browser ?? begun.0.browser,
                    fetch: begun.fetch)
            }
            let over = IdentityError.provider(.stateOver)
            let first = try await begin()
            try await end(first)
            await #expect(throws: over) { try await end(first) }
            let (second, third) = (try await begin(), try await begin())
            await #expect(throws: over) { try await end(second, browser: third.0.browser) }
            await #expect(throws: over) { try await end(second) }
            let late = try await begin()
            door.pass(5 * 60_000)
            await #expect(throws: over) { try await end(late) }
            let broken = try await begin()
            await #expect(throws: IdentityError.provider(.unreachable)) {
                try await door.identity.signIn(
                    through: provider, state: broken.state, code: "another code", browser: broken.0.browser,
                    fetch: broken.fetch)
            }
        }
    }

    @Test("a provider's addresses are read from where it publishes them, if it is the one")
    func discovery() async throws {
        let fake = try Self.made.get()
        let fetch = try fake.fetch("", challenge: "")
        let found = try await Identity.discover(issuer: fake.provider.issuer, fetch: fetch)
        #expect(found == FakeProvider.endpoints)
        await #expect(throws: IdentityError.provider(.otherIssuer)) {
            try await Identity.discover(issuer: fake.provider.issuer + "/", fetch: fetch)
        }
        await #expect(throws: IdentityError.provider(.unreachable)) {
            try await Identity.discover(issuer: "https://elsewhere.example", fetch: fetch)
        }
    }

    /// Signs in with a token whose claims are changed.
    private static func signIn(
        _ door: Door, header: Header = ["alg": "ES256", "kid": "ec"], _ change: (inout [String: Any]) -> Void = { _ in }
    ) async throws -> SignInStep {
        let fake = try made.get()
        let beginning = try await door.identity.beginSignIn(through: fake.provider)
        let sent = FakeProvider.parameters(beginning.url)
        var claims = fake.claims(sent["nonce"] ?? "", at: door.now)
        change(&claims)
        let token = try fake.token(claims, header: header)
        return try await door.identity.signIn(
            through: fake.provider, state: sent["state"] ?? "", code: "code", browser: beginning.browser,
            fetch: try fake.fetch(token, challenge: sent["code_challenge"] ?? ""))
    }
}
