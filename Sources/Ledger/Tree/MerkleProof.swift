/// Proofs about a tree, made from the hashes of its complete subtrees (RFC 9162 §2.1.3.1, §2.1.4.1).
///
/// `nodes` answers with the hash of the complete subtree `index` among those of `1 << level` leaves; each proof asks for
/// a few of them per level of the tree.
public enum MerkleProof {
    /// Where the hashes of complete subtrees are.
    public typealias Nodes = (_ level: Int, _ index: Int) throws -> MerkleHash

    /// The root of a tree of that many leaves.
    public static func root(of size: Int, nodes: Nodes) throws -> MerkleHash {
        size == 0 ? .empty : try hash(of: 0..<size, nodes: nodes)
    }

    /// The proof that the leaf `index` is in the tree of `size` leaves, from the leaf upwards.
    ///
    /// - Precondition: `index` is one of the leaves.
    public static func inclusion(of index: Int, in size: Int, nodes: Nodes) throws -> [MerkleHash] {
        precondition((0..<size).contains(index), "leaf \(index) of \(size)")
        var proof: [MerkleHash] = []
        var range = 0..<size
        while range.count > 1 {
            let (left, right) = halves(of: range)
            let goesLeft = left.contains(index)
            proof.append(try hash(of: goesLeft ? right : left, nodes: nodes))
            range = goesLeft ? left : right
        }
        return proof.reversed()
    }

    /// The proof that the tree of `size` leaves begins with the tree of `old` leaves.
    ///
    /// - Precondition: `0 < old <= size`.
    public static func consistency(from old: Int, to size: Int, nodes: Nodes) throws -> [MerkleHash] {
        precondition(0 < old && old <= size, "from \(old) to \(size)")
        var proof: [MerkleHash] = []
        var range = 0..<size
        while range.upperBound != old {
            let (left, right) = halves(of: range)
            let goesLeft = old <= left.upperBound
            proof.append(try hash(of: goesLeft ? right : left, nodes: nodes))
            range = goesLeft ? left : right
        }
        // Whoever checks the proof has the hash of the old tree already where that is one complete subtree.
        if range.lowerBound > 0 { proof.append(try hash(of: range, nodes: nodes)) }
        return proof.reversed()
    }

    private static func hash(of range: Range<Int>, nodes: Nodes) throws -> MerkleHash {
        if range.count.nonzeroBitCount == 1 {
            let level = range.count.trailingZeroBitCount
            return try nodes(level, range.lowerBound >> level)
        }
        let (left, right) = halves(of: range)
        return .node(try hash(of: left, nodes: nodes), try hash(of: right, nodes: nodes))
    }

    /// A range parted as the tree parts it: the left as large as a power of two can be that leaves something to the right.
    private static func halves(of range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let middle = range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
