import Storage

/// The bytes of rows in a backup, the same for both databases.
///
/// A value is one byte for its type (0 `NULL`, 1 whole number, 2 number, 3 text, 4 bytes), then 8 bytes, or a length in 4
/// bytes and as many bytes. A row is its values. A part of a table is the number of columns (2 bytes), their names (each with its
/// length in 2 bytes), and rows.
enum RowCode {
    static func append(_ row: Row, to bytes: inout [UInt8]) throws(BackupError) {
        for value in row.values {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(1)
                bytes.appendBytes(of: number)
            case .real(let number):
                bytes.append(2)
                // SQLite keeps no negative zero.
                bytes.appendBytes(of: (number + 0).bitPattern)
            case .text(let text):
                bytes.append(3)
                try append(counted: text.utf8, to: &bytes)
            case .blob(let blob):
                bytes.append(4)
                try append(counted: blob, to: &bytes)
            }
        }
    }

    private static func append(counted content: some Collection<UInt8>, to bytes: inout [UInt8]) throws(BackupError) {
        guard let count = UInt32(exactly: content.count) else { throw .notABackup }
        bytes.appendBytes(of: count)
        bytes.append(contentsOf: content)
    }

    static func header(_ columns: [String]) throws(BackupError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendBytes(of: UInt16(columns.count))
        for column in columns {
            bytes.appendBytes(of: UInt16(column.utf8.count))
            bytes.append(contentsOf: column.utf8)
        }
        return bytes
    }

    /// Reads a part. Throws `notABackup`.
    static func part(_ bytes: [UInt8]) throws(BackupError) -> (columns: [String], rows: [Row]) {
        var reader = ByteReader(bytes: bytes)
        var columns: [String] = []
        for _ in 0..<(try reader.number(2)) {
            columns.append(String(decoding: try reader.take(try reader.number(2)), as: UTF8.self))
        }
        var rows: [Row] = []
        while !reader.isAtEnd {
            guard !columns.isEmpty else { throw .notABackup }
            var values: [Value] = []
            values.reserveCapacity(columns.count)
            for _ in columns { values.append(try reader.value()) }
            rows.append(Row(values))
        }
        return (columns, rows)
    }
}

private struct ByteReader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ count: Int) throws(BackupError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .notABackup }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    mutating func number(_ size: Int) throws(BackupError) -> Int {
        try take(size).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func value() throws(BackupError) -> Value {
        switch try number(1) {
        case 0: return .null
        case 1: return .integer(try take(8).reduce(0) { $0 << 8 | Int64($1) })
        case 2: return .real(Double(bitPattern: try take(8).reduce(0) { $0 << 8 | UInt64($1) }))
        case 3: return .text(String(decoding: try take(try number(4)), as: UTF8.self))
        case 4: return .blob(Array(try take(try number(4))))
        default: throw .notABackup
        }
    }
}
