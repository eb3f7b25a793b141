import CLibPQ
import Storage

/// A result of libpq, freed with this object; its values are in binary form and read in place.
final class PostgresResult {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// The number of rows.
    var count: Int { Int(PQntuples(result)) }

    /// The number of columns.
    var width: Int { Int(PQnfields(result)) }

    /// What was done, such as `INSERT 0 1`.
    var tag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// The number of rows that an `INSERT`, `UPDATE` or `DELETE` has changed; 0 for anything else.
    var changes: Int {
        guard !tag.hasPrefix("SELECT"), let count = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    /// All rows.
    func rows() throws -> [Row] {
        let types = types
        return try (0..<count).map { try row($0, types) }
    }

    /// The type of each column.
    var types: [Oid] { (0..<width).map { PQftype(result, CInt($0)) } }

    /// One row; `types` are this result's, asked for once.
    func row(_ row: Int, _ types: [Oid]) throws -> Row {
        Row(try types.indices.map { try value(row, $0, types[$0]) })
    }

    private func value(_ row: Int, _ column: Int, _ type: Oid) throws -> Value {
        guard let bytes = bytes(row, column) else { return .null }
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid, PostgresType.bool:
            return .integer(try Self.integer(bytes, type))
        case PostgresType.float8: return .real(Double(bitPattern: Self.bigEndian(bytes)))
        case PostgresType.float4: return .real(Double(Float(bitPattern: UInt32(Self.bigEndian(bytes)))))
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.char,
            PostgresType.unknown:
            return .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.bytea: return .blob(Array(bytes))
        case PostgresType.numeric: return try Self.numeric(bytes)
        case PostgresType.void: return .null
        default:
            throw StorageError.other(
                code: "42846", message: "a column of type \(type): cast it to one of the five types")
        }
    }

    /// The whole number at a place; `Int64.min` for `NULL`.
    func integer(_ row: Int, _ column: Int, _ type: Oid) throws -> Int64 {
        guard let bytes = bytes(row, column) else { return Int64.min }
        return try Self.integer(bytes, type)
    }

    @inline(__always) private func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let length = PQgetlength(result, CInt(row), CInt(column))
        if length == 0, PQgetisnull(result, CInt(row), CInt(column)) == 1 { return nil }
        return UnsafeRawBufferPointer(start: PQgetvalue(result, CInt(row), CInt(column)), count: Int(length))
    }

    private static func integer(_ bytes: UnsafeRawBufferPointer, _ type: Oid) throws -> Int64 {
        switch type {
        case PostgresType.int8: return Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case PostgresType.int4: return Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case PostgresType.int2: return Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case PostgresType.oid: return Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
        case PostgresType.bool: return bytes[0] == 0 ? 0 : 1
        case PostgresType.numeric:
            if case .integer(let integer) = try numeric(bytes) { return integer }
            fallthrough
        default:
            throw StorageError.other(
                code: "42846", message: "a column of type \(type) where a whole number is expected")
        }
    }

    private static func bigEndian(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A `NUMERIC`, which is what a `SUM` or `AVG` over whole numbers is: a whole number if it has no decimals and fits,
    /// else a real. Digits have base 10,000; the first counts 10,000 to the power of `weight`.
    private static func numeric(_ bytes: UnsafeRawBufferPointer) throws -> Value {
        func short(_ index: Int) -> Int16 {
            Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self))
        }
        let count = Int(short(0))
        let weight = Int(short(1))
        let sign = UInt16(bitPattern: short(2))
        guard sign == 0 || sign == 0x4000 else { return .null }  // NaN and infinities
        var whole: Int64 = 0
        var real = 0.0
        var fits = short(3) == 0
        for place in 0..<max(count, weight + 1) {
            let digit = place < count ? Int64(short(4 + place)) : 0
            real += Double(digit) * power(weight - place)
            guard fits, place <= weight else { continue }
            let (product, over) = whole.multipliedReportingOverflow(by: 10_000)
            let (sum, more) = product.addingReportingOverflow(digit)
            fits = !over && !more
            whole = sum
        }
        if fits { return .integer(sign == 0 ? whole : -whole) }
        return .real(sign == 0 ? real : -real)
    }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10_000 }
        return exponent < 0 ? 1 / power : power
    }
}
