import Foundation

/// Distances on the earth.
enum Distance {
    /// Metres between two places in degrees, along a great circle of a sphere of 6,371 km (haversine formula).
    static func metres(_ latitude: Double, _ longitude: Double, _ otherLatitude: Double, _ otherLongitude: Double)
        -> Double
    {
        let radians = Double.pi / 180
        let (first, second) = (latitude * radians, otherLatitude * radians)
        let half = (sin((second - first) / 2), sin((otherLongitude - longitude) * radians / 2))
        let chord = half.0 * half.0 + cos(first) * cos(second) * half.1 * half.1
        return 2 * 6_371_000 * asin(min(1, chord.squareRoot()))
    }
}
