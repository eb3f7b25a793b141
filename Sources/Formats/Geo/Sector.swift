import Foundation
public import Words

/// The area in which a phone may have been when a cell heard it: never a point, always an area that is at least
/// as large as what is known.
///
/// The shape is the fan of a cell (its beam out to its range), widened on all sides by the uncertainty: everything
/// that lies within `uncertainty` metres of the fan. Reckoned on a sphere, which at the range of a cell differs from
/// the ellipsoid by far less than any cell's uncertainty.
public struct Sector: Equatable, Sendable {
    /// What makes a sector impossible.
    public enum Fault: Explained, Equatable {
        /// The mast is not on the earth, or a number is not a number.
        case place
        /// The radius is not between 1 metre and 200 km, or the uncertainty not between 0 and 200 km.
        case size

        /// The fault in words.
        public var phrase: Phrase {
            switch self {
            case .place: Phrase("sector.place")
            case .size: Phrase("sector.size")
            }
        }
    }

    /// The mean radius of the earth, in metres (IUGG).
    public static let earthRadius = 6_371_008.8
    /// The widest angle between two neighbouring points of an arc, in degrees.
    static let step = 5.0

    private let mast: GeoPosition
    private let azimuth: Double
    private let halfBeam: Double
    private let radius: Double
    private let uncertainty: Double

    /// The area of a cell as one closed ring, counter-clockwise, as GeoJSON wants an outer ring.
    ///
    /// - Parameters:
    ///   - lat: the mast's latitude in degrees.
    ///   - lon: the mast's longitude in degrees.
    ///   - azimuth: the middle of the beam, in degrees clockwise from north.
    ///   - beamWidth: the width of the beam in degrees; 360 or more is a cell that hears all round.
    ///   - radiusMetres: how far the cell reaches.
    ///   - uncertainty: how far beyond the fan the phone may have been, in metres.
    /// - Throws: `Sector.Fault` when the numbers make no area.
    public static func polygon(
        lat: Double, lon: Double, azimuth: Double, beamWidth: Double, radiusMetres: Double, uncertainty: Double = 0
    ) throws(Fault) -> [GeoPosition] {
        guard abs(lat) <= 90, abs(lon) <= 180, azimuth.isFinite, beamWidth.isFinite, beamWidth >= 0 else {
            throw .place
        }
        guard (1...200_000).contains(radiusMetres), (0...200_000).contains(uncertainty) else { throw .size }
        let sector = Sector(
            mast: GeoPosition(longitude: lon, latitude: lat), azimuth: azimuth, halfBeam: min(beamWidth, 360) / 2,
            radius: radiusMetres, uncertainty: uncertainty)
        return sector.ring()
    }

    /// Walks the outline clockwise, then turns it round.
    private func ring() -> [GeoPosition] {
        var outline = isAllRound ? arc(around: mast, radius + uncertainty, from: 0, to: 360 - Self.step) : fan()
        outline.reverse()
        outline.append(outline[0])
        return outline
    }

    /// When the gap in the beam is so narrow that the uncertainty closes it, the area is the whole disc.
    private var isAllRound: Bool {
        let halfGap = (180 - halfBeam) * .pi / 180
        return halfBeam >= 180 || (halfBeam > 90 && uncertainty >= radius * sin(halfGap))
    }

    private func fan() -> [GeoPosition] {
        let (left, right) = (azimuth - halfBeam, azimuth + halfBeam)
        let (far, near) = (Self.destination(mast, left, radius), Self.destination(mast, right, radius))
        guard uncertainty > 0 else {
            return [mast] + arc(around: mast, radius, from: left, to: right)
        }
        return arc(around: far, uncertainty, from: left - 90, to: left)
            + arc(around: mast, radius + uncertainty, from: left, to: right)
            + arc(around: near, uncertainty, from: right, to: right + 90)
            + back(right)
    }

    /// The side behind the mast: an arc, or for a beam wider than half a circle the point where both edges meet.
    private func back(_ right: Double) -> [GeoPosition] {
        guard halfBeam > 90 else {
            return arc(around: mast, uncertainty, from: right + 90, to: right + 270 - 2 * halfBeam)
        }
        let halfGap = (180 - halfBeam) * .pi / 180
        return [Self.destination(mast, azimuth + 180, uncertainty / sin(halfGap))]
    }

    /// Points around an arc, clockwise, both ends included, no further apart than `step`. They stand a trifle outside
    /// it, so that the straight sides between them touch the arc and cut nothing off.
    private func arc(around centre: GeoPosition, _ radius: Double, from: Double, to: Double) -> [GeoPosition] {
        let steps = max(1, Int(((to - from) / Self.step).rounded(.up)))
        let turn = (to - from) / Double(steps)
        let outer = radius / cos(turn / 2 * .pi / 180)
        return (0...steps).map { Self.destination(centre, from + turn * Double($0), outer) }
    }

    /// Where one comes to, going a distance in metres along a great circle that starts at a bearing in degrees.
    static func destination(_ start: GeoPosition, _ bearing: Double, _ distance: Double) -> GeoPosition {
        let radian = Double.pi / 180
        let (latitude, longitude) = (start.latitude * radian, start.longitude * radian)
        let (angle, bearing) = (distance / earthRadius, bearing * radian)
        let sine = sin(latitude) * cos(angle) + cos(latitude) * sin(angle) * cos(bearing)
        let end = asin(min(1, max(-1, sine)))
        let east = sin(bearing) * sin(angle) * cos(latitude)
        let turn = atan2(east, cos(angle) - sin(latitude) * sin(end))
        let degrees = (longitude + turn) * 180 / .pi
        let wrapped = degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
        return GeoPosition(longitude: Self.rounded(wrapped), latitude: Self.rounded(end * 180 / .pi))
    }

    /// To a ten-millionth of a degree, a centimetre: more digits would promise what no cell knows.
    private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}
