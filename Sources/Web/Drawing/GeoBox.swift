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

    /// The box around some places with all of their uncertainty; `nil` without places.
    init?(around places: [EntityView.Place]) {
        guard let first = places.first else { return nil }
        var box = GeoBox(west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
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
