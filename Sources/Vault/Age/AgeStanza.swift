import Crypto
import Foundation

/// One way to the file key: a line of arguments and a body, in the header of an age file.
struct AgeStanza: Equatable {
    var arguments: [String]
    var body: [UInt8]

    private static let label = Array("age-encryption.org/v1/X25519".utf8)
    private static let sealedSize = AgeHeader.fileKeySize + 16

    /// Wraps a file key for a recipient, with an ephemeral key of its own. Throws `notARecipient` for a point of low order.
    static func wrapping(
        _ fileKey: [UInt8], for recipient: AgeRecipient, random: (Int) -> [UInt8]
    ) throws(AgeError) -> AgeStanza {
        guard let ephemeral = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: random(32)),
            let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.bytes),
            let secret = try? ephemeral.sharedSecretFromKeyAgreement(with: theirs), !Self.isZero(secret)
        else { throw .notARecipient }
        let share = Array(ephemeral.publicKey.rawRepresentation)
        let key = key(secret, salt: share + recipient.bytes)
        guard let nonce = AgeStream.nonce(zero: ()), let box = try? ChaChaPoly.seal(fileKey, using: key, nonce: nonce)
        else { throw .notARecipient }
        return AgeStanza(
            arguments: ["X25519", AgeBase64.text(share)], body: Array(box.ciphertext) + Array(box.tag))
    }

    /// The file key, when this stanza is for the identity; `nil` when it is for somebody else. Throws `badHeader` for an
    /// X25519 stanza that is not well-formed, whoever it is for.
    func fileKey(_ identity: AgeIdentity) throws(AgeError) -> [UInt8]? {
        guard arguments.first == "X25519" else { return nil }
        guard arguments.count == 2, let share = AgeBase64.bytes(arguments[1]), share.count == 32,
            body.count == Self.sealedSize,
            let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: share),
            let secret = try? identity.key.sharedSecretFromKeyAgreement(with: theirs), !Self.isZero(secret)
        else { throw .badHeader }
        let key = Self.key(secret, salt: share + identity.recipient.bytes)
        guard let nonce = AgeStream.nonce(zero: ()),
            let box = try? ChaChaPoly.SealedBox(nonce: nonce, ciphertext: body.dropLast(16), tag: body.suffix(16)),
            let fileKey = try? ChaChaPoly.open(box, using: key)
        else { return nil }
        return Array(fileKey)
    }

    /// Whether the other's point was of low order, so that everybody knows the secret.
    private static func isZero(_ secret: SharedSecret) -> Bool {
        secret.withUnsafeBytes { $0.reduce(0) { $0 | $1 } == 0 }
    }

    private static func key(_ secret: SharedSecret, salt: [UInt8]) -> SymmetricKey {
        secret.hkdfDerivedSymmetricKey(using: SHA256.self, salt: salt, sharedInfo: label, outputByteCount: 32)
    }
}

/// Standard base 64 without padding, canonical only.
enum AgeBase64 {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.count % 4 != 1, !text.contains("=") else { return nil }
        let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), self.text(Array(data)) == text else { return nil }
        return Array(data)
    }
}
