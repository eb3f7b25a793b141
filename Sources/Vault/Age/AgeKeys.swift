import Crypto
import Foundation

/// Somebody to whom a file can be encrypted: an X25519 public key, written `age1…`.
public struct AgeRecipient: Hashable, Sendable {
    static let prefix = "age"
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a recipient. Throws `notARecipient`.
    public init(_ text: String) throws(AgeError) {
        guard let (prefix, bytes) = Bech32.read(text.trimmingCharacters(in: .whitespacesAndNewlines)),
            prefix == Self.prefix, bytes.count == 32
        else { throw .notARecipient }
        self.bytes = bytes
    }

    /// `age1…`.
    public var text: String { Bech32.text(prefix: Self.prefix, bytes) }
}

/// What opens a file that was encrypted to its recipient: an X25519 private key, written `AGE-SECRET-KEY-1…`.
public struct AgeIdentity: Sendable {
    private static let prefix = "age-secret-key-"
    let key: Curve25519.KeyAgreement.PrivateKey

    /// Reads an identity. Throws `notAnIdentity`.
    public init(_ text: String) throws(AgeError) {
        guard let (prefix, bytes) = Bech32.read(text), prefix == Self.prefix,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else { throw .notAnIdentity }
        self.key = key
    }

    /// Makes an identity from 32 random bytes.
    init(random: (Int) -> [UInt8]) throws(AgeError) {
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: random(32)) else {
            throw .notAnIdentity
        }
        self.key = key
    }

    /// The identities of a key file as `age-keygen` writes it: one a line, with comments. Throws `notAnIdentity` when
    /// there is none, or a line is something else.
    public static func identities(inFile text: String) throws(AgeError) -> [AgeIdentity] {
        var identities: [AgeIdentity] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            identities.append(try AgeIdentity(line))
        }
        guard !identities.isEmpty else { throw .notAnIdentity }
        return identities
    }

    /// To whom a file is encrypted that this opens.
    public var recipient: AgeRecipient { AgeRecipient(bytes: Array(key.publicKey.rawRepresentation)) }

    /// `AGE-SECRET-KEY-1…`.
    var text: String { Bech32.text(prefix: Self.prefix, Array(key.rawRepresentation)).uppercased() }
}
