/// A row of the log as it is stored: what the bytes of a leaf are made of.
///
/// # The bytes of a leaf, version 1
///
/// The byte 1, then ten fields in the order of `init`, each as its length in two bytes, most significant first, and its
/// bytes: whole numbers (`index`, `at`, `version`) as eight bytes, most significant first, in two's complement; texts in
/// UTF-8; the hash as its 32 bytes or none. No two rows have the same bytes, and nothing but the row is needed for them.
struct Leaf: Hashable {
    var index: Int
    var at: Int
    var actor: String
    var organisation: String
    var act: String
    var kind: String
    var subject: String
    var version: Int
    var action: String
    var content: [UInt8]
    var detail: String

    init(_ entry: Ledger.Entry, at index: Int) {
        self.index = index
        at = entry.at
        actor = entry.actor
        organisation = entry.organisation
        act = entry.act.rawValue
        kind = entry.kind
        subject = entry.subject
        version = entry.version
        action = entry.action
        content = entry.content?.bytes ?? []
        detail = entry.detail
    }

    /// The bytes; `nil` when a field is longer than any that was ever appended, as only a changed row can be.
    var bytes: [UInt8]? {
        var bytes: [UInt8] = [1]
        bytes.reserveCapacity(256)
        bytes.append(field: index)
        bytes.append(field: at)
        for text in [actor, organisation, act, kind, subject] {
            guard bytes.append(field: text.utf8) else { return nil }
        }
        bytes.append(field: version)
        guard bytes.append(field: action.utf8), bytes.append(field: content), bytes.append(field: detail.utf8) else {
            return nil
        }
        return bytes
    }

    /// The hash of the leaf.
    var hash: MerkleHash? { bytes.map(MerkleHash.leaf) }

    /// The hash that the leaf would have in another place.
    func hash(at index: Int) -> MerkleHash? {
        var moved = self
        moved.index = index
        return moved.hash
    }
}

extension Ledger.Entry {
    /// The bytes of the leaf that the entry would be at this place.
    ///
    /// - Precondition: no field is longer than `mostBytes`.
    public func leafBytes(at index: Int) -> [UInt8] {
        guard let bytes = Leaf(self, at: index).bytes else { preconditionFailure("a field is too long") }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(field number: Int) {
        append(contentsOf: [0, 8])
        Swift.withUnsafeBytes(of: Int64(number).bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(field part: some Collection<UInt8>) -> Bool {
        guard let length = UInt16(exactly: part.count) else { return false }
        append(contentsOf: [UInt8(length >> 8), UInt8(length & 0xFF)])
        append(contentsOf: part)
        return true
    }
}
