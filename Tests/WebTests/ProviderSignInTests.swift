import Crypto
import Daybreak
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Synchronization
import Testing

@testable import Web

/// Another organisation's provider, which signs what it is told to.
final class PretendedProvider: Sendable {
    static let issuer = "https://login.example.com"
    private let key = P256.Signing.PrivateKey()
    private let asked = Mutex<(nonce: String, challenge: String)>(("", ""))

    var named: WebConfiguration.NamedProvider {
        WebConfiguration.NamedProvider(
            name: "Example Police",
            provider: Provider(
                issuer: Self.issuer, clientID: "daybreak", clientSecret: "shh",
                redirect: "http://localhost/sign-in/back",
                endpoints: Provider.Endpoints(
                    authorisation: Self.issuer + "/authorize", token: Self.issuer + "/token",
                    keys: Self.issuer + "/keys")))
    }

    /// What its page would read from the address to which the browser is sent; gives the state that goes back.
    func visit(_ address: String) -> String {
        let items = URLComponents(string: address)?.queryItems ?? []
        func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
        asked.withLock { $0 = (value("nonce"), value("code_challenge")) }
        return value("state")
    }

    func fetch(at now: @escaping @Sendable () -> Int) -> ProviderFetch {
        { [self] request in
            if request.url.hasSuffix("/keys") {
                return Array(try JSONSerialization.data(withJSONObject: ["keys": [jwk]]))
            }
            let (nonce, challenge) = asked.withLock { $0 }
            let verifier = request.form?["code_verifier"] ?? ""
            guard Self.text(Array(SHA256.hash(data: Array(verifier.utf8)))) == challenge else {
                throw IdentityError.provider(.unreachable)
            }
            let seconds = now() / 1_000
            let claims: [String: Any] = [
                "iss": Self.issuer, "sub": "subject-1", "aud": "daybreak", "exp": seconds + 300, "iat": seconds,
                "nonce": nonce, "roles": ["administrator"],
            ]
            let parts = try [["alg": "ES256", "kid": "one"], claims].map {
                Self.text(Array(try JSONSerialization.data(withJSONObject: $0)))
            }
            let message = parts.joined(separator: ".")
            let signature = try key.signature(for: Array(message.utf8)).rawRepresentation
            return Array(#"{"id_token":"\#(message).\#(Self.text(Array(signature)))","token_type":"Bearer"}"#.utf8)
        }
    }

    private var jwk: [String: String] {
        let point = Array(key.publicKey.x963Representation)
        return [
            "kty": "EC", "kid": "one", "crv": "P-256", "use": "sig", "x": Self.text(Array(point[1..<33])),
            "y": Self.text(Array(point[33...])),
        ]
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

@Suite("Signing in through another organisation's provider")
struct ProviderSignInTests {
    @Test("it is a first factor: our own second one follows, and its roles count for nothing")
    func goesOn() async throws {
        let (clock, provider) = (TestClock(), PretendedProvider())
        try await TestWorld.run(
            as: nil, plan: RealHouse.plan, clock: clock,
            {
                $0.providers = [provider.named]
                $0.fetch = provider.fetch(at: { clock.now })
            }
        ) { world in
            let settled = TestBrowser(world)
            let secret = try await RealHouse.settle("ploy", settled, clock: clock)
            let identity = world.daybreak.identity
            let account = try #require(try await identity.account(named: "ploy"))
            try await identity.link(
                account: account.id, issuer: PretendedProvider.issuer, subject: "subject-1", by: nil)
            clock.pass(minutes: 1)

            let browser = TestBrowser(world)
            let page = try await browser.follow(try await browser.get("/sign-in"))
            #expect(page.text.contains("Through Example Police"))
            let away = try await browser.get("/sign-in/with/Example%20Police")
            let address = try #require(away.headers[.location])
            #expect(address.hasPrefix(PretendedProvider.issuer + "/authorize?"))
            #expect(away.headers[values: .setCookie].first?.contains("SameSite=Lax") == true)
            let state = provider.visit(address)
            let back = try await browser.get("/sign-in/back?state=\(state)&code=code")
            #expect(back.status == .ok && back.text.contains("url=/sign-in/second"))
            _ = try await browser.get("/sign-in/second")
            let entered = try await browser.post("/sign-in/second", ["code": appCode(secret, at: clock.now)])
            #expect(entered.headers[.location] == "/")
            #expect(try await browser.get("/").text.contains("an analyst"))
        }
    }

    @Test("an answer that this browser did not ask for, or of somebody who is not linked, leads nowhere")
    func refuses() async throws {
        let (clock, provider) = (TestClock(), PretendedProvider())
        try await TestWorld.run(
            as: nil, plan: RealHouse.plan, clock: clock,
            {
                $0.providers = [provider.named]
                $0.fetch = provider.fetch(at: { clock.now })
            }
        ) { world in
            let browser = TestBrowser(world)
            let away = try await browser.get("/sign-in/with/Example%20Police")
            let state = provider.visit(away.headers[.location] ?? "")
            let other = try await TestBrowser(world).get("/sign-in/back?state=\(state)&code=code")
            #expect(other.status == .unprocessableContent)
            #expect(try await browser.get("/sign-in/back?state=\(state)&code=code").status == .unauthorized)
            #expect(try await browser.get("/sign-in/with/Nobody").status == .notFound)
        }
    }
}
