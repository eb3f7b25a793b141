/// Seals and opens the fields of one subject. It is made before a transaction and used inside it:
///
///     let sealer = try await vault.sealer(for: subject)
///     try await database.write { connection in
///         let name = try sealer.seal(Array("…".utf8), at: FieldAddress(kind: "person", row: id, field: "name", version: 1))
///         …
///     }
///
/// It stops working at once when the vault is sealed (`VaultError.sealed`) or the subject is erased (`.erased`).
public struct Sealer: Sendable {
    /// Whose key it is.
    public let subject: Subject
    let key: HeldKey

    /// Seals bytes at an address. Throws `sealed`, `erased` or `addressTooLong`.
    public func seal(_ plain: [UInt8], at address: FieldAddress) throws(VaultError) -> [UInt8] {
        try Envelope.seal(plain, with: key, organisation: subject.organisation, at: address)
    }

    /// Opens what was sealed at this very address. Throws `sealed`, `erased` or `doesNotOpen`.
    public func open(_ envelope: [UInt8], at address: FieldAddress) throws(VaultError) -> [UInt8] {
        try Envelope.open(envelope, with: key, organisation: subject.organisation, at: address)
    }

    /// Seals a text at an address.
    public func seal(text: String, at address: FieldAddress) throws(VaultError) -> [UInt8] {
        try seal(Array(text.utf8), at: address)
    }

    /// Opens a text that was sealed at this very address.
    public func text(_ envelope: [UInt8], at address: FieldAddress) throws(VaultError) -> String {
        String(decoding: try open(envelope, at: address), as: UTF8.self)
    }
}
