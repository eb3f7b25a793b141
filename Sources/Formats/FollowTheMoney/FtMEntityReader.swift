/// Reads FollowTheMoney JSON lines: one entity a line.
///
/// A bad line is handed out as rejected, with its place and its text, and reading goes on. A line that passes
/// `limits.recordBytes` stops the reading: such a file is not what it says it is.
///
///     var reader = FtMEntityReader(stream)
///     while let item = try reader.next() { … }
public struct FtMEntityReader {
    /// What a line turned out to be.
    public enum Item: Equatable, Sendable {
        /// An entity, the line it stands on, and what is odd about it (properties that its schema does not have).
        case entity(FtMEntity, line: Int, warnings: [FormatError])
        /// A line that is not an entity: why, and what it says.
        case rejected(FormatError, text: String)
    }

    private var lines: JSONLines
    private let limits: Limits

    /// Starts reading a stream of UTF-8 text.
    public init(_ stream: ByteStream, limits: Limits = .standard) {
        lines = JSONLines(stream, limits: limits)
        self.limits = limits
    }

    /// What the next line holds, or `nil` at the end. Empty lines are passed over.
    ///
    /// - Throws: `FormatError` for a line beyond the limit, and what the stream throws.
    public mutating func next() throws -> Item? {
        while let bytes = try lines.next() {
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            do {
                let value = try JSONReader.value(bytes, limits: limits, line: lines.line)
                return try Self.entity(value, line: lines.line)
            } catch let error as FormatError {
                return .rejected(error, text: String(decoding: bytes, as: UTF8.self))
            }
        }
        return nil
    }

    private static func entity(_ value: JSONValue, line: Int) throws -> Item {
        let start = JSONPlace(line: line, column: 1)
        guard let object = value.object else { throw start.error(FtMFault.notAnEntity.phrase) }
        let id = try text("id", of: object, line)
        let schemaName = try text("schema", of: object, line)
        guard let schema = FtMModel.standard.schema(schemaName) else {
            throw (object.place(of: "schema") ?? start).error(FtMFault.unknownSchema(schemaName).phrase)
        }
        var entity = FtMEntity(id: id, schema: schemaName)
        let warnings = try properties(of: object, schema, into: &entity)
        for member in object.members { try context(member, into: &entity) }
        return .entity(entity, line: line, warnings: warnings)
    }

    /// Adds the properties; returns warnings for those that the schema does not have.
    private static func properties(
        of object: JSONObject, _ schema: FtMModel.Schema, into entity: inout FtMEntity
    ) throws -> [FormatError] {
        guard let member = object.members.first(where: { $0.name == "properties" }) else { return [] }
        guard let properties = member.value.object else {
            throw member.place.error(FtMFault.notTexts("properties").phrase)
        }
        var warnings: [FormatError] = []
        for property in properties.members {
            let values = try texts(property)
            if schema.type(of: property.name) == nil {
                entity.unknownProperties.append(FtMEntity.Property(property.name, values))
                let fault = FtMFault.unknownProperty(property.name, schema: schema.name)
                warnings.append(property.place.error(fault.phrase))
            } else {
                entity.append(property.name, values)
            }
        }
        return warnings
    }

    /// Everything that is neither id, schema nor properties.
    private static func context(_ member: JSONObject.Member, into entity: inout FtMEntity) throws {
        switch member.name {
        case "id", "schema", "properties": break
        case "caption": entity.caption = try optionalText(member)
        case "first_seen": entity.firstSeen = try optionalText(member)
        case "last_seen": entity.lastSeen = try optionalText(member)
        case "last_change": entity.lastChange = try optionalText(member)
        case "datasets": entity.datasets = try texts(member)
        case "referents": entity.referents = try texts(member)
        default: entity.others[member.name] = member.value
        }
    }

    private static func text(_ name: String, of object: JSONObject, _ line: Int) throws -> String {
        guard let text = object[name]?.text, !text.isEmpty else {
            throw (object.place(of: name) ?? JSONPlace(line: line, column: 1)).error(FtMFault.missing(name).phrase)
        }
        return text
    }

    private static func optionalText(_ member: JSONObject.Member) throws -> String? {
        if member.value == .null { return nil }
        guard let text = member.value.text else { throw member.place.error(FtMFault.notTexts(member.name).phrase) }
        return text
    }

    private static func texts(_ member: JSONObject.Member) throws -> [String] {
        guard let values = member.value.array else { throw member.place.error(FtMFault.notTexts(member.name).phrase) }
        return try values.map { value in
            guard let text = value.text else { throw member.place.error(FtMFault.notTexts(member.name).phrase) }
            return text
        }
    }
}
