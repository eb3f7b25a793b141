/// Writes a GeoJSON collection (RFC 7946), one feature a line, the same bytes for the same features.
///
///     var writer = GeoJSONWriter()
///     writer.begin(to: &bytes)
///     for feature in features { writer.write(feature, to: &bytes) }
///     writer.end(to: &bytes)
public struct GeoJSONWriter {
    private var isFirst = true

    /// Makes a writer of one collection.
    public init() {}

    /// Appends the beginning of the collection.
    public mutating func begin(to bytes: inout [UInt8]) {
        bytes += "{\"type\":\"FeatureCollection\",\"features\":[".utf8
    }

    /// Appends a feature. Properties are written as texts under their flat names.
    public mutating func write(_ feature: GeoFeature, to bytes: inout [UInt8]) {
        var object: JSONObject = ["type": "Feature"]
        object["id"] = feature.id.map(JSONValue.string)
        object["geometry"] = feature.geometry?.json ?? .null
        var properties = JSONObject()
        for property in feature.properties { properties[property.name] = .string(property.text) }
        object["properties"] = .object(properties)
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\n"))
        JSONWriter.write(.object(object), to: &bytes)
    }

    /// Appends the end of the collection.
    public mutating func end(to bytes: inout [UInt8]) {
        bytes += "\n]}\n".utf8
    }
}
