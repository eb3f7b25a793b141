/// A tree that grows: its size, and the hashes of its complete subtrees from the largest to the smallest.
///
/// That is all it takes to append and to know the root: for a million leaves at most twenty hashes.
///
/// Invariant: there is one hash for each bit set in `size`, the most significant first.
public struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size = 0
    /// The hashes of the complete subtrees, the largest first.
    public private(set) var hashes: [MerkleHash] = []

    /// Makes a tree without leaves.
    public init() {}

    /// Takes up a tree where it was left; nil when there are more or fewer hashes than that size has.
    public init?(size: Int, hashes: [MerkleHash]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// Appends a leaf.
    public mutating func append(_ leaf: MerkleHash) { append(leaf) { _ in } }

    /// Appends a leaf, and tells `completed` the hash of each subtree that it completes: of the leaf itself, then of two
    /// leaves, four, eight, … as far as they are full. For `n` leaves those are fewer than `2 n` together.
    public mutating func append(_ leaf: MerkleHash, _ completed: (MerkleHash) -> Void) {
        var hash = leaf
        completed(hash)
        var left = size
        while left & 1 == 1 {
            hash = .node(hashes.removeLast(), hash)
            completed(hash)
            left >>= 1
        }
        hashes.append(hash)
        size += 1
    }

    /// The root (RFC 9162 §2.1.1).
    public var root: MerkleHash {
        guard var root = hashes.last else { return .empty }
        for left in hashes.dropLast().reversed() { root = .node(left, root) }
        return root
    }
}
