import Crypto
import CryptoExtras
import Foundation

@testable import Identity

/// A provider of another organisation that signs with keys of its own, and lies when it is told to.
struct FakeProvider: Sendable {
    static let endpoints = Provider.Endpoints(
        authorisation: "https://login.example.com/authorize", token: "https://login.example.com/token",
        keys: "https://login.example.com/keys")

    let provider = Provider(
        issuer: "https://login.example.com", clientID: "daybreak", clientSecret: "shh",
        redirect: "https://example.org/sign-in/back", endpoints: endpoints)
    let es256 = P256.Signing.PrivateKey()
    let rs256: _RSA.Signing.PrivateKey

    init() throws { rs256 = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    func keys() throws -> [[String: String]] {
        let point = Array(es256.publicKey.x963Representation)
        let primitives = try rs256.publicKey.getKeyPrimitives()
        return [
            ["kty": "oct", "kid": "secret", "k": "AAAA"],
            [
                "kty": "EC", "kid": "ec", "crv": "P-256", "use": "sig", "x": Base64URL.encode(Array(point[1..<33])),
                "y": Base64URL.encode(Array(point[33...])),
            ],
            [
                "kty": "RSA", "kid": "rsa", "alg": "RS256", "n": Base64URL.encode(Array(primitives.modulus)),
                "e": Base64URL.encode(Array(primitives.publicExponent)),
            ],
            [
                "kty": "RSA", "kid": "enc", "use": "enc", "n": Base64URL.encode(Array(primitives.modulus)),
                "e": Base64URL.encode(Array(primitives.publicExponent)),
            ],
        ]
    }

    func keySet() throws -> [UInt8] { Array(try JSONSerialization.data(withJSONObject: ["keys": try keys()])) }

    /// The parameters of the address to which the browser is sent.
    static func parameters(_ url: String) -> [String: String] {
        let items = URLComponents(string: url)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
    }

    func claims(_ nonce: String, at now: Int) -> [String: Any] {
        [
            "iss": provider.issuer, "sub": "subject-1", "aud": "daybreak", "exp": now / 1_000 + 300, "iat": now / 1_000,
            "nonce": nonce, "email": "somchai@example.com", "roles": ["administrator"], "name": "Somchai",
        ]
    }

    func token(_ claims: [String: Any], header: [String: Any] = ["alg": "ES256", "kid": "ec"]) throws -> String {
        let parts = try [header, claims].map {
            Base64URL.encode(Array(try JSONSerialization.data(withJSONObject: $0)))
        }
        let message = Array(parts.joined(separator: ".").utf8)
        let signature: [UInt8] =
            switch header["alg"] as? String {
            case "ES256": Array(try es256.signature(for: message).rawRepresentation)
            case "RS256": Array(try rs256.signature(for: message, padding: .insecurePKCS1v1_5).rawRepresentation)
            case "HS256":
                Array(
                    HMAC<SHA256>.authenticationCode(
                        for: message, using: SymmetricKey(data: Array(es256.publicKey.pemRepresentation.utf8))))
            default: []
            }
        return (parts + [Base64URL.encode(signature)]).joined(separator: ".")
    }

    /// Answers like a provider: the token for the code, once its verifier fits the challenge; its keys; its addresses.
    func fetch(_ token: String, challenge: String) throws -> ProviderFetch {
        let (set, issuer) = (try keySet(), provider.issuer)
        return { request in
            switch request.url {
            case Self.endpoints.keys: return set
            case Self.endpoints.token:
                let verifier = request.form?["code_verifier"] ?? ""
                guard Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8)))) == challenge,
                    request.form?["code"] == "code", request.form?["client_secret"] == "shh"
                else { throw CocoaError(.userCancelled) }
                return Array(#"{"id_token":"\#(token)","token_type":"Bearer","access_token":"x"}"#.utf8)
            case issuer + "/.well-known/openid-configuration":
                let endpoints = Self.endpoints
                return Array(
                    """
                    {"issuer":"\(issuer)","authorization_endpoint":"\(endpoints.authorisation)",
                     "token_endpoint":"\(endpoints.token)","jwks_uri":"\(endpoints.keys)","more":[1]}
                    """.utf8)
            default: throw CocoaError(.fileNoSuchFile)
            }
        }
    }
}
