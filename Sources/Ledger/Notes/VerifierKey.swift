import Crypto

/// A key that others check signatures with, and its name (C2SP signed-note, “verifier keys”).
///
///     let key = try VerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// What a key signs.
    public enum Purpose: UInt8, Sendable {
        /// The note as it is: a log's own signature.
        case note = 0x01
        /// The note and the time: a witness's (C2SP tlog-cosignature v1).
        case cosignature = 0x04
    }

    /// Whose key it is, such as `daybreak.example/ledger`.
    public let name: String
    /// What it signs.
    public let purpose: Purpose
    /// The 32 bytes of the Ed25519 key.
    public let publicKey: [UInt8]
    /// The four bytes by which a signature says which key made it.
    public let id: UInt32

    /// Makes a key from its parts. Throws `badKey` when the name or the length cannot be.
    public init(name: String, purpose: Purpose, publicKey: [UInt8]) throws(LedgerError) {
        guard NoteText.isName(name), publicKey.count == 32 else { throw .badKey }
        self.name = name
        self.purpose = purpose
        self.publicKey = publicKey
        id = Self.id(name, purpose.rawValue, publicKey)
    }

    /// Reads the text form, `name+id+base64`. Throws `badKey` when any part does not fit the others.
    public init(_ text: String) throws(LedgerError) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let bytes = NoteText.bytes(base64: parts[2]), let kind = bytes.first,
            let purpose = Purpose(rawValue: kind)
        else { throw .badKey }
        try self.init(name: parts[0], purpose: purpose, publicKey: Array(bytes.dropFirst()))
        guard NoteText.same(parts[1], Self.hexadecimal(id)) else { throw .badKey }
    }

    /// The text form.
    public var description: String {
        "\(name)+\(Self.hexadecimal(id))+\(NoteText.base64([purpose.rawValue] + publicKey))"
    }

    /// Whether a signature on these bytes is this key's.
    func accepts(_ signature: some Sequence<UInt8>, of bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Array(signature), for: bytes)
    }

    static func hexadecimal(_ id: UInt32) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The first four bytes of SHA-256(name, newline, purpose, key).
    private static func id(_ name: String, _ purpose: UInt8, _ publicKey: [UInt8]) -> UInt32 {
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, purpose] + publicKey)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
