// Whoever checks a proof has nothing of the tree: the sizes come from outside and are as wide as they can be.

extension MerkleProof {
    /// Whether `proof` shows that `leaf` is the leaf `index` of the tree of `size` leaves with that root
    /// (RFC 9162 §2.1.3.2). A proof that is too long or too short shows nothing.
    public static func shows(
        _ leaf: MerkleHash, at index: UInt64, in size: UInt64, root: MerkleHash, proof: [MerkleHash]
    ) -> Bool {
        guard index < size else { return false }
        var (place, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = .node(sibling, hash)
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                hash = .node(hash, sibling)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }

    /// Whether `proof` shows that the tree of `size` leaves with the root `root` begins with the tree of `oldSize` leaves
    /// with the root `oldRoot` (RFC 9162 §2.1.4.2). Every tree begins with nothing, so nothing can be shown of that.
    public static func shows(
        _ oldSize: UInt64, _ oldRoot: MerkleHash, beginning size: UInt64, _ root: MerkleHash, proof: [MerkleHash]
    ) -> Bool {
        guard 0 < oldSize, oldSize <= size else { return false }
        if oldSize == size { return proof.isEmpty && oldRoot == root }
        let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + proof[...] : proof[...]
        guard let first = path.first, !proof.isEmpty else { return false }
        var (place, last) = (oldSize - 1, size - 1)
        while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
        var (old, new) = (first, first)
        for sibling in path.dropFirst() {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                (old, new) = (.node(sibling, old), .node(sibling, new))
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                new = .node(new, sibling)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && old == oldRoot && new == root
    }
}
