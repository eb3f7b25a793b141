public import Storage

extension Ledger {
    /// Signs the log as it is now, keeps what was signed, and returns it; the same note again when nothing was appended.
    ///
    /// Nothing is signed that contradicts what was signed before: throws `foreignKey` when that was with another key, and
    /// `broken` when the log no longer begins with it.
    public func checkpoint() async throws -> SignedNote {
        try await database.write { [self] connection in
            try connection.lock("ledger")
            let head = try Self.head(in: connection)
            if let latest = try Self.latestCheckpoint(in: connection) {
                let size = try continued(latest, head, connection)
                if size == head.size { return latest }
            }
            let checkpoint = Checkpoint(origin: verifierKey.name, size: head.size, root: head.root)
            let note = try SignedNote(checkpoint).signed(with: key)
            try connection.execute(
                "INSERT INTO ledger_checkpoint (size, note) VALUES (\(head.size), \(note.description))")
            return note
        }
    }

    /// The size of what was signed last, if the log still begins with it.
    private func continued(
        _ latest: SignedNote, _ head: MerkleFrontier, _ connection: any Reading
    ) throws -> Int {
        let checkpoint = try latest.checkpoint()
        guard NoteText.same(checkpoint.origin, verifierKey.name), (try? latest.signatures(by: [verifierKey])) != nil
        else {
            throw LedgerError.foreignKey(name: checkpoint.origin)
        }
        guard checkpoint.size <= head.size, try Self.root(at: checkpoint.size, connection) == checkpoint.root else {
            throw LedgerError.broken(size: checkpoint.size)
        }
        return checkpoint.size
    }

    /// What the log signed last, with its witnesses' cosignatures; nil when it has signed nothing yet.
    public static func latestCheckpoint(in connection: any Reading) throws -> SignedNote? {
        try connection.row("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1").map {
            try SignedNote(parsing: $0.text(0))
        }
    }

    /// Keeps the cosignatures of these witnesses with the checkpoint that they cosigned, and returns it.
    ///
    /// Throws `noSize` when we never signed this checkpoint, `unsigned` when none of the witnesses has cosigned it, and
    /// `badSignature` when one of their signatures is wrong.
    public func keep(_ cosigned: SignedNote, by witnesses: [VerifierKey]) async throws -> SignedNote {
        let size = try cosigned.checkpoint().size
        let checked = try cosigned.signatures(by: witnesses)
        let more = cosigned.signatures.filter { signature in
            checked.contains { $0.key.id == signature.id && NoteText.same($0.key.name, signature.name) }
        }
        return try await database.write { connection in
            try connection.lock("ledger")
            guard let row = try connection.row("SELECT note FROM ledger_checkpoint WHERE size = \(size)") else {
                throw LedgerError.noSize(size)
            }
            let stored = try SignedNote(parsing: row.text(0))
            guard NoteText.same(stored.text, cosigned.text) else { throw LedgerError.noSize(size) }
            let note = stored.adding(more)
            try connection.execute("UPDATE ledger_checkpoint SET note = \(note.description) WHERE size = \(size)")
            return note
        }
    }
}
