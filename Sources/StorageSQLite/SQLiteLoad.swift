import GRDBSQLite
import Storage

/// Bulk loading straight from the flat arrays of a batch: nothing is copied and nothing allocated for a row.
enum SQLiteLoad {
    /// A column's values in place.
    enum Column {
        case integers(UnsafeBufferPointer<Int64>)
        case constant(Int64)
        case reals(UnsafeBufferPointer<Double>)
        case texts(UnsafePointer<CChar>, ends: UnsafeBufferPointer<Int>)

        /// Whether the first row's value is every row's: what is bound stays bound until it is bound anew.
        var isConstant: Bool {
            if case .constant = self { true } else { false }
        }

        /// Binds a row's value; `NULL`, too, because the row before has left its own in the place.
        @inline(__always) func bind(_ row: Int, to statement: OpaquePointer, at place: CInt) {
            switch self {
            case .integers(let values):
                if values[row] == Int64.min {
                    sqlite3_bind_null(statement, place)
                } else {
                    sqlite3_bind_int64(statement, place, values[row])
                }
            case .constant(let value): sqlite3_bind_int64(statement, place, value)
            case .reals(let values): sqlite3_bind_double(statement, place, values[row])  // SQLite takes NaN for NULL.
            case .texts(let bytes, let ends):
                if ends[row] < 0 {
                    sqlite3_bind_null(statement, place)
                } else {
                    let start = row == 0 ? 0 : Swift.max(ends[row - 1], ~ends[row - 1])
                    // No destructor: the bytes are in place until `withPointers` ends, after the last step.
                    sqlite3_bind_text(statement, place, bytes + start, CInt(ends[row] - start), nil)
                }
            }
        }
    }

    /// Calls `body` with pointers to all columns, which are good until it returns.
    static func withPointers<Result>(
        to columns: [ColumnBatch.Column], _ found: [Column] = [], _ body: ([Column]) throws -> Result
    ) throws -> Result {
        guard found.count < columns.count else { return try body(found) }
        switch columns[found.count] {
        case .integers(let values):
            return try values.withUnsafeBufferPointer { try withPointers(to: columns, found + [.integers($0)], body) }
        case .constant(let value): return try withPointers(to: columns, found + [.constant(value)], body)
        case .reals(let values):
            return try values.withUnsafeBufferPointer { try withPointers(to: columns, found + [.reals($0)], body) }
        case .texts(let texts):
            return try texts.ends.withUnsafeBufferPointer { ends in
                // One byte more, so that a column of empty texts has an address too: without one SQLite binds NULL.
                let bytes = texts.bytes.isEmpty ? [0] : texts.bytes
                return try bytes.withUnsafeBytes { bytes in
                    guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return try body(found) }
                    return try withPointers(to: columns, found + [.texts(start, ends: ends)], body)
                }
            }
        }
    }
}
