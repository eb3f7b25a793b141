import Crypto
import Foundation

/// The secrets of one sign-in through a provider. All follow from the browser's secret and our key, so that nothing of them
/// is stored: whoever sees the database, or the address with which the browser comes back, has neither nonce nor verifier.
struct Handshake: Sendable {
    /// Goes to the provider and back; its hash is kept, and used once.
    let state: String
    /// Comes back inside the signed token.
    let nonce: String
    /// Proves to the provider that who asks for the token began the sign-in (PKCE, RFC 7636).
    let verifier: String

    init(browser: String, provider: Provider, key: [UInt8]) {
        func derive(_ what: String) -> String {
            let message = Array("daybreak provider \(what)\n\(provider.issuer)\n\(browser)".utf8)
            return Base64URL.encode(
                Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))))
        }
        (state, nonce, verifier) = (derive("state"), derive("nonce"), derive("verifier"))
    }

    /// The address to which the browser is sent.
    func url(_ provider: Provider) -> String {
        let challenge = Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8))))
        let fields = [
            ("response_type", "code"), ("scope", "openid"), ("client_id", provider.clientID),
            ("redirect_uri", provider.redirect), ("state", state), ("nonce", nonce),
            ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let query = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
        let joint = provider.endpoints.authorisation.contains("?") ? "&" : "?"
        return provider.endpoints.authorisation + joint + query.joined(separator: "&")
    }
}
