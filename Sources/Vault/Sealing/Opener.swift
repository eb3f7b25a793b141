/// Opens the fields of many subjects: a page of a list, the answer to a search.
///
/// An envelope names its key, so nobody needs to say whose it is. Subjects that never had a key are simply not in it.
public struct Opener: Sendable {
    let keys: [KeyID: Sealer]
    let erased: Set<KeyID>

    /// Opens what was sealed at this very address. Throws `sealed`, `erased`, or `doesNotOpen`, which is also said of a
    /// subject that this opener was not made for.
    public func open(_ envelope: [UInt8], at address: FieldAddress) throws(VaultError) -> [UInt8] {
        guard let id = Envelope.key(of: envelope) else { throw .doesNotOpen }
        guard let sealer = keys[id] else { throw erased.contains(id) ? .erased : .doesNotOpen }
        return try sealer.open(envelope, at: address)
    }

    /// Opens a text that was sealed at this very address.
    public func text(_ envelope: [UInt8], at address: FieldAddress) throws(VaultError) -> String {
        String(decoding: try open(envelope, at: address), as: UTF8.self)
    }
}
