/// Reads GeoJSON (RFC 7946): a collection of features, one feature, or a bare geometry, feature by feature.
///
/// A feature that makes no sense is rejected with its place, and reading goes on; broken JSON ends the reading.
/// Nothing but WGS 84 is accepted. When latitude and longitude look swapped, the error says so: in our region the
/// longitude is near 100, which no latitude can be.
///
///     var reader = try GeoJSONReader(stream)
///     while let item = try reader.next() { … }
public struct GeoJSONReader {
    /// What the next thing in the file turned out to be.
    public enum Item: Equatable, Sendable {
        /// A feature and the line on which it begins.
        case feature(GeoFeature, line: Int)
        /// Something that is no feature, and why.
        case rejected(FormatError)
    }

    private var elements: JSONElementReader
    private var isDone = false

    /// Limits for maps: one border can take megabytes.
    public static let limits: Limits = {
        var limits = Limits.standard
        limits.recordBytes = 4 << 20
        return limits
    }()

    /// Starts reading. Throws what the stream throws.
    public init(_ stream: ByteStream, limits: Limits = GeoJSONReader.limits) throws {
        elements = try JSONElementReader(stream, member: "features", limits: limits)
    }

    /// What comes next, or `nil` at the end.
    ///
    /// - Throws: `FormatError` when the JSON is broken, the outermost object is no GeoJSON, or its coordinates are in
    ///   another system than WGS 84.
    public mutating func next() throws -> Item? {
        guard !isDone else { return nil }
        let element = try elements.next()
        try checkCoordinateSystem()
        if let element { return Self.item(element.value, at: element.place) }
        isDone = true
        return try elements.foundArray ? checkCollection() : wholeText()
    }

    /// A collection must say that it is one.
    private func checkCollection() throws -> Item? {
        let type = elements.members["type"]?.text ?? ""
        guard type == "FeatureCollection" else { throw place("type").error(GeoFault.unknownType(type).phrase) }
        return nil
    }

    /// A text without `features`: one feature or one geometry.
    private func wholeText() throws -> Item? {
        let object = elements.members
        let type = object["type"]?.text ?? ""
        guard type != "FeatureCollection" else { throw place("type").error(GeoFault.notAnObject("features").phrase) }
        let value = JSONValue.object(object)
        let start = JSONPlace(line: object.members.first?.place.line ?? 1, column: 1)
        if type == "Feature" { return Self.item(value, at: start) }
        do {
            return .feature(GeoFeature(geometry: try GeoGeometry(value)), line: start.line)
        } catch {
            throw place("type").error(error.phrase)
        }
    }

    private func place(_ name: String) -> JSONPlace {
        elements.members.place(of: name) ?? JSONPlace(line: 1, column: 1)
    }

    /// The 2008 draft allowed a `crs` member; files that name WGS 84 there are common and fine.
    private func checkCoordinateSystem() throws {
        guard let crs = elements.members["crs"], crs != .null else { return }
        let name = crs.object?["properties"]?.object?["name"]?.text ?? JSONWriter.text(crs)
        let isWGS84 = ["CRS84", "EPSG:4326", "EPSG::4326"].contains { name.uppercased().hasSuffix($0) }
        if !isWGS84 { throw place("crs").error(GeoFault.otherCoordinates(String(name.prefix(80))).phrase) }
    }

    // MARK: One feature

    /// A list in a property becomes many properties, each larger than what it was written as.
    private static let mostProperties = 4_096

    private static func item(_ value: JSONValue, at start: JSONPlace) -> Item {
        guard let object = value.object else { return .rejected(start.error(GeoFault.notAnObject("feature").phrase)) }
        guard object["type"]?.text == "Feature" else {
            let type = object["type"]?.text ?? ""
            return .rejected((object.place(of: "type") ?? start).error(GeoFault.unknownType(type).phrase))
        }
        do {
            return .feature(try feature(object), line: start.line)
        } catch {
            return .rejected((object.place(of: error.member) ?? start).error(error.fault.phrase))
        }
    }

    private struct MemberFault: Error {
        let member: String
        let fault: GeoFault
    }

    private static func feature(_ object: JSONObject) throws(MemberFault) -> GeoFeature {
        var feature = GeoFeature(geometry: nil)
        switch object["id"] {
        case nil, .null?: break
        case .string(let text)?: feature.id = text
        case .number(let number)?: feature.id = number.text
        default: throw MemberFault(member: "id", fault: .badID)
        }
        if let geometry = object["geometry"], geometry != .null {
            do {
                feature.geometry = try GeoGeometry(geometry)
            } catch {
                throw MemberFault(member: "geometry", fault: error)
            }
        }
        switch object["properties"] {
        case nil, .null?: break
        case .object(let properties)?:
            flatten(.object(properties), "", into: &feature.properties)
            if feature.properties.count > mostProperties {
                throw MemberFault(member: "properties", fault: .tooManyProperties(mostProperties))
            }
        default: throw MemberFault(member: "properties", fault: .notAnObject("properties"))
        }
        return feature
    }

    /// Turns nested values into names and texts: `{"a": {"b": [1]}}` is `a.b.0` = `1`.
    private static func flatten(_ value: JSONValue, _ name: String, into properties: inout [GeoFeature.Property]) {
        guard properties.count <= mostProperties else { return }
        let prefix = name.isEmpty ? "" : name + "."
        switch value {
        case .null: break
        case .bool(let bool): properties.append(.init(name, bool ? "true" : "false"))
        case .number(let number): properties.append(.init(name, number.text))
        case .string(let text): properties.append(.init(name, text))
        case .array(let values):
            for (index, element) in values.enumerated() { flatten(element, "\(prefix)\(index)", into: &properties) }
        case .object(let object):
            for member in object.members { flatten(member.value, prefix + member.name, into: &properties) }
        }
    }
}
