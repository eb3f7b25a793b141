import Foundation
import JWTKit

/// The token in which a provider says who signed in (OpenID Connect Core §3.1.3.7).
struct IdentityToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: Audience
    let azp: String?
    let exp: Double
    let nbf: Double?
    let iat: Double?
    let nonce: String?

    /// One recipient, or several.
    struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            names = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(names)
        }
    }

    /// JWTKit asks for this; the claims are checked by `check`, with our clock.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// The most bytes of a token.
    static let most = 16_384
    /// Clocks may differ by so much, in milliseconds.
    static let leeway = 60_000
    /// The ways of signing that we accept, and the kind of key that belongs to each. `none` and those with a shared secret
    /// are not among them: with those, whoever knows the public key could sign.
    private static let algorithms: [String: (key: String, algorithm: JWK.Algorithm)] = [
        "ES256": ("EC", .es256), "RS256": ("RSA", .rs256),
    ]

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    /// Reads a token whose signature is by one of the provider's keys (a JWK set).
    static func read(_ token: String, keys: [UInt8]) async throws(ProviderFault.Refusal) -> IdentityToken {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= most, parts.count == 3, let head = Base64URL.decode(String(parts[0])),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head)), header.crit == nil
        else { throw .init(.malformed) }
        guard let (kind, algorithm) = algorithms[header.alg] else { throw .init(.otherAlgorithm) }
        guard var key = try key(header.kid, kind: kind, alg: header.alg, in: keys) else { throw .init(.unknownKey) }
        // The one key, under a name of our own and for the one algorithm: JWTKit has nothing to choose from.
        key.algorithm = algorithm
        key.keyIdentifier = JWKIdentifier(string: header.kid ?? "")
        guard let collection = try? await JWTKeyCollection().add(jwk: key) else { throw .init(.unknownKey) }
        guard let verified = try? await collection.verify(token, as: IdentityToken.self) else {
            let isReadable = (try? await collection.unverified(token, as: IdentityToken.self)) != nil
            throw .init(isReadable ? .wrongSignature : .malformed)
        }
        return verified
    }

    /// The key of this name and kind that is for signing. A token without a name is only for a set of one.
    private static func key(_ name: String?, kind: String, alg: String, in set: [UInt8]) throws(ProviderFault.Refusal)
        -> JWK?
    {
        struct Entry: Decodable {
            let kty: String
            let kid: String?
            let use: String?
            let alg: String?
        }
        guard set.count <= 1 << 18,
            let object = try? JSONSerialization.jsonObject(with: Data(set)) as? [String: Any],
            let keys = object["keys"] as? [[String: Any]]
        else { throw .init(.unreachable) }
        let fitting = keys.compactMap { key -> JWK? in
            guard let data = try? JSONSerialization.data(withJSONObject: key),
                let entry = try? JSONDecoder().decode(Entry.self, from: data), entry.kty == kind,
                name == nil || entry.kid == name, entry.use ?? "sig" == "sig", entry.alg ?? alg == alg
            else { return nil }
            return try? JSONDecoder().decode(JWK.self, from: data)
        }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Checks who issued it, for whom, for when, and for which sign-in.
    func check(_ provider: Provider, nonce: String, at now: Int) throws(ProviderFault.Refusal) {
        guard iss == provider.issuer, !sub.isEmpty, sub.utf8.count <= 255 else { throw .init(.otherIssuer) }
        guard aud.names.contains(provider.clientID), azp ?? provider.clientID == provider.clientID,
            aud.names.count == 1 || azp == provider.clientID
        else { throw .init(.otherAudience) }
        let (early, late) = (Double(now - Self.leeway) / 1_000, Double(now + Self.leeway) / 1_000)
        guard exp > early, nbf ?? 0 <= late, iat ?? 0 <= late else { throw .init(.notNow) }
        guard let given = self.nonce, isSame(Array(given.utf8), Array(nonce.utf8)) else { throw .init(.otherNonce) }
    }
}

extension ProviderFault {
    /// Ends a check with a fault.
    struct Refusal: Error {
        let fault: ProviderFault
        init(_ fault: ProviderFault) { self.fault = fault }
    }
}
