import Foundation

/// Outlines of countries and provinces, for orientation on the map, read from a GeoJSON file on disk.
struct Outlines: Sendable {
    /// One country or province.
    struct Shape: Sendable {
        var box: GeoBox
        /// Whether it is a country; otherwise a province.
        var isCountry: Bool
        /// Whether it is drawn coarsely, for wide views.
        var isCoarse: Bool
        /// Longitude and latitude in turn, ring after ring.
        var rings: [[Double]]
    }

    /// All shapes.
    var shapes: [Shape]

    /// Reads a file; `nil` when it is absent or not what we expect.
    init?(path: String) {
        guard let data = FileManager.default.contents(atPath: path),
            let collection = try? JSONDecoder().decode(Collection.self, from: data)
        else { return nil }
        shapes = collection.features.compactMap(Self.shape)
    }

    init(shapes: [Shape]) { self.shapes = shapes }

    private static func shape(_ feature: Feature) -> Shape? {
        guard feature.bbox.count == 4 else { return nil }
        let box = GeoBox(west: feature.bbox[0], south: feature.bbox[1], east: feature.bbox[2], north: feature.bbox[3])
        let rings = feature.geometry.coordinates.flatMap { polygon in polygon.map { $0.flatMap { $0.prefix(2) } } }
        return Shape(
            box: box, isCountry: feature.properties.level == 0, isCoarse: feature.properties.detail == "world",
            rings: rings)
    }

    /// The shapes that a view needs: coarse countries for a wide one, fine ones with provinces for a near one.
    func shapes(in view: GeoBox) -> [Shape] {
        let isWide = view.east - view.west > 30
        return shapes.filter { $0.box.meets(view) && ($0.isCoarse == isWide) }
    }

    private struct Collection: Decodable { var features: [Feature] }

    private struct Feature: Decodable {
        var bbox: [Double]
        var properties: Properties
        var geometry: Geometry
    }

    private struct Properties: Decodable {
        var level: Int
        var detail: String
    }

    private struct Geometry: Decodable { var coordinates: [[[[Double]]]] }
}
