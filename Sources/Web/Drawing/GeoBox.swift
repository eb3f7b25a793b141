import Foundation
import RichPicture

/// A part of the Earth between two meridians and two parallels, in degrees.
struct GeoBox: Sendable, Hashable {
    var west, south, east, north: Double

    /// Whether two boxes touch.
    func meets(_ other: GeoBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// Metres in a degree of latitude.
    static let metresInDegree = 111_320.0

    /// The box around some places with all of their uncertainty, and around further points (latitude, longitude); `nil`
    /// without any.
    init?(around places: [EntityView.Place], and points: [(Double, Double)] = []) {
        guard let first = places.first.map({ ($0.latitude, $0.longitude) }) ?? points.first else { return nil }
        var box = GeoBox(west: first.1, south: first.0, east: first.1, north: first.0)
        for point in points {
            (box.west, box.east) = (min(box.west, point.1), max(box.east, point.1))
            (box.south, box.north) = (min(box.south, point.0), max(box.north, point.0))
        }
        for place in places {
            let reach = (place.radius ?? 0) / Self.metresInDegree
            let across = reach / max(0.1, cos(place.latitude * .pi / 180))
            box.west = min(box.west, place.longitude - across)
            box.east = max(box.east, place.longitude + across)
            box.south = min(box.south, place.latitude - reach)
            box.north = max(box.north, place.latitude + reach)
        }
        self = box
    }

    /// Reads `west,south,east,north` in degrees; `nil` for anything that is no box on the Earth.
    init?(_ text: String) {
        let parts = text.split(separator: ",").compactMap { Double($0) }
        guard parts.count == 4, parts.allSatisfy(\.isFinite), parts[0] < parts[2], parts[1] < parts[3],
            parts[0] >= -180, parts[2] <= 180, parts[1] >= -90, parts[3] <= 90
        else { return nil }
        self.init(west: parts[0], south: parts[1], east: parts[2], north: parts[3])
    }

    init(_ extent: GeoExtent) {
        self.init(west: extent.west, south: extent.south, east: extent.east, north: extent.north)
    }

    /// The box as an address has it, to about a metre.
    var text: String {
        [west, south, east, north].map { value in "\((value * 100_000).rounded() / 100_000)" }.joined(separator: ",")
    }

    /// The box as the picture understands it.
    var extent: GeoExtent { GeoExtent(west: west, south: south, east: east, north: north) }

    init(west: Double, south: Double, east: Double, north: Double) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// The box made larger (below 1: smaller) about its centre, never less than a few hundred metres across.
    func scaled(by factor: Double) -> GeoBox {
        let (x, y) = ((west + east) / 2, (south + north) / 2)
        let halfWidth = max(0.01, (east - west) / 2 * factor)
        let halfHeight = max(0.01, (north - south) / 2 * factor)
        return GeoBox(
            west: max(-180, x - halfWidth), south: max(-85, y - halfHeight), east: min(180, x + halfWidth),
            north: min(85, y + halfHeight))
    }
}
