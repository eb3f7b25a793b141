/// One step of the tables' history: numbered, named by what it does, never edited once shipped.
///
/// Statements are written once for both databases, with these words for what differs:
///
/// | word | SQLite | PostgreSQL |
/// |---|---|---|
/// | `{id}` | `INTEGER PRIMARY KEY` | `BIGINT PRIMARY KEY` |
/// | `{int}` | `INTEGER` | `BIGINT` |
/// | `{real}` | `REAL` | `DOUBLE PRECISION` |
/// | `{text}` | `TEXT` | `TEXT COLLATE "C"` |
/// | `{blob}` | `BLOB` | `BYTEA` |
/// | `{table}` | `STRICT` | nothing |
/// | `{clustered}` | `STRICT, WITHOUT ROWID` | nothing |
public struct Migration: Sendable {
    /// Number and name, such as `0001-rich-picture`.
    public var name: String
    /// The statements, run in order.
    public var statements: [String]

    /// Makes a migration.
    public init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }
}
