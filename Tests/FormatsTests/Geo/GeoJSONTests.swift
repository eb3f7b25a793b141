import Testing
import Words

@testable import Formats

@Suite("GeoJSON is read and written")
struct GeoJSONTests {
    private func items(_ text: String) throws -> [GeoJSONReader.Item] {
        var reader = try GeoJSONReader(ByteStream(Array(text.utf8), chunk: 5))
        var items: [GeoJSONReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    private func key(_ text: String) throws -> String? {
        guard case .rejected(let error)? = try items(text).first else { return nil }
        return error.problem.key
    }

    @Test("a collection, feature by feature, with lines") func collection() throws {
        let found = try items(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[100.5,13.75,4]},
             "properties":{"name":"pier","tags":["a",{"b":null,"c":1.50}],"open":true,"none":null}},
            {"type":"Feature","geometry":null,"properties":null}
            ]}
            """)
        let pier = GeoFeature(
            id: "7", geometry: .point(GeoPosition(longitude: 100.5, latitude: 13.75, altitude: 4)),
            properties: [.init("name", "pier"), .init("tags.0", "a"), .init("tags.1.c", "1.50"), .init("open", "true")])
        #expect(found == [.feature(pier, line: 2), .feature(GeoFeature(geometry: nil), line: 4)])
    }

    @Test("one feature, a bare geometry, members in any order") func wholeTexts() throws {
        let point = GeoGeometry.point(GeoPosition(longitude: 1, latitude: 2))
        #expect(
            try items(
                "{\"geometry\":{\"coordinates\":[1,2],\"type\":\"Point\"},\"type\":\"Feature\",\"properties\":{}}")
                == [.feature(GeoFeature(geometry: point), line: 1)])
        #expect(
            try items("{\"type\":\"Point\",\"coordinates\":[1,2]}") == [.feature(GeoFeature(geometry: point), line: 1)])
        #expect(try items("{\"features\":[],\"type\":\"FeatureCollection\"}").isEmpty)
    }

    static let geometries = [
        #"{"type":"Point","coordinates":[1,2]}"#, #"{"type":"MultiPoint","coordinates":[[1,2],[3,4,5]]}"#,
        #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
        #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
        #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#,
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1.5,-2.25]}]}"#,
    ]

    @Test("every kind of geometry comes back as it was", arguments: geometries)
    func geometry(_ json: String) throws {
        #expect(JSONWriter.text(try GeoGeometry(try JSONReader.value(json)).json) == json)
    }

    @Test(
        "what is wrong with a shape is said",
        arguments: [
            (#"{"type":"Point","coordinates":[13.75,100.5]}"#, "geo.swapped"),
            (#"{"type":"Point","coordinates":[1500000,11000000]}"#, "geo.out-of-range"),
            (#"{"type":"Point","coordinates":[200,10]}"#, "geo.out-of-range"),
            (#"{"type":"Point","coordinates":["1","2"]}"#, "geo.bad-coordinates"),
            (#"{"type":"Point","coordinates":[1]}"#, "geo.bad-coordinates"),
            (#"{"type":"Point"}"#, "geo.bad-coordinates"), (#"{"type":"Circle"}"#, "geo.unknown-type"),
            (#"{"type":"LineString","coordinates":[[1,2]]}"#, "geo.short-line"),
            (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, "geo.short-ring"),
            (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, "geo.open-ring"),
            (#"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#, "geo.bad-coordinates"),
            ("7", "geo.not-an-object"),
        ])
    func badGeometry(_ geometry: String, _ key: String) throws {
        let feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(geometry)}"
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature),\n{\"type\":\"Feature\"}]}"
        let found = try items(text)
        guard case .rejected(let error)? = found.first else { return #expect(Bool(false)) }
        #expect(error.problem.key == key)
        #expect(error.line == 2 && error.column == 46)
        #expect(found.count == 2, "reading goes on")
    }

    @Test("a feature that is none is rejected") func badFeatures() throws {
        func wrap(_ feature: String) -> String { "{\"type\":\"FeatureCollection\",\"features\":[\(feature)]}" }
        #expect(try key(wrap("1")) == "geo.not-an-object")
        #expect(try key(wrap("{\"type\":\"Point\",\"coordinates\":[1,2]}")) == "geo.unknown-type")
        #expect(try key(wrap("{\"type\":\"Feature\",\"id\":[]}")) == "geo.bad-id")
        #expect(try key(wrap("{\"type\":\"Feature\",\"properties\":3}")) == "geo.not-an-object")
        let many = "[" + String(repeating: "1,", count: 5_000) + "1]"
        #expect(try key(wrap("{\"type\":\"Feature\",\"properties\":{\"a\":\(many)}}")) == "geo.too-many-properties")
    }

    @Test(
        "what is no GeoJSON is refused",
        arguments: [
            ("{}", "geo.unknown-type"), ("[]", "json.expected-object"), ("{\"type\":\"Topology\"}", "geo.unknown-type"),
            ("{\"type\":\"FeatureCollection\"}", "geo.not-an-object"), ("{\"features\":[]}", "geo.unknown-type"),
            (
                #"{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}"#,
                "geo.other-coordinates"
            ), ("{\"type\":\"FeatureCollection\",\"features\":[", "json.ended-early"),
        ])
    func refused(_ text: String, _ key: String) throws {
        let error = try #require(throws: FormatError.self) { try items(text) }
        #expect(error.problem.key == key)
    }

    @Test("the old name of WGS 84 is fine") func wgs84() throws {
        let crs = #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#
        #expect(try items("{\"type\":\"FeatureCollection\",\"crs\":\(crs),\"features\":[]}").isEmpty)
    }

    @Test("what is written is read back, each feature on its line", arguments: 0..<30 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var bytes: [UInt8] = []
        var writer = GeoJSONWriter()
        writer.begin(to: &bytes)
        let features = (0..<Int.random(in: 0...6, using: &dice)).map { index in
            let longitude = Double.random(in: -180...180, using: &dice)
            let position = GeoPosition(longitude: longitude, latitude: Double.random(in: -90...90, using: &dice))
            let text = dice.text()
            return GeoFeature(id: "f\(index)", geometry: .point(position), properties: [.init("text", text)])
        }
        for feature in features { writer.write(feature, to: &bytes) }
        writer.end(to: &bytes)
        let expected = features.enumerated().map { GeoJSONReader.Item.feature($1, line: $0 + 2) }
        #expect(try items(String(decoding: bytes, as: UTF8.self)) == expected, "seed \(seed)")
    }
}
