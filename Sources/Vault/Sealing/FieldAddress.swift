/// Where a sealed field stands. What was sealed at one address opens at no other.
public struct FieldAddress: Hashable, Sendable {
    /// The kind of record, such as `person`.
    public var kind: String
    /// The record's identifier.
    public var row: String
    /// The field, such as `name`.
    public var field: String
    /// The record's version, from 1.
    public var version: Int

    /// Makes an address.
    public init(kind: String, row: String, field: String, version: Int) {
        self.kind = kind
        self.row = row
        self.field = field
        self.version = version
    }

    /// What the key of this record's version is derived with.
    var versionInfo: [UInt8] {
        get throws(VaultError) {
            var info = Array("daybreak/version-key/1".utf8)
            try info.append(counted: kind)
            try info.append(counted: row)
            info.appendBytes(of: Int64(version))
            return info
        }
    }

    /// What an envelope at this address is bound to, besides its bytes.
    func binding(organisation: String, key: KeyID) throws(VaultError) -> [UInt8] {
        var binding: [UInt8] = []
        binding.reserveCapacity(40 + organisation.utf8.count + kind.utf8.count + row.utf8.count + field.utf8.count)
        binding.append(Envelope.version)
        try binding.append(counted: organisation)
        try binding.append(counted: kind)
        try binding.append(counted: row)
        try binding.append(counted: field)
        binding.appendBytes(of: Int64(version))
        binding.appendBytes(of: key.high)
        binding.appendBytes(of: key.low)
        return binding
    }
}
