import Crypto
import Foundation

/// The bytes of a sealed field.
///
/// | bytes | what |
/// |---|---|
/// | 1 | version of this layout: 1 |
/// | 16 | the subject key's identifier |
/// | 12 | nonce, new for each sealing |
/// | n | the field, encrypted with AES-256-GCM; as long as the field itself |
/// | 16 | tag |
///
/// The key is that of the record's version: HKDF-Expand(subject key, `daybreak/version-key/1` · kind · row · version). It
/// is derived, not stored: a subject is erased as a whole, so a key row for each version would be one more durable write
/// for each change of a record, and protect nothing more. The tag covers also: layout version (1 byte), organisation,
/// kind, row, field (each with its length in 2 bytes in front), version (8 bytes), key identifier (16 bytes).
enum Envelope {
    static let version: UInt8 = 1
    private static let nonceStart = 1 + KeyID.size
    private static let bodyStart = nonceStart + 12
    private static let tagSize = 16
    /// The bytes that an envelope is longer than what it holds.
    static let overhead = bodyStart + tagSize

    /// The key that an envelope was sealed under; `nil` when this is no envelope.
    static func key(of envelope: [UInt8]) -> KeyID? {
        guard envelope.count >= overhead, envelope[0] == version else { return nil }
        return KeyID(envelope[1..<nonceStart])
    }

    static func seal(
        _ plain: [UInt8], with key: HeldKey, organisation: String, at address: FieldAddress
    ) throws(VaultError) -> [UInt8] {
        let binding = try address.binding(organisation: organisation, key: key.id)
        let versionKey = try key.key(derivedWith: try address.versionInfo)
        // The nonce is always the system's: a caller who could choose it could repeat it.
        guard let box = try? AES.GCM.seal(plain, using: versionKey.key, authenticating: binding),
            let sealed = box.combined
        else { throw .doesNotOpen }
        var envelope: [UInt8] = []
        envelope.reserveCapacity(overhead + plain.count)
        envelope.append(version)
        envelope.appendBytes(of: key.id.high)
        envelope.appendBytes(of: key.id.low)
        envelope.append(contentsOf: sealed)
        return envelope
    }

    static func open(
        _ envelope: [UInt8], with key: HeldKey, organisation: String, at address: FieldAddress
    ) throws(VaultError) -> [UInt8] {
        // First whether there is a key at all: a sealed vault says so of every envelope.
        let versionKey = try key.key(derivedWith: try address.versionInfo)
        guard self.key(of: envelope) == key.id else { throw .doesNotOpen }
        let binding = try address.binding(organisation: organisation, key: key.id)
        guard let box = try? AES.GCM.SealedBox(combined: envelope[nonceStart...]),
            let plain = try? AES.GCM.open(box, using: versionKey.key, authenticating: binding)
        else { throw .doesNotOpen }
        return Array(plain)
    }
}
