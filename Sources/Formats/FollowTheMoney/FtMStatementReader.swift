/// Reads FollowTheMoney statements from CSV.
///
/// Columns are found by the names in the first record, in any order; `prop_type` is not needed, because the model
/// knows it. A bad row is rejected with its line and column number (the cell, from 1), and reading goes on.
///
///     var reader = FtMStatementReader(stream)
///     while let item = try reader.next() { … }
public struct FtMStatementReader {
    /// What a row turned out to be.
    public enum Item: Equatable, Sendable {
        /// A statement and the line it begins on.
        case statement(FtMStatement, line: Int)
        /// A row that is no statement: why, and its cells, empty when the row could not be split into cells.
        case rejected(FormatError, cells: [String])
    }

    private static let required = ["entity_id", "prop", "schema", "value", "dataset"]

    private var reader: DelimitedReader
    private var batch = RecordBatch()
    private var record = 0
    private var rejected: [FormatError] = []
    private var columns: [String: Int] = [:]

    /// Starts reading a stream of UTF-8 text.
    public init(_ stream: ByteStream, limits: Limits = .standard) {
        reader = DelimitedReader(stream, dialect: .csv, limits: limits)
    }

    /// What the next row holds, or `nil` at the end.
    ///
    /// - Throws: `FormatError` when the first record lacks a needed column or a record passes the limit, and what
    ///   the stream throws.
    public mutating func next() throws -> Item? {
        while true {
            if !rejected.isEmpty { return .rejected(rejected.removeFirst(), cells: []) }
            guard record < batch.count else {
                guard try fill() else { return nil }
                continue
            }
            defer { record += 1 }
            if columns.isEmpty {
                try readHeader()
                continue
            }
            return statement()
        }
    }

    private mutating func fill() throws -> Bool {
        guard try reader.read(into: &batch, atMost: 4_096) else { return false }
        record = 0
        rejected = batch.rejected
        return true
    }

    private mutating func readHeader() throws {
        for (index, name) in batch.record(record).enumerated() where columns[name] == nil {
            columns[name] = index
        }
        for name in Self.required where columns[name] == nil {
            let line = batch.lines[record]
            throw FormatError(line: line, column: 1, problem: FtMFault.missingColumn(name).phrase)
        }
    }

    private func statement() -> Item {
        do {
            return .statement(try readStatement(), line: batch.lines[record])
        } catch {
            let column = (columns[error.column] ?? 0) + 1
            let problem = FormatError(line: batch.lines[record], column: column, problem: error.fault.phrase)
            return .rejected(problem, cells: batch.record(record))
        }
    }

    /// A fault and the name of the column where it stands.
    private struct CellFault: Error {
        let column: String
        let fault: FtMFault
    }

    private func readStatement() throws(CellFault) -> FtMStatement {
        var statement = FtMStatement(
            entityID: try needed("entity_id"), property: try needed("prop"), schema: try needed("schema"),
            value: try needed("value"), dataset: try needed("dataset"))
        guard FtMModel.standard.schema(statement.schema) != nil else {
            throw CellFault(column: "schema", fault: .unknownSchema(statement.schema))
        }
        guard statement.propertyType != nil else {
            let fault = FtMFault.unknownProperty(statement.property, schema: statement.schema)
            throw CellFault(column: "prop", fault: fault)
        }
        statement.canonicalID = cell("canonical_id") ?? statement.entityID
        statement.origin = cell("origin")
        statement.language = cell("lang")
        statement.originalValue = cell("original_value")
        statement.isExternal = try isExternal()
        statement.firstSeen = cell("first_seen")
        statement.lastSeen = cell("last_seen")
        statement.givenID = cell("id")
        return statement
    }

    private func isExternal() throws(CellFault) -> Bool {
        guard let text = cell("external") else { return false }
        switch text.lowercased() {
        case "t", "true", "y", "yes", "1": return true
        case "f", "false", "n", "no", "0": return false
        default: throw CellFault(column: "external", fault: .notTrueOrFalse(text))
        }
    }

    private func needed(_ column: String) throws(CellFault) -> String {
        guard let text = cell(column) else { throw CellFault(column: column, fault: .emptyCell(column)) }
        return text
    }

    /// A cell, or `nil` when it is empty or there is no such column.
    private func cell(_ column: String) -> String? {
        guard let index = columns[column] else { return nil }
        let text = batch.field(record, index)
        return text.isEmpty ? nil : text
    }
}
