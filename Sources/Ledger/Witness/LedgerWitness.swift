/// Somebody in another organisation who keeps a log's checkpoints, and cosigns a new one only when the log has grown from
/// the last one without changing what was there.
///
/// With its cosignature nobody who holds the log can show another past to others, nor go back to an older one.
public struct LedgerWitness: Sendable {
    /// The logs that are watched, by their keys.
    private let logs: [VerifierKey]
    /// The last checkpoint of each log that was seen, by the log's name.
    public private(set) var seen: [String: Checkpoint] = [:]

    /// Takes up a witness where its file left it: the file is consistent in itself, and the last note of a log counts.
    ///
    /// Throws `badSignature` or `unsigned` for a note that is not the log's, and `notConsistent` or `olderThanSeen` where
    /// the file contradicts itself. Notes of logs that are not watched are passed over.
    public init(logs: [VerifierKey], notes: [SignedNote] = []) throws(LedgerError) {
        self.logs = logs
        for note in notes {
            let claimed = try note.checkpoint()
            guard logs.contains(where: { NoteText.same($0.name, claimed.origin) }) else { continue }
            let checkpoint = try checked(note)
            if let last = seen[checkpoint.origin] {
                guard last.size <= checkpoint.size else {
                    throw .olderThanSeen(size: checkpoint.size, seen: last.size)
                }
                guard last.size < checkpoint.size || last.root == checkpoint.root else {
                    throw .notConsistent(size: checkpoint.size, seen: last.size)
                }
            }
            seen[checkpoint.origin] = checkpoint
        }
    }

    /// Cosigns a checkpoint that continues the last one seen of its log, and remembers it. The first one of a log is taken
    /// as it comes. Nothing is remembered of what is refused.
    ///
    /// - Parameters:
    ///   - proof: that the log of this size begins with the log last seen; empty where it has not grown.
    ///   - key: the witness's key, for cosignatures.
    ///   - time: now, in seconds since 1970 UTC.
    /// - Throws: `unknownLog`, `badSignature`, `unsigned`, `olderThanSeen` or `notConsistent`.
    public mutating func cosign(
        _ note: SignedNote, proof: [MerkleHash], with key: SignerKey, at time: Int
    ) throws(LedgerError) -> SignedNote {
        let checkpoint = try checked(note)
        if let last = seen[checkpoint.origin] {
            guard checkpoint.size >= last.size else {
                throw .olderThanSeen(size: checkpoint.size, seen: last.size)
            }
            guard Self.shows(proof, last, checkpoint) else {
                throw .notConsistent(size: checkpoint.size, seen: last.size)
            }
        }
        guard key.verifier.purpose == .cosignature else { throw .badKey }
        let cosigned = try note.signed(with: key, at: time)
        seen[checkpoint.origin] = checkpoint
        return cosigned
    }

    /// Whether a proof shows that one checkpoint continues another. Every log continues an empty one.
    private static func shows(_ proof: [MerkleHash], _ last: Checkpoint, _ next: Checkpoint) -> Bool {
        if last.size == 0, last.root == .empty, next.size > 0 { return proof.isEmpty }
        if last.size == next.size { return proof.isEmpty && last.root == next.root }
        return MerkleProof.shows(
            UInt64(last.size), last.root, beginning: UInt64(next.size), next.root, proof: proof)
    }

    private func checked(_ note: SignedNote) throws(LedgerError) -> Checkpoint {
        let checkpoint = try note.checkpoint()
        let keys = logs.filter { NoteText.same($0.name, checkpoint.origin) && $0.purpose == .note }
        guard !keys.isEmpty else { throw .unknownLog(checkpoint.origin) }
        _ = try note.signatures(by: keys)
        return checkpoint
    }
}
