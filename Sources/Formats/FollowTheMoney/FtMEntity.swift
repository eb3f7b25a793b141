/// An entity of FollowTheMoney: a person, a company, a call, a link; one line of an FtM JSON file.
public struct FtMEntity: Equatable, Sendable {
    /// A property's name and its values, in their order.
    public struct Property: Equatable, Sendable {
        /// The name, such as `birthDate`.
        public let name: String
        /// The values; every one a text, as FtM has it.
        public var values: [String]

        /// Makes a property.
        public init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The id, unique in its data set.
    public var id: String
    /// The schema's name, such as `Person`.
    public var schema: String
    /// What to call it, when the file says so.
    public var caption: String?
    /// The properties that the schema knows.
    public private(set) var properties: [Property] = []
    /// Properties that the schema does not know: kept to be shown, never written.
    public internal(set) var unknownProperties: [Property] = []
    /// The ids of the entities that were merged into this one.
    public var referents: [String] = []
    /// The data sets that speak of it.
    public var datasets: [String] = []
    /// When it was first seen, ISO 8601 as written.
    public var firstSeen: String?
    /// When it was last seen, ISO 8601 as written.
    public var lastSeen: String?
    /// When it last changed, ISO 8601 as written.
    public var lastChange: String?
    /// All other members of the line, as they were.
    public var others = JSONObject()

    /// Makes an entity without properties.
    public init(id: String, schema: String) {
        self.id = id
        self.schema = schema
    }

    /// The values of a property; empty when it has none.
    public subscript(property: String) -> [String] {
        properties.first { $0.name == property }?.values ?? []
    }

    /// Adds a value to a property. An empty value says nothing and is not added; nor is one that is there already,
    /// byte for byte: two spellings of the same letters remain two.
    public mutating func add(_ property: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        guard let index = properties.firstIndex(where: { $0.name == property }) else {
            return properties.append(Property(property, [value]))
        }
        let isThere = properties[index].values.contains { $0.utf8.elementsEqual(value.utf8) }
        if !isThere { properties[index].values.append(value) }
    }

    /// Adds a new property with many values; a set keeps a hostile list from costing the square of its length.
    mutating func append(_ property: String, _ values: [String]) {
        var seen: Set<[UInt8]> = []
        let distinct = values.filter { !$0.isEmpty && seen.insert(Array($0.utf8)).inserted }
        if !distinct.isEmpty { properties.append(Property(property, distinct)) }
    }
}
