extension Tree {
    /// Any value as a tree, without the way over JSON's text: a record becomes a document at every action.
    init(of value: some Encodable) throws { self = try TreeNode.made(of: value).tree }
}

/// A place in a tree that is being made.
private final class TreeNode {
    enum Content {
        case value(Tree)
        case fields([String: TreeNode])
        case items([TreeNode])
    }

    var content = Content.value(.null)

    var tree: Tree {
        switch content {
        case .value(let tree): tree
        case .fields(let fields): .object(fields.mapValues(\.tree))
        case .items(let items): .list(items.map(\.tree))
        }
    }

    static func made(of value: some Encodable) throws -> TreeNode {
        let node = TreeNode()
        try node.set(value)
        return node
    }

    // What documents hold most comes first: each question of a type costs a little.
    func set(_ value: some Encodable) throws {
        switch value {
        case let text as String: content = .value(.text(text))
        case let tree as Tree: content = .value(tree)
        case let flag as Bool: content = .value(.flag(flag))
        case let number as Int: content = .value(.integer(number))
        case let number as Double: content = .value(Tree(number: number))
        case let number as any FixedWidthInteger: content = .value(try Self.whole(number))
        case let number as Float: content = .value(Tree(number: Double(number)))
        default: try value.encode(to: TreeEncoder(node: self))
        }
    }

    private static func whole(_ number: some FixedWidthInteger) throws -> Tree {
        guard let number = Int(exactly: number) else {
            throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: "more than 64 bits"))
        }
        return .integer(number)
    }

    func add(_ node: TreeNode, as name: String) {
        var fields: [String: TreeNode] = if case .fields(let fields) = content { fields } else { [:] }
        content = .fields([:])  // So that there is one owner, and nothing is copied.
        fields[name] = node
        content = .fields(fields)
    }

    func append(_ node: TreeNode) {
        var items: [TreeNode] = if case .items(let items) = content { items } else { [] }
        content = .items([])
        items.append(node)
        content = .items(items)
    }

    var count: Int { if case .items(let items) = content { items.count } else { 0 } }
}

private struct TreeEncoder: Encoder {
    let node: TreeNode
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.content = .fields([:])
        return KeyedEncodingContainer(Fields(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.content = .items([])
        return Items(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: TreeNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.add(TreeNode(), as: key.stringValue) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        node.add(try .made(of: value), as: key.stringValue)
    }

    private func inner(_ key: some CodingKey) -> TreeEncoder {
        let inner = TreeNode()
        node.add(inner, as: key.stringValue)
        return TreeEncoder(node: inner)
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        inner(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { inner(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { inner(Super.super) }
    func superEncoder(forKey key: Key) -> any Encoder { inner(key) }

    private enum Super: CodingKey { case `super` }
}

private struct Items: UnkeyedEncodingContainer {
    let node: TreeNode
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.count }

    func encodeNil() { node.append(TreeNode()) }
    func encode<T: Encodable>(_ value: T) throws { node.append(try .made(of: value)) }

    private var inner: TreeEncoder {
        let inner = TreeNode()
        node.append(inner)
        return TreeEncoder(node: inner)
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        inner.container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { inner.unkeyedContainer() }
    func superEncoder() -> any Encoder { inner }
}

private struct Single: SingleValueEncodingContainer {
    let node: TreeNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.content = .value(.null) }
    func encode<T: Encodable>(_ value: T) throws { try node.set(value) }
}
