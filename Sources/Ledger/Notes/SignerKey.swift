import Crypto

/// A key that signs: a log's for its checkpoints, or a witness's for its cosignatures.
///
/// Whoever holds it can speak for the log; it never goes into the database, nor into a message or a log line.
public struct SignerKey: Sendable {
    /// The part that others may have.
    public let verifier: VerifierKey
    private let seed: [UInt8]

    /// Makes a key from 32 random bytes. Throws `badKey` when the name or the length cannot be.
    public init(name: String, purpose: VerifierKey.Purpose = .note, seed: [UInt8]) throws(LedgerError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .badKey }
        verifier = try VerifierKey(name: name, purpose: purpose, publicKey: Array(key.publicKey.rawRepresentation))
        self.seed = seed
    }

    /// Reads the secret text form, `PRIVATE+KEY+name+id+base64`. Throws `badKey` when any part does not fit the others.
    public init(secret text: String) throws(LedgerError) {
        let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
            let bytes = NoteText.bytes(base64: parts[4]), let kind = bytes.first,
            let purpose = VerifierKey.Purpose(rawValue: kind)
        else { throw .badKey }
        try self.init(name: parts[2], purpose: purpose, seed: Array(bytes.dropFirst()))
        guard NoteText.same(parts[3], VerifierKey.hexadecimal(verifier.id)) else { throw .badKey }
    }

    /// The secret text form, as Go's `sumdb/note` writes it, for a file that only its owner may read.
    public var secret: String {
        let id = VerifierKey.hexadecimal(verifier.id)
        return "PRIVATE+KEY+\(verifier.name)+\(id)+\(NoteText.base64([verifier.purpose.rawValue] + seed))"
    }

    /// Signs bytes; the same bytes always get the same signature.
    func sign(_ bytes: [UInt8]) throws(LedgerError) -> [UInt8] {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let signature = try? key.signature(for: bytes)
        else { throw .badKey }
        return Array(signature)
    }
}
