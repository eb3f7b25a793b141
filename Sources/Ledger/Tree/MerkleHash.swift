import Crypto

/// A SHA-256 hash in the tree: of a leaf, of a node, or of the whole (RFC 9162 §2.1.1).
///
/// Four words in place: a million of them are one array and no object.
public struct MerkleHash: Hashable, Sendable, BitwiseCopyable {
    /// The number of bytes of a hash.
    public static let length = 32

    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// The root of a tree without leaves: the hash of nothing.
    public static let empty = MerkleHash(SHA256().finalize())

    /// Makes a hash from its 32 bytes; nil when there are more or fewer.
    public init?(_ bytes: some Sequence<UInt8>) {
        let array = Array(bytes)
        guard array.count == Self.length else { return nil }
        self = array.withUnsafeBytes { $0.loadUnaligned(as: MerkleHash.self) }
    }

    private init(_ digest: SHA256Digest) {
        self = digest.withUnsafeBytes { $0.loadUnaligned(as: MerkleHash.self) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

    /// The 32 bytes in base 64, as notes and proofs write them.
    public var base64: String { NoteText.base64(bytes) }

    /// The hash of a leaf: of the byte 0 and the leaf's bytes.
    public static func leaf(_ bytes: [UInt8]) -> MerkleHash {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 16) { room in
            room[0] = 0
            UnsafeMutableRawBufferPointer(rebasing: room[1...]).copyBytes(from: bytes)
            return hash(room)
        }
    }

    /// The hash of a node: of the byte 1 and the hashes of its two children.
    public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 16) { room in
            room[0] = 1
            room.storeBytes(of: left, toByteOffset: 1, as: MerkleHash.self)
            room.storeBytes(of: right, toByteOffset: 1 + length, as: MerkleHash.self)
            return hash(room)
        }
    }

    private static func hash(_ bytes: UnsafeMutableRawBufferPointer) -> MerkleHash {
        var function = SHA256()
        function.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        return MerkleHash(function.finalize())
    }
}
