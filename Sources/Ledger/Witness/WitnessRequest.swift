/// What a log sends to a witness: a new checkpoint, and the proof that it continues the one the witness has
/// (the body of C2SP tlog-witness, `add-checkpoint`).
///
///     old 20852014
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///     …
///
///     daybreak.example/ledger
///     20852163
///     …
public struct WitnessRequest: Hashable, Sendable, CustomStringConvertible {
    /// The size of the checkpoint that the witness has; 0 when it has none.
    public var old: Int
    /// The consistency proof.
    public var proof: [MerkleHash]
    /// The new checkpoint, signed by the log.
    public var note: SignedNote

    /// Hashes that a proof may have at most.
    static let mostHashes = 63

    /// Makes a request.
    public init(old: Int, proof: [MerkleHash], note: SignedNote) {
        self.old = old
        self.proof = proof
        self.note = note
    }

    /// Reads a request, or a signed note by itself, for a witness that has none of this log yet.
    public init(parsing bytes: [UInt8]) throws(LedgerError) {
        guard bytes.starts(with: Array("old ".utf8)) else {
            self.init(old: 0, proof: [], note: try SignedNote(parsing: bytes))
            return
        }
        guard let gap = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
            let text = NoteText.text(Array(bytes[...gap])), let lines = NoteText.lines(text), let first = lines.first,
            let old = NoteText.number(String(first.dropFirst(4))), lines.count <= Self.mostHashes + 1
        else { throw .badNote }
        var proof: [MerkleHash] = []
        for line in lines.dropFirst() {
            guard let bytes = NoteText.bytes(base64: line), let hash = MerkleHash(bytes) else { throw .badNote }
            proof.append(hash)
        }
        self.init(old: old, proof: proof, note: try SignedNote(parsing: Array(bytes[(gap + 2)...])))
    }

    /// The request in writing.
    public var description: String {
        "old \(old)\n" + proof.map { NoteText.base64($0.bytes) + "\n" }.joined() + "\n" + note.description
    }
}
