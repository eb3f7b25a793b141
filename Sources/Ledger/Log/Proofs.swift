public import Storage

/// The proof that one entry is in the log of some size: enough for somebody who has nothing but a checkpoint.
public struct InclusionProof: Hashable, Sendable {
    /// The number of the entry.
    public var index: Int
    /// The size of the log.
    public var size: Int
    /// The bytes of the entry's leaf.
    public var leaf: [UInt8]
    /// The hashes beside the way from the leaf to the root.
    public var hashes: [MerkleHash]

    /// The bytes of the leaf in base 64.
    public var leafBase64: String { NoteText.base64(leaf) }

    /// Whether it shows what it says, against the root of a checkpoint of this size.
    public func isRight(for root: MerkleHash) -> Bool {
        MerkleProof.shows(.leaf(leaf), at: UInt64(index), in: UInt64(size), root: root, proof: hashes)
    }
}

extension Ledger {
    /// Proves that an entry is in the log, of the whole or of an earlier size. The leaf is made from the row as it is now:
    /// of a changed row there is no right proof.
    ///
    /// Throws `noSize` or `noEntry` when there is none such.
    public static func inclusion(
        of index: Int, in size: Int? = nil, _ connection: any Reading
    ) throws -> InclusionProof {
        let size = try checked(size, connection)
        let rows = try connection.rows("SELECT \(Leaf.columns) FROM ledger_entry WHERE idx = \(index)")
        guard (0..<size).contains(index), let row = rows.first else { throw LedgerError.noEntry(index) }
        guard let leaf = Leaf(row: row).bytes else { throw LedgerError.damaged }
        let hashes = try MerkleProof.inclusion(of: index, in: size) { try node($0, $1, connection) }
        return InclusionProof(index: index, size: size, leaf: leaf, hashes: hashes)
    }

    /// Proves that the log of one size begins with the log of an earlier one. Throws `noSize` when there is none such.
    public static func consistency(
        from old: Int, to size: Int? = nil, _ connection: any Reading
    ) throws -> [MerkleHash] {
        let size = try checked(size, connection)
        guard (1...max(size, 1)).contains(old), old <= size else { throw LedgerError.noSize(old) }
        return try MerkleProof.consistency(from: old, to: size) { try node($0, $1, connection) }
    }

    /// The root of the log at a size. Throws `noSize` when it never had it.
    public static func root(at size: Int, _ connection: any Reading) throws -> MerkleHash {
        try MerkleProof.root(of: try checked(size, connection)) { try node($0, $1, connection) }
    }

    private static func checked(_ size: Int?, _ connection: any Reading) throws -> Int {
        let whole = try head(in: connection).size
        let size = size ?? whole
        guard (0...whole).contains(size) else { throw LedgerError.noSize(size) }
        return size
    }

    /// The hash of a complete subtree: it stands with the subtree's last entry.
    private static func node(_ level: Int, _ index: Int, _ connection: any Reading) throws -> MerkleHash {
        let last = (index + 1) << level - 1
        guard let row = try connection.row("SELECT nodes FROM ledger_entry WHERE idx = \(last)"),
            let hash = MerkleHash(row.blob(0).dropFirst(level * MerkleHash.length).prefix(MerkleHash.length))
        else { throw LedgerError.damaged }
        return hash
    }
}
