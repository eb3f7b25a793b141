public import Access
import Crypto
public import Ledger
public import Storage

extension Desk {
    /// What there is now of what an entry of the ledger speaks of, for `LedgerVerification.run`: the digest of the version's
    /// row, computed again.
    public static func ledgerContent(
        of recorded: Ledger.Recorded, _ connection: any Reading
    ) throws -> LedgerVerification.Content {
        let entry = recorded.entry
        guard entry.act == .change || entry.act == .configuration, entry.version > 0 else { return .unknown }
        guard let row = try RecordRow.load(entry.subject, type: entry.kind, connection),
            let stored = try VersionRow.load(row.number, version: entry.version, connection)
        else { return .missing }
        let document = SealedDocument(bytes: stored.document, reason: stored.reason)
        let digest = document.digest(
            row.type, row.id, stored.version, stored.action, stored.state, stored.account, stored.at)
        // The row of the record says what its latest version says.
        guard stored.version < row.version || stored.state == row.state else { return .missing }
        return MerkleHash(digest).map { .hash($0) } ?? .missing
    }

    /// Every record of a type as it stands, whoever may see it: for a room that checks its own rows against them, and
    /// shows nobody what is in them; with an id that one alone. What cannot be read is left out.
    public static func stored<R: Record>(
        _ type: R.Type, id: RecordID? = nil, _ connection: any Reading
    ) throws -> [RecordID: (state: R.State, record: R)] {
        let which: SQL = id.map { "r.type = \(R.type.name) AND r.pid = \($0)" } ?? "r.type = \(R.type.name)"
        let rows = try connection.rows("SELECT \(RecordRow.columns) FROM record r WHERE \(which)")
        var stored: [RecordID: (state: R.State, record: R)] = [:]
        for row in rows.compactMap(RecordRow.init) {
            guard let version = try VersionRow.load(row.number, version: row.version, connection),
                let (document, _) = try? SealedDocument.open(version, R.self, row.id, Sealing()),
                let state = R.State(rawValue: row.state), let record = try? R(document: document)
            else { continue }
            stored[row.id] = (state, record)
        }
        return stored
    }
}

extension Desk {
    /// Whether the viewer may read a record: for a room that shows what follows from it, and leads to it only whom it is shown.
    public func mayRead<R: Record>(
        _ id: RecordID, of type: R.Type, as viewer: Viewer, _ connection: any Reading
    ) throws -> Bool {
        try row(id, of: type, for: viewer, connection) != nil
    }
}
