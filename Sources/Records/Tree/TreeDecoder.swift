extension Tree {
    /// The value that the tree holds; throws a `DecodingError` that names the place which does not fit.
    func value<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try TreeDecoder(tree: self, codingPath: []).value()
    }
}

private struct TreeDecoder: Decoder {
    let tree: Tree
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// What documents hold most comes first: each question of a type costs a little.
    func value<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        let found: Any?
        switch (tree, type) {
        case (.text(let text), is String.Type): found = text
        case (.flag(let flag), is Bool.Type): found = flag
        case (.integer(let number), is Int.Type): found = number
        case (_, is Tree.Type): found = tree
        case (.integer(let number), is Double.Type): found = Double(number)
        case (.number(let number), is Double.Type): found = number
        case (.integer(let number), is Float.Type): found = Float(number)
        case (.number(let number), is Float.Type): found = Float(number)
        case (.integer(let number), let whole as any FixedWidthInteger.Type): found = Self.whole(number, whole)
        default:
            guard !Self.isPlain(type) else { throw mismatch(type) }
            return try T(from: self)
        }
        guard let value = found as? T else { throw mismatch(type) }
        return value
    }

    // Whoever makes such a value from a decoder asks it for the very value that it is.
    private static func isPlain(_ type: any Any.Type) -> Bool {
        type is String.Type || type is Bool.Type || type is Double.Type || type is Float.Type
            || type is any FixedWidthInteger.Type
    }

    private static func whole<Whole: FixedWidthInteger>(_ number: Int, _ type: Whole.Type) -> Whole? {
        Whole(exactly: number)
    }

    func mismatch(_ type: any Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "not a \(type)")
        return tree == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let fields) = tree else { throw mismatch([String: Tree].self) }
        return KeyedDecodingContainer(Fields(fields: fields, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = tree else { throw mismatch([Tree].self) }
        return Items(items: items, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let fields: [String: Tree]
    let codingPath: [any CodingKey]
    var allKeys: [Key] { fields.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { fields[key.stringValue] != nil }

    private func inner(_ key: some CodingKey) throws -> TreeDecoder {
        guard let tree = fields[key.stringValue] else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no such field"))
        }
        return TreeDecoder(tree: tree, codingPath: codingPath + [key])
    }

    func decodeNil(forKey key: Key) throws -> Bool { try inner(key).tree == .null }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try inner(key).value() }

    func nestedContainer<Nested>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try inner(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inner(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { try inner(Super.super) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }

    private enum Super: CodingKey { case `super` }
}

private struct Items: UnkeyedDecodingContainer {
    let items: [Tree]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(items: [Tree], codingPath: [any CodingKey]) { (self.items, self.codingPath) = (items, codingPath) }

    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex == items.count }

    private struct Place: CodingKey {
        let place: Int
        init(_ place: Int) { self.place = place }
        init?(stringValue: String) { nil }
        init?(intValue: Int) { place = intValue }
        var stringValue: String { String(place) }
        var intValue: Int? { place }
    }

    private func inner() throws -> TreeDecoder {
        let path = codingPath + [Place(currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(Tree.self, .init(codingPath: path, debugDescription: "too few"))
        }
        return TreeDecoder(tree: items[currentIndex], codingPath: path)
    }

    // Only what could be read has been read.
    private mutating func next<Found>(_ find: (TreeDecoder) throws -> Found) throws -> Found {
        let found = try find(try inner())
        currentIndex += 1
        return found
    }

    mutating func decodeNil() throws -> Bool {
        guard try inner().tree == .null else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next { try $0.value() } }
    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try next { try $0.container(keyedBy: type) }
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try next { $0 } }
}

private struct Single: SingleValueDecodingContainer {
    let decoder: TreeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.tree == .null }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value() }
}
