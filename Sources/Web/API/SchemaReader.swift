import Records

/// Reads the shape of a `Codable` type off the very code that decodes it: what it asks a decoder for is what it holds.
///
/// Every value is answered with an empty one; optional values are answered as if they were there, so that their
/// shape is seen too.
final class SchemaReader {
    /// The shape of a value.
    indirect enum Shape: Sendable, Equatable {
        case any
        case text
        case whole
        case number
        case flag
        case list(Shape)
        case map(Shape)
        case value(any WireValue.Type)
        case fields([Field])

        static func == (left: Shape, right: Shape) -> Bool { "\(left)" == "\(right)" }
    }

    /// A named part of a value.
    struct Field: Sendable, Equatable {
        var name: String
        var shape: Shape
        var isOptional: Bool
    }

    /// The fields of a type.
    static func fields(of type: any WireValue.Type) -> [Field] {
        let reader = SchemaReader()
        // Decoding succeeds: every value asked for is given. If it did not, the fields so far would be missing in the
        // document, and the test that compares it with real answers would tell.
        _ = try? type.init(from: Probe(reader: reader))
        if case .fields(let fields) = reader.shape { return fields }
        return []
    }

    fileprivate var shape: Shape?

    fileprivate func add(_ field: Field) {
        guard case .fields(let fields) = shape else {
            shape = .fields([field])
            return
        }
        shape = .fields(fields + [field])
    }

    /// The shape of any decodable type, with an empty value of it.
    fileprivate static func empty<T: Decodable>(_ type: T.Type) throws -> (T, Shape) {
        // A field of a record may be anything: what, its type's own operations say.
        if let anything = Tree.null as? T { return (anything, .any) }
        let reader = SchemaReader()
        let value = try T(from: Probe(reader: reader))
        if let wire = type as? any WireValue.Type { return (value, .value(wire)) }
        return (value, reader.shape ?? .fields([]))
    }
}

private struct Probe: Decoder {
    let reader: SchemaReader
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields<Key>(reader: reader))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { Items(reader: reader) }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(reader: reader) }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: SchemaReader
    var codingPath: [any CodingKey] { [] }
    // Only dictionaries ask which keys there are: one stands for all.
    var allKeys: [Key] { Key(stringValue: "*").map { [$0] } ?? [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    private func add<T>(_ key: Key, _ shape: SchemaReader.Shape, _ value: T, isOptional: Bool = false) -> T {
        if key.stringValue == "*" {
            reader.shape = .map(shape)
        } else {
            reader.add(SchemaReader.Field(name: key.stringValue, shape: shape, isOptional: isOptional))
        }
        return value
    }

    func decode(_ type: Bool.Type, forKey key: Key) -> Bool { add(key, .flag, false) }
    func decode(_ type: String.Type, forKey key: Key) -> String { add(key, .text, "") }
    func decode(_ type: Double.Type, forKey key: Key) -> Double { add(key, .number, 0) }
    func decode(_ type: Int.Type, forKey key: Key) -> Int { add(key, .whole, 0) }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let (value, shape) = try SchemaReader.empty(type)
        return add(key, shape, value)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? { add(key, .text, "", isOptional: true) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) -> Double? { add(key, .number, 0, isOptional: true) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? { add(key, .whole, 0, isOptional: true) }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? { add(key, .flag, false, isOptional: true) }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        let (value, shape) = try SchemaReader.empty(type)
        return add(key, shape, value, isOptional: true)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type, forKey key: Key) -> KeyedDecodingContainer<
        NestedKey
    > {
        KeyedDecodingContainer(Fields<NestedKey>(reader: SchemaReader()))
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { Items(reader: SchemaReader()) }
    func superDecoder() -> any Decoder { Probe(reader: SchemaReader()) }
    func superDecoder(forKey key: Key) -> any Decoder { Probe(reader: SchemaReader()) }
}

private struct Items: UnkeyedDecodingContainer {
    let reader: SchemaReader
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var currentIndex = 0
    // One item shows the shape of all.
    var isAtEnd: Bool { currentIndex > 0 }

    init(reader: SchemaReader) { self.reader = reader }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        let (value, shape) = try SchemaReader.empty(type)
        reader.shape = .list(shape)
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields<Key>(reader: SchemaReader()))
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { Items(reader: SchemaReader()) }
    mutating func superDecoder() -> any Decoder { Probe(reader: SchemaReader()) }
}

private struct Single: SingleValueDecodingContainer {
    let reader: SchemaReader
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode(_ type: Bool.Type) -> Bool { set(.flag, false) }
    func decode(_ type: String.Type) -> String { set(.text, "") }
    func decode(_ type: Double.Type) -> Double { set(.number, 0) }
    func decode(_ type: Int.Type) -> Int { set(.whole, 0) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (value, shape) = try SchemaReader.empty(type)
        return set(shape, value)
    }

    private func set<T>(_ shape: SchemaReader.Shape, _ value: T) -> T {
        reader.shape = shape
        return value
    }
}
