public import Storage

/// What a record says of another one, for the guards of a third: read in the transaction of the action, whoever acts.
///
/// Guards see all records, so that nobody passes one by not being allowed to see what speaks against it; what they
/// answer is only whether they hold.
public struct Cited<R: Record>: Sendable {
    /// The record that says it.
    public let id: RecordID
    /// Where it stands.
    public let state: R.State
    /// What it says; sealed fields are not opened.
    public let record: R
    /// When it was opened, in milliseconds since 1970 UTC.
    public let openedAt: Int
    /// When it was changed last.
    public let changedAt: Int

    /// Makes one; tests of guards do so.
    public init(id: RecordID, state: R.State, record: R, openedAt: Int, changedAt: Int) {
        self.id = id
        self.state = state
        self.record = record
        self.openedAt = openedAt
        self.changedAt = changedAt
    }

    init?(_ row: RecordRow, _ connection: any Reading) throws {
        guard let version = try VersionRow.load(row.number, version: row.version, connection),
            let state = R.State(rawValue: row.state),
            let (document, _) = try? SealedDocument.open(version, R.self, row.id, Sealing()),
            let record = try? R(document: document)
        else { return nil }
        self.init(id: row.id, state: state, record: record, openedAt: row.openedAt, changedAt: row.changedAt)
    }
}

extension Reading {
    /// A record that is cited; `nil` where the id names none of the type.
    public func cited<R: Record>(_ type: R.Type, _ id: RecordID) throws -> Cited<R>? {
        guard !id.isEmpty else { return nil }
        return try RecordRow.load(id, type: R.type.name, self).flatMap { try Cited($0, self) }
    }

    /// The records of a type that cite another one in a field, the first opened first.
    public func citing<R: Record>(_ type: R.Type, _ id: RecordID, in field: String) throws -> [Cited<R>] {
        try rows(
            """
            SELECT \(RecordRow.columns) FROM record_link l JOIN record r ON r.id = l.record
            WHERE l.target = \(id) AND l.field = \(field) AND r.type = \(R.type.name) ORDER BY r.id
            """
        ).compactMap(RecordRow.init).compactMap { try Cited($0, self) }
    }
}
