/// One statement: a source's word that an entity has a property with a value. One row of a statements file.
public struct FtMStatement: Equatable, Sendable {
    /// The id of the entity that this one was merged into; its own id when it was not.
    public var canonicalID: String
    /// The id that the source gave the entity.
    public var entityID: String
    /// The property, or `id` for the statement that the entity exists.
    public var property: String
    /// The schema that the source saw the entity as.
    public var schema: String
    /// The value.
    public var value: String
    /// The data set that says so.
    public var dataset: String
    /// Where in the data set it came from, such as a crawler or a file.
    public var origin: String?
    /// The language of the value, ISO 639-3, for texts.
    public var language: String?
    /// The value before it was cleaned, when that differs.
    public var originalValue: String?
    /// Whether it is a suggestion from outside, not part of the data set proper.
    public var isExternal = false
    /// When it was first seen, ISO 8601 as written.
    public var firstSeen: String?
    /// When it was last seen, ISO 8601 as written.
    public var lastSeen: String?
    /// The id that the file gave it; `nil` for a new statement, which is written with `computedID`.
    public var givenID: String?

    /// Makes a statement about an entity that has not been merged.
    public init(entityID: String, property: String, schema: String, value: String, dataset: String) {
        canonicalID = entityID
        self.entityID = entityID
        self.property = property
        self.schema = schema
        self.value = value
        self.dataset = dataset
    }

    /// The property of the statement that an entity exists.
    public static let existence = "id"

    /// The type of the value, or `nil` when the model has no such schema or property.
    public var propertyType: String? {
        property == Self.existence ? Self.existence : FtMModel.standard.schema(schema)?.type(of: property)
    }

    /// The id as FollowTheMoney 4 computes it: a SHA-1 over what makes the statement what it is, so that two
    /// systems that hold the same statement give it the same id.
    public var computedID: String {
        var key = "\(dataset).\(entityID).\(property).\(value)"
        if let language = meaningfulLanguage { key += "@\(language)" }
        if isExternal { key += ".ext" }
        return SHA1.hexadecimal(Array(key.utf8))
    }

    /// The language, unless the value is of a type that is the same in every language.
    var meaningfulLanguage: String? {
        guard let language, !language.isEmpty, let type = propertyType else { return nil }
        return Self.typesWithoutLanguage.contains(type) ? nil : language
    }

    private static let typesWithoutLanguage: Set<String> = [
        "entity", "date", "checksum", "email", "phone", "gender", "mimetype", "topic", "url", "country", "language",
        "ip", existence,
    ]

    /// The statements that an entity amounts to: that it exists, and one for each value.
    public static func statements(of entity: FtMEntity, dataset: String, origin: String? = nil) -> [FtMStatement] {
        let values = [(existence, entity.id)] + entity.properties.flatMap { one in one.values.map { (one.name, $0) } }
        return values.map { property, value in
            var statement = FtMStatement(
                entityID: entity.id, property: property, schema: entity.schema, value: value, dataset: dataset)
            statement.origin = origin
            statement.firstSeen = entity.firstSeen
            statement.lastSeen = entity.lastSeen ?? entity.firstSeen
            return statement
        }
    }
}
