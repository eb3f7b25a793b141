/// The members of a JSON object, in the order in which they were written, no name twice.
public struct JSONObject: Equatable, Sendable {
    /// One name and its value.
    public struct Member: Equatable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public var value: JSONValue
        /// Where the value begins in the input; line 0 when the member was not read from one.
        public let place: JSONPlace

        /// Members are equal when they say the same, wherever they stood.
        public static func == (left: Member, right: Member) -> Bool {
            left.name == right.name && left.value == right.value
        }
    }

    /// The members in their order.
    public private(set) var members: [Member] = []

    /// Makes an empty object.
    public init() {}

    /// The value of a name, or `nil`. Setting `nil` removes the member; a new name goes to the end.
    public subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value, place: JSONPlace()))
            case (nil, nil): break
            }
        }
    }

    /// Where the value of a name begins in the input, or `nil` when there is no such member.
    public func place(of name: String) -> JSONPlace? {
        members.first { $0.name == name }?.place
    }

    /// For the reader alone, which has checked that the name is new.
    mutating func append(_ name: String, _ value: JSONValue, at place: JSONPlace) {
        members.append(Member(name: name, value: value, place: place))
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object from names and values. A name given again replaces the earlier value.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        for (name, value) in members { self[name] = value }
    }
}

/// A place in a JSON text.
public struct JSONPlace: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The character in that line, from 1.
    public var column: Int

    /// Makes a place.
    public init(line: Int = 0, column: Int = 0) {
        self.line = line
        self.column = column
    }
}
