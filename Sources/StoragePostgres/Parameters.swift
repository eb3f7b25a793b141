import CLibPQ
import Storage

/// Values on their way to the server, in binary form, back to back in one array.
struct Parameters {
    /// The type of each value; 0, which lets the server infer it, for `NULL`.
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each value begins in `bytes`; -1 for `NULL`.
    private var starts: [Int] = []
    private var lengths: [CInt] = []

    init(_ values: [Value]) {
        for value in values { append(value) }
        bytes.append(0)  // Never empty, so that an empty text has an address: without one libpq sends NULL.
    }

    private mutating func append(_ value: Value) {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
        case .real(let real): withUnsafeBytes(of: real.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .blob(let blob): bytes.append(contentsOf: blob)
        }
        types.append(Self.type(of: value))
        starts.append(value == .null ? -1 : start)
        lengths.append(CInt(bytes.count - start))
    }

    private static func type(of value: Value) -> Oid {
        switch value {
        case .null: 0
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .blob: PostgresType.bytea
        }
    }

    /// Calls `body` with what libpq wants: the values' addresses, lengths and formats (1, binary).
    func withPointers<Result>(
        _ body: ([UnsafePointer<CChar>?], [CInt], [CInt]) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes { bytes in
            let base = bytes.bindMemory(to: CChar.self).baseAddress
            let pointers = starts.map { start in start < 0 ? nil : base.map { $0 + start } }
            return try body(pointers, lengths, lengths.map { _ in 1 })
        }
    }
}
