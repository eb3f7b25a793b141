/// The words in which the two databases differ, as `Migration` lists them.
package struct Dialect: Sendable {
    /// What each word of a migration becomes, without its braces: `["id": "INTEGER PRIMARY KEY", …]`.
    package var words: [String: String]

    /// Makes a dialect from its words.
    package init(_ words: [String: String]) { self.words = words }

    /// The dialect of SQLite. Tables are `STRICT`, so that a column holds what its type says.
    package static let sqlite = Dialect([
        "id": "INTEGER PRIMARY KEY", "int": "INTEGER", "real": "REAL", "text": "TEXT", "blob": "BLOB",
        "table": "STRICT", "clustered": "STRICT, WITHOUT ROWID",
    ])

    /// The dialect of PostgreSQL. Texts compare byte by byte, as in SQLite.
    package static let postgres = Dialect([
        "id": "BIGINT PRIMARY KEY", "int": "BIGINT", "real": "DOUBLE PRECISION", "text": "TEXT COLLATE \"C\"",
        "blob": "BYTEA", "table": "", "clustered": "",
    ])

    /// The statement with every `{word}` replaced; a brace that encloses no known word stays as it is.
    package func render(_ statement: String) -> String {
        words.reduce(statement) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
