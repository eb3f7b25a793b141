/// The file of a witness: signed notes one after another, to which more are only ever appended.
///
/// A file that others can read and nobody can shorten is a witness by itself, even without a key of its own.
public enum WitnessFile {
    /// Reads the notes of a file. Throws `badNote` for anything else in it.
    public static func notes(in bytes: [UInt8]) throws(LedgerError) -> [SignedNote] {
        guard let text = NoteText.text(bytes) else { throw .badNote }
        guard !bytes.isEmpty else { return [] }
        guard let lines = NoteText.lines(text) else { throw .badNote }
        var notes: [SignedNote] = []
        var current: [String] = []
        var isSigned = false
        for line in lines {
            let isSignature = line.hasPrefix("\u{2014} ")
            // A line of text after signatures begins the next note; an empty line between two notes is let through.
            if isSigned, !isSignature {
                notes.append(try note(current))
                (current, isSigned) = ([], false)
            }
            if line.isEmpty, current.isEmpty { continue }
            isSigned = isSigned || isSignature && current.last == ""
            current.append(line)
        }
        if !current.isEmpty { notes.append(try note(current)) }
        return notes
    }

    private static func note(_ lines: [String]) throws(LedgerError) -> SignedNote {
        try SignedNote(parsing: lines.map { $0 + "\n" }.joined())
    }
}
