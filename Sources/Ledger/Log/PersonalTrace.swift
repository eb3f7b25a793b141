import Storage

/// What the log says of one person: what they did, and what others did with what is theirs.
public struct PersonalTrace: Sendable {
    /// What they did and saw themselves.
    public let own: [Ledger.Recorded]
    /// What others did with their account and the records about them.
    public let about: [Ledger.Recorded]
}

extension Ledger {
    /// The trace of an account, from the log's begin or after an entry.
    ///
    /// - Parameter records: what is about them, by kind and identifier.
    public func trace(
        of account: String, about records: [(kind: String, subject: String)], after index: Int? = nil
    ) async throws -> PersonalTrace {
        try await database.read { connection in
            let about = try records.flatMap {
                try Ledger.entries(about: $0.kind, $0.subject, after: index, in: connection)
            }
            return PersonalTrace(
                own: try Ledger.entries(by: account, after: index, in: connection),
                about: about.filter { $0.entry.actor != account }.sorted { $0.index < $1.index })
        }
    }
}
