import Foundation

/// How degrees become units of a drawing: equirectangular, true to scale in the middle. Good enough for a province,
/// and a circle on the ground stays a circle.
struct Projection: Sendable {
    /// What the drawing shows, widened to its shape.
    let view: GeoBox
    let width: Double
    let height: Double
    private let unitsInLatitude: Double
    private let unitsInLongitude: Double

    /// Fits a box into a drawing of the given size.
    init(_ box: GeoBox, width: Double, height: Double) {
        let middle = (box.south + box.north) / 2
        let squeeze = max(0.1, cos(middle * .pi / 180))
        let across = max(1e-6, (box.east - box.west) * squeeze)
        let down = max(1e-6, box.north - box.south)
        let units = min(width / across, height / down)
        (unitsInLatitude, unitsInLongitude) = (units, units * squeeze)
        let (halfWidth, halfHeight) = (width / 2 / unitsInLongitude, height / 2 / units)
        let centre = (box.west + box.east) / 2
        view = GeoBox(
            west: centre - halfWidth, south: middle - halfHeight, east: centre + halfWidth, north: middle + halfHeight)
        (self.width, self.height) = (width, height)
    }

    /// Units from the left edge.
    func x(_ longitude: Double) -> Double { (longitude - view.west) * unitsInLongitude }

    /// Units from the upper edge.
    func y(_ latitude: Double) -> Double { (view.north - latitude) * unitsInLatitude }

    /// Units for a length on the ground.
    func units(metres: Double) -> Double { metres / GeoBox.metresInDegree * unitsInLatitude }

    /// A round length in metres that takes about a fifth of the width.
    var scaleBar: Double {
        let aim = width / 5 / unitsInLatitude * GeoBox.metresInDegree
        let power = pow(10, floor(log10(aim)))
        let lead = aim / power
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1)
    }

    /// A step in degrees that gives a handful of lines across the view.
    var graticule: Double {
        let span = max(view.east - view.west, view.north - view.south)
        return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30].first { span / $0 <= 8 } ?? 45
    }
}
