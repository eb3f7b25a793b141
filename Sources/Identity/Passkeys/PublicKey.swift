import Crypto
import Foundation

/// The public key of a passkey (COSE, RFC 9053): ES256 or Ed25519, in the one form that authenticators write.
enum PublicKey: Sendable {
    case es256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)

    /// The algorithms that we ask for, best first: ES256 and EdDSA.
    static let algorithms = [-7, -8]

    /// Reads a COSE key with exactly the labels that its kind has.
    init(_ value: CBOR) throws(PasskeyRefusal) {
        switch (value[1]?.integer, value[3]?.integer, value[-1]?.integer) {
        case (2, -7, 1):
            guard value.keys == [1, 3, -1, -2, -3], let x = value[-2]?.bytes, let y = value[-3]?.bytes,
                x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y)
            else { throw PasskeyRefusal(.malformed) }
            self = .es256(key)
        case (1, -8, 6):
            guard value.keys == [1, 3, -1, -2], let x = value[-2]?.bytes, x.count == 32,
                let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x)
            else { throw PasskeyRefusal(.malformed) }
            self = .ed25519(key)
        default: throw PasskeyRefusal(.otherAlgorithm)
        }
    }

    /// The COSE number of its algorithm.
    var algorithm: Int {
        switch self {
        case .es256: -7
        case .ed25519: -8
        }
    }

    /// Whether a signature is this key's: DER for ES256, 64 bytes for Ed25519.
    func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        switch self {
        case .es256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: message)
        case .ed25519(let key): return signature.count == 64 && key.isValidSignature(signature, for: message)
        }
    }
}
