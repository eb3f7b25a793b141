import Storage

/// A table as the database describes itself.
struct Table: Equatable {
    var name: String
    var columns: [String]
    /// The columns of its primary key, in their order; all of its columns when it has none.
    var key: [String]
    /// The tables that its rows point to.
    var parents: Set<String>

    /// All rows in one order, the same on both databases: `NULL` comes last.
    var rows: SQL {
        let order = key.map { "\($0) IS NULL, \($0)" }.joined(separator: ", ")
        return "SELECT \(raw: columns.joined(separator: ", ")) FROM \(raw: name) ORDER BY \(raw: order)"
    }
}

/// The tables of a database.
enum TableCatalogue {
    /// All tables but `migration`, each after those that its rows point to.
    static func tables(_ connection: any Reading, driver: String) throws -> [Table] {
        let tables = try driver == "sqlite" ? sqlite(connection) : postgres(connection)
        var sorted: [Table] = []
        var rest = tables.filter { $0.name != "migration" }.sorted { $0.name < $1.name }
        while !rest.isEmpty {
            let waiting = Set(rest.map(\.name))
            let ready = rest.filter { $0.parents.subtracting([$0.name]).isDisjoint(with: waiting) }
            guard !ready.isEmpty else { throw BackupError.otherTables(rest[0].name) }
            sorted += ready
            rest.removeAll { table in ready.contains { $0.name == table.name } }
        }
        return sorted
    }

    private static func sqlite(_ connection: any Reading) throws -> [Table] {
        let names = try connection.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        return try names.map { $0.text(0) }.map { name in
            let columns = try connection.rows("SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid")
            let key = columns.filter { $0.int(1) > 0 }.sorted { $0.int(1) < $1.int(1) }.map { $0.text(0) }
            let parents = try connection.rows("SELECT \"table\" FROM pragma_foreign_key_list(\(name))")
            return table(name, columns.map { $0.text(0) }, key, parents.map { $0.text(0) })
        }
    }

    private static func postgres(_ connection: any Reading) throws -> [Table] {
        let names = try connection.rows(
            """
            SELECT c.relname, CAST(c.oid AS bigint) FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
            """)
        return try names.map { row in
            let id = row.int(1)
            let columns = try connection.rows(
                """
                SELECT attname FROM pg_attribute
                WHERE CAST(attrelid AS bigint) = \(id) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """)
            let key = try connection.rows(
                """
                SELECT a.attname FROM pg_index i
                JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place) ON true
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                WHERE CAST(i.indrelid AS bigint) = \(id) AND i.indisprimary ORDER BY k.place
                """)
            let parents = try connection.rows(
                """
                SELECT p.relname FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
                WHERE CAST(f.conrelid AS bigint) = \(id) AND f.contype = 'f'
                """)
            return table(
                row.text(0), columns.map { $0.text(0) }, key.map { $0.text(0) }, parents.map { $0.text(0) })
        }
    }

    private static func table(_ name: String, _ columns: [String], _ key: [String], _ parents: [String]) -> Table {
        // By name, so that both databases write the same bytes whatever order a later migration added columns in.
        let columns = columns.sorted()
        return Table(name: name, columns: columns, key: key.isEmpty ? columns : key, parents: Set(parents))
    }
}
