import Crypto
import Storage

/// Walks over a table's rows in the order of its key.
enum TableDump {
    /// Calls `body` with parts of the table's bytes; returns its line of the manifest.
    static func run(
        _ table: Table, _ connection: any Reading, partSize: Int = BackupArchive.partSize,
        _ body: ([UInt8]) throws -> Void = { _ in }
    ) throws -> BackupManifest.Table {
        let header = try RowCode.header(table.columns)
        var part = header
        var hash = SHA256()
        var rows = 0
        func flush() throws {
            hash.update(data: part[header.count...])
            try body(part)
            part = header
        }
        try connection.each(table.rows) { row in
            try RowCode.append(row, to: &part)
            rows += 1
            if part.count >= partSize { try flush() }
        }
        if part.count > header.count { try flush() }
        return BackupManifest.Table(name: table.name, rows: rows, sha256: hash.finalize().hex)
    }

    /// What the manifest says of a whole database, read in one state of it.
    static func describe(
        _ part: BackupDatabase, _ connection: any Reading,
        _ body: (_ table: String, _ bytes: [UInt8]) throws -> Void = { _, _ in }
    ) throws -> BackupManifest.Database {
        let tables = try TableCatalogue.tables(connection, driver: part.database.driver)
        return BackupManifest.Database(
            name: part.name,
            migrations: try connection.rows("SELECT name FROM migration ORDER BY number").map { $0.text(0) },
            tables: try tables.map { table in try run(table, connection) { try body(table.name, $0) } },
            facts: try part.facts(connection))
    }
}
