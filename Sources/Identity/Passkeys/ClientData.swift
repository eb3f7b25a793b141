import Foundation

/// What the browser says about who asked (WebAuthn §5.8.1), and the authenticator signs.
struct ClientData: Decodable {
    let type: String
    /// In base64url. It is the token of a ticket, and so names it.
    let challenge: String
    let origin: String
    let crossOrigin: Bool?
    let topOrigin: String?

    /// The most bytes.
    static let most = 8_192

    /// Reads the bytes and checks everything save the challenge. Members that we do not know are ignored, as the
    /// specification asks.
    static func read(_ bytes: [UInt8], _ purpose: PasskeyPurpose, of site: Site) throws(PasskeyRefusal) -> ClientData {
        guard bytes.count <= most, String(validating: bytes, as: UTF8.self) != nil,
            let data = try? JSONDecoder().decode(ClientData.self, from: Data(bytes))
        else { throw PasskeyRefusal(.malformed) }
        guard data.type == purpose.rawValue else { throw PasskeyRefusal(.otherPurpose) }
        guard site.origins.contains(data.origin) else { throw PasskeyRefusal(.otherOrigin) }
        guard data.crossOrigin != true, data.topOrigin == nil else { throw PasskeyRefusal(.framed) }
        return data
    }
}

/// What a passkey is asked to do.
enum PasskeyPurpose: String {
    case create = "webauthn.create"
    case get = "webauthn.get"
}
