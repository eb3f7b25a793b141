/// One thing that happens in an XML document, in document order.
public enum XMLEvent: Sendable, Equatable {
    /// An element begins. An empty element (`<a/>`) gives a start and an end.
    case start(XMLTag)
    /// The text between two tags, whole: entities resolved, CDATA joined, comments left out.
    ///
    /// White space alone is only given when it is all that an element holds (`<t> </t>`); the indentation between
    /// elements is not text in any format that we read.
    case text(String)
    /// The element of this local name ends.
    case end(String)
}

/// The start tag of an element, with its place in the file.
public struct XMLTag: Sendable, Equatable {
    /// The name without its prefix: `Ntry` for `<c:Ntry>`.
    public var name: String
    /// The namespace that the prefix (or the default) stands for; empty when there is none.
    public var namespace: String
    /// The attributes in the order of the file, without namespace declarations.
    public var attributes: [XMLAttribute]
    /// The line of its `<`, from 1.
    public var line: Int
    /// The column of its `<`, in characters, from 1.
    public var column: Int

    /// The value of the attribute of this local name, whatever its namespace.
    public subscript(name: String) -> String? {
        for attribute in attributes where attribute.name == name { return attribute.value }
        return nil
    }
}

/// An attribute of a start tag.
public struct XMLAttribute: Sendable, Equatable {
    /// The name without its prefix.
    public var name: String
    /// The namespace of its prefix; empty when it has none.
    public var namespace: String
    /// The value, entities resolved.
    public var value: String
}
