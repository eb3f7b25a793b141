import Ledger
import Testing

/// The tree of RFC 9162 §2.1.
@Suite("The tree")
struct TreeTests {
    /// The definitions of the RFC, word for word: slow, and obviously right.
    enum Naive {
        static func split(_ count: Int) -> Int {
            var k = 1
            while k * 2 < count { k *= 2 }
            return k
        }

        static func root(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
            if leaves.count == 0 { return .empty }
            if leaves.count == 1 { return leaves[leaves.startIndex] }
            let k = leaves.startIndex + split(leaves.count)
            return .node(root(leaves[..<k]), root(leaves[k...]))
        }

        static func path(_ m: Int, _ leaves: ArraySlice<MerkleHash>) -> [MerkleHash] {
            if leaves.count == 1 { return [] }
            let (k, at) = (split(leaves.count), leaves.startIndex + split(leaves.count))
            return m < k
                ? path(m, leaves[..<at]) + [root(leaves[at...])] : path(m - k, leaves[at...]) + [root(leaves[..<at])]
        }

        static func subproof(_ m: Int, _ leaves: ArraySlice<MerkleHash>, _ isWhole: Bool) -> [MerkleHash] {
            if m == leaves.count { return isWhole ? [] : [root(leaves)] }
            let (k, at) = (split(leaves.count), leaves.startIndex + split(leaves.count))
            return m <= k
                ? subproof(m, leaves[..<at], isWhole) + [root(leaves[at...])]
                : subproof(m - k, leaves[at...], false) + [root(leaves[..<at])]
        }
    }

    /// Leaves, and the hashes of all complete subtrees as an appending log has told them.
    struct Grown {
        var leaves: [MerkleHash] = []
        var roots: [MerkleHash] = [.empty]
        var nodes: [[Int]: MerkleHash] = [:]

        init(_ count: Int) {
            var frontier = MerkleFrontier()
            for index in 0..<count {
                let leaf = MerkleHash.leaf(Array("leaf \(index)".utf8))
                leaves.append(leaf)
                var level = 0
                frontier.append(leaf) {
                    nodes[[level, index >> level]] = $0
                    level += 1
                }
                roots.append(frontier.root)
            }
        }

        func node(_ level: Int, _ index: Int) throws -> MerkleHash { try #require(nodes[[level, index]]) }
    }

    @Test("the hashes of the RFC: of nothing, of an empty leaf, of two leaves")
    func hashes() {
        func hex(_ hash: MerkleHash) -> String {
            hash.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        #expect(hex(.empty) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(hex(.leaf([])) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(
            hex(.node(.leaf([]), .leaf([0]))) == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
    }

    @Test("every root and every proof of every tree up to 130 leaves is the one of the RFC's definition")
    func agreesWithDefinition() throws {
        let grown = Grown(130)
        for size in 0...130 {
            let leaves = grown.leaves[..<size]
            #expect(grown.roots[size] == Naive.root(leaves))
            #expect(try MerkleProof.root(of: size, nodes: grown.node) == grown.roots[size])
            for index in 0..<size {
                let proof = try MerkleProof.inclusion(of: index, in: size, nodes: grown.node)
                guard proof == Naive.path(index, leaves) else { return wrong("leaf \(index) of \(size)") }
            }
            for old in 1..<max(size, 1) {
                let proof = try MerkleProof.consistency(from: old, to: size, nodes: grown.node)
                guard proof == Naive.subproof(old, leaves, true) else { return wrong("\(old) to \(size)") }
            }
        }
    }

    @Test(
        "every proof of every tree up to 300 leaves is right, and for nothing else", arguments: [20_261_124 as UInt64])
    func proofs(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let grown = Grown(300)
        for size in 1...300 {
            let root = grown.roots[size]
            for index in 0..<size {
                let proof = try MerkleProof.inclusion(of: index, in: size, nodes: grown.node)
                func shows(_ leaf: Int, _ at: Int, _ proof: [MerkleHash]) -> Bool {
                    MerkleProof.shows(grown.leaves[leaf], at: UInt64(at), in: UInt64(size), root: root, proof: proof)
                }
                let other = Int.random(in: 0..<300, using: &dice)
                guard shows(index, index, proof), other == index || !shows(other, index, proof),
                    other == index || !shows(index, other, proof), !shows(index, index, proof + [root]),
                    !shows(index, index, [root] + proof), proof.isEmpty || !shows(index, index, Array(proof.dropLast()))
                else { return wrong("leaf \(index) of \(size), seed \(seed)") }
            }
            for old in 1...size {
                let proof = try MerkleProof.consistency(from: old, to: size, nodes: grown.node)
                func shows(_ old: Int, _ proof: [MerkleHash], _ root: MerkleHash) -> Bool {
                    MerkleProof.shows(UInt64(old), grown.roots[old], beginning: UInt64(size), root, proof: proof)
                }
                let other = Int.random(in: 1...300, using: &dice)
                var changed = proof
                if !changed.isEmpty { changed[Int.random(in: 0..<changed.count, using: &dice)] = .empty }
                guard shows(old, proof, root), other == old || !shows(other, proof, root),
                    other == size || !shows(old, proof, grown.roots[other]),
                    proof.isEmpty || !shows(old, changed, root),
                    !shows(old, proof + [root], root), proof.isEmpty || !shows(old, Array(proof.dropFirst()), root)
                else { return wrong("\(old) to \(size), seed \(seed)") }
            }
        }
    }

    @Test("98 proofs of inclusion of others, good and bad", .enabled(if: Vectors.arePresent, "needs ../shared"))
    func inclusionVectors() throws {
        let vectors = try Vectors.read("inclusion.jsonl", as: Vectors.Inclusion.self)
        #expect(vectors.count == 98)
        for vector in vectors {
            let hashes = Vectors.hashes(vector.proof ?? [])
            let isRight =
                if let hashes, let ends = Vectors.hashes([vector.leafHash, vector.root]) {
                    MerkleProof.shows(ends[0], at: vector.leafIdx, in: vector.treeSize, root: ends[1], proof: hashes)
                } else { false }
            #expect(isRight == !vector.wantErr, "\(vector.name)")
        }
    }

    @Test("98 proofs of consistency of others, good and bad", .enabled(if: Vectors.arePresent, "needs ../shared"))
    func consistencyVectors() throws {
        let vectors = try Vectors.read("consistency.jsonl", as: Vectors.Consistency.self)
        #expect(vectors.count == 98)
        for vector in vectors {
            let hashes = Vectors.hashes(vector.proof ?? [])
            let isRight =
                if let hashes {
                    MerkleProof.shows(
                        vector.size1, Vectors.root(vector.root1), beginning: vector.size2, Vectors.root(vector.root2),
                        proof: hashes)
                } else { false }
            #expect(isRight == !vector.wantErr, "\(vector.name)")
        }
    }

    @Test("a frontier is taken up only with as many hashes as its size has subtrees")
    func frontiers() throws {
        var grown = MerkleFrontier()
        for index in 0..<11 { grown.append(.leaf([UInt8(index)])) }
        #expect(MerkleFrontier(size: 11, hashes: grown.hashes) == grown)
        #expect(MerkleFrontier(size: 12, hashes: grown.hashes) == nil)
        #expect(MerkleFrontier(size: -1, hashes: []) == nil)
        #expect(MerkleHash([UInt8](repeating: 0, count: 31)) == nil)
        #expect(MerkleHash([UInt8](repeating: 0, count: 33)) == nil)
    }
}
