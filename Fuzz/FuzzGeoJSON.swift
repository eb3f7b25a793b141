/// Any text as GeoJSON, as a whole and as one feature: the same in chunks of any size, shapes come back as they were,
/// and positions are on the earth.
func fuzz(_ bytes: [UInt8]) throws {
    let first = bytes.first ?? 0
    var text = Array(bytes.dropFirst())
    if first & 1 == 0 {
        text =
            Array("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":".utf8) + text
            + Array("}]}".utf8)
    }
    let whole = try items(text, chunk: 1 << 16)
    let inChunks = try items(text, chunk: 1 + Int(first) % 7)
    precondition(inChunks == whole, "chunks read otherwise")

    var written: [UInt8] = []
    var writer = GeoJSONWriter()
    writer.begin(to: &written)
    var shapes: [GeoGeometry?] = []
    for case .feature(let feature, _) in whole {
        let positions = feature.geometry?.positions ?? []
        precondition(positions.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }, "not on the earth")
        shapes.append(feature.geometry)
        writer.write(feature, to: &written)
    }
    writer.end(to: &written)
    let again = try items(written, chunk: 64).map { item -> GeoGeometry? in
        if case .feature(let feature, _) = item { feature.geometry } else { nil }
    }
    precondition(again == shapes, "what was written reads otherwise")
}

private func items(_ text: [UInt8], chunk: Int) throws -> [GeoJSONReader.Item] {
    var reader = try GeoJSONReader(ByteStream(text, chunk: chunk))
    var items: [GeoJSONReader.Item] = []
    while let item = try reader.next() { items.append(item) }
    return items
}
