/// Writes FollowTheMoney JSON lines, the same bytes for the same entity.
///
/// The id comes first, so that plain `sort` groups the lines of an entity, as FtM's own tools expect.
public enum FtMEntityWriter {
    /// Appends an entity and a line end, in UTF-8.
    ///
    /// - Throws: `FtMFault` when the schema or a property is not in the model: FtM's readers would drop such values
    ///   in silence, and an export must not lose what it was given.
    public static func write(_ entity: FtMEntity, to bytes: inout [UInt8]) throws(FtMFault) {
        JSONWriter.write(.object(try object(of: entity)), to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func object(of entity: FtMEntity) throws(FtMFault) -> JSONObject {
        guard !entity.id.isEmpty else { throw .missing("id") }
        guard let schema = FtMModel.standard.schema(entity.schema) else { throw .unknownSchema(entity.schema) }
        var object = JSONObject()
        object["id"] = .string(entity.id)
        object["caption"] = entity.caption.map(JSONValue.string)
        object["schema"] = .string(entity.schema)
        var properties = JSONObject()
        for property in entity.properties {
            guard schema.type(of: property.name) != nil else {
                throw .unknownProperty(property.name, schema: entity.schema)
            }
            properties[property.name] = texts(property.values)
        }
        object["properties"] = .object(properties)
        object["referents"] = texts(entity.referents)
        object["datasets"] = texts(entity.datasets)
        object["first_seen"] = entity.firstSeen.map(JSONValue.string)
        object["last_seen"] = entity.lastSeen.map(JSONValue.string)
        object["last_change"] = entity.lastChange.map(JSONValue.string)
        for member in entity.others.members where object[member.name] == nil {
            object[member.name] = member.value
        }
        return object
    }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
