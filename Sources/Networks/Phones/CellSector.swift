internal import Foundation

/// The part of the earth that a cell serves, and where in it a phone may be.
public struct CellSector: Sendable, Hashable {
    /// The mast, degrees.
    public var latitude: Double
    /// The mast, degrees.
    public var longitude: Double
    /// The middle of the beam, degrees clockwise from north; nil: all round.
    public var azimuth: Double?
    /// The width of the beam, degrees.
    public var beam: Double
    /// How far it reaches, metres.
    public var radius: Double

    /// A sector; without azimuth it is a circle.
    public init(latitude: Double, longitude: Double, azimuth: Double?, beam: Double, radius: Double) {
        (self.latitude, self.longitude, self.azimuth, self.beam, self.radius) =
            (latitude, longitude, azimuth, beam, radius)
    }

    /// Where a phone is on average that may be anywhere in the sector, and how far from there (root mean square, metres).
    ///
    /// The centroid of a circular sector with half angle α lies 2r·sin α / 3α from the mast; the mean square distance
    /// from the mast is r²/2, so that from the centroid it is r²/2 − d².
    public var middle: Estimate {
        let half = azimuth == nil ? Double.pi : min(180, max(1, beam / 2)) * .pi / 180
        let distance = half >= .pi ? 0 : 2 * radius * sin(half) / (3 * half)
        let bearing = (azimuth ?? 0) * .pi / 180
        let north = distance * cos(bearing) / 111_195
        let east = distance * sin(bearing) / (111_195 * max(0.01, cos(latitude * .pi / 180)))
        return Estimate(
            latitude: latitude + north, longitude: longitude + east,
            uncertainty: (radius * radius / 2 - distance * distance).squareRoot())
    }

    /// A place on the earth with its uncertainty.
    public struct Estimate: Sendable, Hashable {
        /// Degrees.
        public let latitude: Double
        /// Degrees.
        public let longitude: Double
        /// Root mean square distance, metres.
        public let uncertainty: Double
    }

    /// One estimate out of several with weights: the mean place, its uncertainty grown by how far they lie apart.
    static func mean(_ estimates: [(Estimate, Double)]) -> Estimate? {
        let total = estimates.reduce(0) { $0 + $1.1 }
        guard total > 0 else { return nil }
        let latitude = estimates.reduce(0) { $0 + $1.0.latitude * $1.1 } / total
        let longitude = estimates.reduce(0) { $0 + $1.0.longitude * $1.1 } / total
        let shrink = cos(latitude * .pi / 180)
        let square = estimates.reduce(0.0) { sum, entry in
            let north = (entry.0.latitude - latitude) * 111_195
            let east = (entry.0.longitude - longitude) * 111_195 * shrink
            return sum + entry.1 * (entry.0.uncertainty * entry.0.uncertainty + north * north + east * east)
        }
        return Estimate(latitude: latitude, longitude: longitude, uncertainty: (square / total).squareRoot())
    }
}
