public import Storage

/// What a check of the whole log found.
public struct LedgerVerification: Hashable, Sendable {
    /// What there is now of what an entry speaks of.
    public enum Content: Sendable {
        /// It is there, with this hash.
        case hash(MerkleHash)
        /// It should be there and is not.
        case missing
        /// It cannot be told, or it was lawfully erased.
        case unknown
    }

    /// The number of entries that were recomputed.
    public var size = 0
    /// The root over them.
    public var root = MerkleHash.empty
    /// The number of the log's own signed checkpoints that were compared.
    public var checkpoints = 0
    /// The number of witnessed checkpoints of this log that were compared.
    public var witnessed = 0
    /// What is wrong first; nil when nothing is.
    public var fault: LedgerFault?

    /// Recomputes every leaf from its row and the tree from the leaves, and compares: the hashes that are stored, the head,
    /// every checkpoint that the log has signed and every one that a witness keeps.
    ///
    /// - Parameters:
    ///   - connection: one consistent state of the database.
    ///   - keys: the log's keys, the present one first; its name is the log's.
    ///   - witnessed: what witnesses keep. Checkpoints of other logs are passed over.
    ///   - content: the hash of what an entry speaks of, recomputed by whoever stores it; asked for entries that have one.
    ///   - progress: called now and then with the number of entries done and of all.
    public static func run(
        _ connection: any Reading, keys: [VerifierKey], witnessed: [SignedNote] = [],
        content: (Ledger.Recorded) throws -> Content = { _ in .unknown },
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> LedgerVerification {
        var marks = try Marks(kept: connection, keys)
        marks.add(witnessed, keys)
        var audit = Audit(marks: marks, connection: connection)
        var verification = LedgerVerification()
        do {
            try audit.run(content, progress)
            if let fault = marks.fault { throw fault }
            (verification.checkpoints, verification.witnessed) = (marks.kept, marks.witnessed)
        } catch let fault as LedgerFault {
            verification.fault = fault
        }
        (verification.size, verification.root) = (audit.frontier.size, audit.frontier.root)
        return verification
    }
}

extension Ledger {
    /// Checks the whole log in one consistent state; see `LedgerVerification.run`.
    public func verify(
        witnessed: [SignedNote] = [], olderKeys: [VerifierKey] = [],
        content: @escaping @Sendable (Recorded, any Reading) throws -> LedgerVerification.Content = { _, _ in .unknown
        },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> LedgerVerification {
        let keys = [verifierKey] + olderKeys
        return try await database.read { connection in
            try LedgerVerification.run(
                connection, keys: keys, witnessed: witnessed, content: { try content($0, connection) },
                progress: progress)
        }
    }
}
