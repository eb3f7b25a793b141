/// A value of CBOR (RFC 8949), in the canonical subset that authenticators write (CTAP2 §8): whole numbers, byte strings,
/// UTF-8 texts, arrays, maps, booleans and null; definite lengths in their shortest form; keys of maps sorted and each
/// once; no tags, no floating point.
///
/// One value has one encoding, so that what was signed and what we read are the same.
indirect enum CBOR: Hashable, Sendable {
    case integer(Int)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([Entry])
    case bool(Bool)
    case null

    struct Entry: Hashable, Sendable {
        var key: CBOR
        var value: CBOR
    }

    /// The deepest nesting; CTAP2 allows authenticators four levels, and attestation objects stay within them.
    static let deepest = 4
    /// The most bytes; an attestation with its certificates has a few thousand.
    static let most = 65_536

    /// Reads a value that fills all of the bytes; `nil` when they are anything else.
    init?(_ bytes: [UInt8]) {
        guard let (value, end) = Self.first(bytes[...]), end == bytes.endIndex else { return nil }
        self = value
    }

    /// Reads the value at the beginning of the bytes, and says where it ends.
    static func first(_ bytes: ArraySlice<UInt8>) -> (CBOR, end: Int)? {
        guard bytes.count <= most else { return nil }
        var reader = CBORReader(bytes: bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        return (value, reader.bytes.startIndex)
    }

    /// The value of a key of a map.
    subscript(_ key: CBOR) -> CBOR? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The keys of a map, in order.
    var keys: [CBOR] {
        guard case .map(let entries) = self else { return [] }
        return entries.map(\.key)
    }

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
}

extension CBOR: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(integerLiteral value: Int) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
}

/// Reads values from the beginning of bytes, and removes what it has read.
private struct CBORReader {
    var bytes: ArraySlice<UInt8>

    mutating func value(depth: Int) -> CBOR? {
        guard depth <= CBOR.deepest, let head = bytes.popFirst() else { return nil }
        if head >> 5 == 7 { return simple(head) }
        guard let argument = argument(head & 0x1F) else { return nil }
        switch head >> 5 {
        case 0: return .integer(argument)
        case 1: return .integer(-1 - argument)
        case 2: return take(argument).map { .bytes(Array($0)) }
        case 3: return take(argument).flatMap { String(validating: $0, as: UTF8.self) }.map { .text($0) }
        case 4: return array(argument, depth)
        case 5: return map(argument, depth)
        default: return nil  // a tag
        }
    }

    private func simple(_ head: UInt8) -> CBOR? {
        switch head {
        case 0xF4: .bool(false)
        case 0xF5: .bool(true)
        case 0xF6: .null
        default: nil
        }
    }

    /// A length or number, in its shortest form.
    private mutating func argument(_ low: UInt8) -> Int? {
        guard low >= 24 else { return Int(low) }
        guard low <= 27, let tail = take(1 << Int(low - 24)) else { return nil }
        let value = tail.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let least: UInt64 = [24, 1 << 8, 1 << 16, 1 << 32][Int(low - 24)]
        return value >= least ? Int(exactly: value) : nil
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    private mutating func array(_ count: Int, _ depth: Int) -> CBOR? {
        guard count <= bytes.count else { return nil }
        var values: [CBOR] = []
        for _ in 0..<count {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func map(_ count: Int, _ depth: Int) -> CBOR? {
        guard count <= bytes.count / 2 else { return nil }
        var entries: [CBOR.Entry] = []
        var last: ArraySlice<UInt8>?
        for _ in 0..<count {
            let rest = bytes
            guard let key = value(depth: depth + 1), key.integer != nil || key.text != nil else { return nil }
            let written = rest.prefix(rest.count - bytes.count)
            if let last, !Self.isBefore(last, written) { return nil }
            last = written
            guard let value = value(depth: depth + 1) else { return nil }
            entries.append(CBOR.Entry(key: key, value: value))
        }
        return .map(entries)
    }

    /// The order of keys: by type, then the shorter, then byte by byte (CTAP2 §8).
    private static func isBefore(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        guard let leftHead = left.first, let rightHead = right.first else { return false }
        if leftHead >> 5 != rightHead >> 5 { return leftHead >> 5 < rightHead >> 5 }
        return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
}
