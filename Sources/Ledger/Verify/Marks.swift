import Storage

/// The sizes at which the log's root is known from outside its rows: what it has signed, and what witnesses keep.
struct Marks {
    struct Mark {
        var size: Int
        var root: MerkleHash
        var isWitnessed: Bool
    }

    /// The smallest size first.
    private(set) var marks: [Mark] = []
    /// What is wrong with the notes themselves.
    private(set) var fault: LedgerFault?
    /// How many the log keeps.
    private(set) var kept = 0
    /// How many witnesses keep.
    private(set) var witnessed = 0

    /// Reads what the log keeps.
    init(kept connection: any Reading, _ keys: [VerifierKey]) throws {
        for row in try connection.rows("SELECT size, note FROM ledger_checkpoint ORDER BY size") {
            let size = row.int(0)
            if let checkpoint = Self.checked(try? SignedNote(parsing: row.text(1)), keys), checkpoint.size == size {
                marks.append(Mark(size: size, root: checkpoint.root, isWitnessed: false))
                kept += 1
            } else {
                fault = fault ?? .badCheckpoint(size: size)
            }
        }
    }

    /// Adds what witnesses keep of this log.
    mutating func add(_ notes: [SignedNote], _ keys: [VerifierKey]) {
        for note in notes {
            guard let claimed = try? note.checkpoint(), keys.contains(where: { NoteText.same($0.name, claimed.origin) })
            else { continue }
            if let checkpoint = Self.checked(note, keys) {
                marks.append(Mark(size: checkpoint.size, root: checkpoint.root, isWitnessed: true))
                witnessed += 1
            } else {
                fault = fault ?? .badWitness(size: claimed.size)
            }
        }
        if !notes.isEmpty, witnessed == 0 { fault = fault ?? .notWitnessed(name: keys.first?.name ?? "") }
        marks.sort { $0.size < $1.size }
    }

    /// The checkpoint, when one of the keys has signed it under its own name.
    private static func checked(_ note: SignedNote?, _ keys: [VerifierKey]) -> Checkpoint? {
        guard let note, let checkpoint = try? note.checkpoint(), let signed = try? note.signatures(by: keys),
            signed.contains(where: { NoteText.same($0.key.name, checkpoint.origin) })
        else { return nil }
        return checkpoint
    }
}
