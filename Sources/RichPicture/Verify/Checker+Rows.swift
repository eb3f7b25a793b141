import Access
import Storage

extension Checker {
    /// A column that has to point to a row of another table.
    private struct Reference {
        var table: String
        var column: String
        var target: String
    }

    private static let references: [Reference] = {
        func of(_ table: String, _ columns: [(String, String)]) -> [Reference] {
            columns.map { Reference(table: table, column: $0.0, target: $0.1) }
        }
        let stamp = [("source", "source"), ("grade", "grade"), ("label", "label")]
        let ends = ["a", "b", "place", "handset", "sim"].map { ($0, "entity") }
        return of("source", [("grade", "grade"), ("label", "label"), ("identity", "label")])
            + of("source_chunk", [("source", "source")])
            + of("rejection", [("source", "source")]) + of("event", ends + stamp)
            + of("statement", [("entity", "entity"), ("object", "entity")] + stamp)
            + of("location", [("entity", "entity")] + stamp)
            + of("appearance", [("entity", "entity"), ("source", "source"), ("label", "label")])
            + of("posting", [("entity", "entity"), ("source", "source"), ("label", "label")])
    }()

    /// Every row's entity, source, grade and label are there; and an event's or statement's source is in the picture.
    func checkRows() throws -> Int {
        for (index, reference) in Self.references.enumerated() {
            progress(.rows, index, Self.references.count)
            let sql: SQL = """
                SELECT x.\(raw: reference.column) FROM \(raw: reference.table) x
                WHERE x.\(raw: reference.column) IS NOT NULL AND \(isSeen(reference)) AND NOT EXISTS (
                    SELECT 1 FROM \(raw: reference.target) y WHERE y.id = x.\(raw: reference.column)) LIMIT 1
                """
            if let bad = try connection.row(sql) {
                throw VerificationFault.dangling(
                    table: reference.table, row: String(bad.int(0)), column: reference.column)
            }
        }
        for table in SourceRow.tables {
            let sql: SQL = """
                SELECT s.name FROM source s WHERE s.state IN ('staged', 'unusable') AND \(viewer.sees("s.label"))
                AND EXISTS (SELECT 1 FROM \(raw: table) x WHERE x.source = s.id) LIMIT 1
                """
            if let bad = try connection.row(sql) {
                throw VerificationFault.dangling(table: table, row: bad.text(0), column: "state")
            }
        }
        return try SourceRow.tables.reduce(0) { sum, table in
            sum + (try connection.row("SELECT COUNT(*) FROM \(raw: table) x WHERE \(isSeen(table))")?.int(0) ?? 0)
        }
    }

    // A label that is gone hides its rows from everybody: then whoever looks is told, and of nothing else.
    private func isSeen(_ reference: Reference) -> SQL {
        reference.target == "label" ? "1 = 1" : isSeen(reference.table)
    }

    // That a row `x` of a table came with a source that the viewer sees.
    private func isSeen(_ table: String) -> SQL {
        let column: SQL = table == "source" ? "x.id" : "x.source"
        return "\(column) IN (SELECT s.id FROM source s WHERE \(viewer.sees("s.label")))"
    }

    /// Every row's line lies within its source.
    func checkLines() throws -> Int {
        let tables = SourceRow.tables + ["rejection"]
        var checked = 0
        for (index, table) in tables.enumerated() {
            progress(.lines, index, tables.count)
            let sql: SQL = """
                SELECT source, MIN(line), MAX(line), COUNT(*) FROM \(raw: table) x WHERE \(isSeen(table)) GROUP BY source
                """
            for row in try connection.rows(sql) {
                checked += row.int(3)
                let last = lastLine(of: row.int(0))
                let lowest = table == "rejection" ? 0 : 1
                guard row.int(1) < lowest || row.int(2) > last else { continue }
                throw VerificationFault.line(
                    table: table, source: sources.first { $0.number == row.int(0) }?.source.name ?? "",
                    line: row.int(1) < lowest ? row.int(1) : row.int(2), last: last)
            }
        }
        return checked
    }
}
