import GRDBSQLite
import Storage

// Values in and out of a prepared statement (`sqlite3_stmt *`).
extension OpaquePointer {
    /// SQLite makes its own copy of what is bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Binds one value, counting places from 1; returns SQLite's code.
    func bind(_ value: Value, at place: CInt) -> CInt {
        switch value {
        case .null: return sqlite3_bind_null(self, place)
        case .integer(let integer): return sqlite3_bind_int64(self, place, integer)
        case .real(let real): return sqlite3_bind_double(self, place, real)
        case .text(var text):
            return text.withUTF8 { bytes in
                guard let start = bytes.baseAddress else { return sqlite3_bind_text(self, place, "", 0, nil) }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text64(self, place, $0, UInt64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            // A blob without bytes has no address, which SQLite would take for NULL.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(self, place, 0) }
            return sqlite3_bind_blob64(self, place, bytes, UInt64(bytes.count), Self.copied)
        }
    }

    /// The value in a column of the current row.
    func value(at column: CInt) -> Value {
        switch sqlite3_column_type(self, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(self, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(self, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(self, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(self, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(self, column)
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(self, column)))))
        default: return .null
        }
    }

    /// The whole number in a column of the current row; `Int64.min` for `NULL`.
    @inline(__always) func integer(at column: CInt) -> Int64 {
        let value = sqlite3_column_int64(self, column)
        // NULL reads as 0: only then is it worth asking.
        return value == 0 && sqlite3_column_type(self, column) == SQLITE_NULL ? Int64.min : value
    }
}
