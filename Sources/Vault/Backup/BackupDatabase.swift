public import Storage

/// A database that goes into a backup, or comes out of it.
public struct BackupDatabase: Sendable {
    /// `content` or `keys`: its folder in the archive.
    public var name: String
    /// The database.
    public var database: any Database
    /// All migrations that this program knows for it.
    public var migrations: [Migration]
    /// What is to be the same in a restored copy besides its rows, computed from the rows: counts by kind, the ledger's size
    /// and root.
    public var facts: @Sendable (any Reading) throws -> [String: String]

    /// Makes a part of a backup.
    public init(
        name: String, database: any Database, migrations: [Migration],
        facts: @escaping @Sendable (any Reading) throws -> [String: String] = { _ in [:] }
    ) {
        self.name = name
        self.database = database
        self.migrations = migrations
        self.facts = facts
    }
}
