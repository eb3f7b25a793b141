public import Storage

/// The ledger: who did or saw what, and when, in a log that nobody can rewrite unseen (RL-14, RL-26).
///
/// - `Tree/` is the Merkle tree of RFC 9162: roots and proofs; pure.
/// - `Notes/` is what the log signs and witnesses cosign: C2SP signed notes and checkpoints; pure.
/// - `Entries/` is an entry and the bytes of its leaf; pure.
/// - `Log/` is the log in the database: append, read, prove, sign.
/// - `Verify/` recomputes everything and names the first entry that is wrong.
/// - `Witness/` is the other side: who keeps our checkpoints for us.
///
/// An entry is appended in the transaction of what it speaks of (`Ledger.append`). It can never be erased, so it holds no
/// name, reason or content: only opaque identifiers, codes and the SHA-256 of what was written.
public struct Ledger: Sendable {
    /// Where the log is.
    public let database: any Database
    /// The key that signs the log's checkpoints; its name is the log's.
    let key: SignerKey

    /// Takes up the ledger of a database whose migrations have run.
    public init(_ database: any Database, key: SignerKey) {
        self.database = database
        self.key = key
    }

    /// The key that others check this log's checkpoints with.
    public var verifierKey: VerifierKey { key.verifier }
}
