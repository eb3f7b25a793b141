/// What a log says of itself at one size (C2SP tlog-checkpoint): whose log, how many entries, and the root over them.
public struct Checkpoint: Hashable, Sendable {
    /// The log's name.
    public var origin: String
    /// The number of entries.
    public var size: Int
    /// The root of the tree over them.
    public var root: MerkleHash
    /// Further lines, which say nothing that anybody can check. We write none.
    public var extensions: [String]

    /// Makes a checkpoint.
    public init(origin: String, size: Int, root: MerkleHash, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note. Throws `badCheckpoint` for anything that is not exactly one.
    public init(parsing text: String) throws(LedgerError) {
        guard let lines = NoteText.lines(text), lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            let size = NoteText.number(lines[1]), let bytes = NoteText.bytes(base64: lines[2]),
            let root = MerkleHash(bytes)
        else { throw .badCheckpoint }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }

    /// The text of the note.
    public var text: String {
        ([origin, String(size), NoteText.base64(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }
}

extension SignedNote {
    /// Makes a note of a checkpoint, not signed yet.
    public init(_ checkpoint: Checkpoint) { self.init(text: checkpoint.text) }

    /// The checkpoint that the note is. Throws `badCheckpoint` when it is none.
    public func checkpoint() throws(LedgerError) -> Checkpoint { try Checkpoint(parsing: text) }
}
