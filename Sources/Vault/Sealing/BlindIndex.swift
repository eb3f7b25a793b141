import Crypto

/// Finds sealed values by equality: a keyed fingerprint of a normalised text.
///
/// Each compartment has an index key of its own, so the same telephone has another fingerprint in another compartment, and
/// whoever has the content database alone cannot try numbers. The field is part of what is fingerprinted. Changing a
/// compartment's key wraps the index key anew and leaves fingerprints as they are. Equal texts have equal fingerprints: who
/// reads the table sees *that* two rows agree. Erasing a subject erases its fingerprints only if the caller deletes them.
public struct BlindIndex: Sendable {
    /// The bytes of a fingerprint.
    public static let size = 16
    let key: HeldKey

    /// The fingerprint of a text that the caller has normalised. Throws `sealed`.
    public func fingerprint(_ text: String, field: String) throws(VaultError) -> [UInt8] {
        var message = Array("daybreak/blind-index/1".utf8)
        try message.append(counted: field)
        message.append(contentsOf: text.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: try key.key().key)
        return Array(code.prefix(Self.size))
    }
}
