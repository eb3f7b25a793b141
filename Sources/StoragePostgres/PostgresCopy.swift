import CLibPQ
import Storage

/// Bulk loading by `COPY … FROM STDIN (FORMAT binary)`: each row is written once, into a buffer of fixed size.
struct PostgresCopy {
    /// Bytes that are gathered before libpq gets them.
    private static let portion = 128 * 1024

    private let connection: PostgresConnection
    private let columns: [(name: String, values: ColumnBatch.Column)]
    private let count: Int
    private let table: String

    init(_ connection: PostgresConnection, _ batch: ColumnBatch, into table: String) {
        self.connection = connection
        self.table = table
        columns = batch.columns.filter { !$0.values.isAllNull }
        count = batch.count
    }

    func run() throws {
        guard count > 0 else { return }
        guard !columns.isEmpty else { throw StorageError.constraint("\(table): a batch whose columns are all NULL") }
        try requireTypes()
        let names = columns.map(\.name).joined(separator: ", ")
        try connection.command("COPY \(table) (\(names)) FROM STDIN (FORMAT binary)")
        do {
            try send()
        } catch {
            _ = try? end(reason: "broken off")
            throw error
        }
        try end(reason: nil)
    }

    /// The binary form is not converted by the server: a whole number's bytes sent to a column of reals would be taken
    /// for a wrong real. So each column must have the very type.
    private func requireTypes() throws {
        let found = try connection.run(
            """
            SELECT attname, atttypid FROM pg_attribute
            WHERE attrelid = to_regclass(\(table)) AND attnum > 0 AND NOT attisdropped
            """)
        let types = Dictionary(try found.rows().map { ($0.text(0), Oid($0.int(1))) }, uniquingKeysWith: { $1 })
        for column in columns {
            guard let type = types[column.name] else {
                throw StorageError.other(code: "42703", message: "\(table) has no column \(column.name)")
            }
            guard type == column.values.type else {
                throw StorageError.constraint("\(table).\(column.name) does not hold values of this type")
            }
        }
    }

    private func send() throws {
        var buffer = CopyBuffer(capacity: Self.portion)
        buffer.appendHeader()
        for row in 0..<count {
            buffer.append(Int16(columns.count))
            for column in columns { buffer.append(column.values, row) }
            if buffer.bytes.count >= Self.portion { try flush(&buffer) }
        }
        buffer.append(Int16(-1))
        try flush(&buffer)
    }

    private func flush(_ buffer: inout CopyBuffer) throws {
        let code = buffer.bytes.withUnsafeBytes { bytes in
            PQputCopyData(connection.connection, bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count))
        }
        guard code == 1 else {
            throw StorageError.connectionLost(PostgresConnection.message(of: connection.connection))
        }
        buffer.bytes.removeAll(keepingCapacity: true)
    }

    /// Ends the copy, or breaks it off for a reason; throws what the server says to it.
    private func end(reason: String?) throws {
        guard PQputCopyEnd(connection.connection, reason) == 1 else {
            throw StorageError.connectionLost(PostgresConnection.message(of: connection.connection))
        }
        var refusal: (any Error)?
        while let result = PQgetResult(connection.connection) {
            do { _ = try connection.checked(result) } catch { refusal = refusal ?? error }
        }
        if let refusal { throw refusal }
    }
}

extension ColumnBatch.Column {
    /// The type of column that holds these values.
    fileprivate var type: Oid {
        switch self {
        case .integers, .constant: PostgresType.int8
        case .reals: PostgresType.float8
        case .texts: PostgresType.text
        }
    }
}

/// Bytes of a binary `COPY`: for each row the number of fields, for each field its length, or -1 for `NULL`, and its bytes.
private struct CopyBuffer {
    var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity + 64 * 1024) }

    mutating func appendHeader() {
        bytes.append(contentsOf: "PGCOPY\n".utf8)
        bytes.append(contentsOf: [0xff, 0x0d, 0x0a, 0x00])
        append(Int32(0))  // flags
        append(Int32(0))  // length of the header's extension
    }

    @inline(__always) mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    @inline(__always) mutating func append(_ column: ColumnBatch.Column, _ row: Int) {
        switch column {
        case .integers(let values):
            guard values[row] != Int64.min else { return append(Int32(-1)) }
            append(Int32(8))
            append(values[row])
        case .constant(let value):
            append(Int32(8))
            append(value)
        case .reals(let values):
            guard !values[row].isNaN else { return append(Int32(-1)) }
            append(Int32(8))
            append(values[row].bitPattern)
        case .texts(let texts):
            guard texts.ends[row] >= 0 else { return append(Int32(-1)) }
            let start = row == 0 ? 0 : Swift.max(texts.ends[row - 1], ~texts.ends[row - 1])
            append(Int32(texts.ends[row] - start))
            bytes.append(contentsOf: texts.bytes[start..<texts.ends[row]])
        }
    }
}
