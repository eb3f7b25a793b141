import Foundation
import Testing

@testable import Formats

@Suite("A cell's sector is an area, never a point")
struct SectorTests {
    /// The distance in metres and the bearing in degrees from one place to another, on the sphere.
    private func course(_ from: GeoPosition, _ to: GeoPosition) -> (distance: Double, bearing: Double) {
        let radian = Double.pi / 180
        let (a, b) = (from.latitude * radian, to.latitude * radian)
        let east = (to.longitude - from.longitude) * radian
        let half = pow(sin((b - a) / 2), 2) + cos(a) * cos(b) * pow(sin(east / 2), 2)
        let bearing = atan2(sin(east) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(east)) / radian
        return (2 * Sector.earthRadius * asin(min(1, half.squareRoot())), bearing)
    }

    /// Twice the enclosed area in degrees: positive when the ring turns counter-clockwise.
    private func turning(_ ring: [GeoPosition]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) {
            $0 + ($1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude)
        }
    }

    /// Whether a place lies in a ring, by counting crossings.
    private func contains(_ ring: [GeoPosition], _ place: GeoPosition) -> Bool {
        zip(ring, ring.dropFirst()).reduce(false) { inside, side in
            let (a, b) = side
            guard (a.latitude > place.latitude) != (b.latitude > place.latitude) else { return inside }
            let part = (place.latitude - a.latitude) / (b.latitude - a.latitude)
            return place.longitude < a.longitude + part * (b.longitude - a.longitude) ? !inside : inside
        }
    }

    @Test(
        "one ring: closed, counter-clockwise, in steps of 5 degrees at most, containing every place that is meant",
        arguments: [0.0, 30, 65, 120, 180, 240, 330, 359, 360, 400], [0.0, 50, 900])
    func ring(beam: Double, uncertainty: Double) throws {
        let mast = GeoPosition(longitude: 100.53, latitude: 13.74)
        let ring = try Sector.polygon(
            lat: mast.latitude, lon: mast.longitude, azimuth: 350, beamWidth: beam, radiusMetres: 2_000,
            uncertainty: uncertainty)
        #expect(ring.first == ring.last)
        #expect(ring.count >= 4)
        if beam > 0 || uncertainty > 0 { #expect(turning(ring) > 0) }
        let reach = (2_000 + uncertainty) / cos(2.5 * .pi / 180) + 0.1
        for place in ring { #expect(course(mast, place).distance <= reach) }
        guard beam > 0 else { return }
        var dice = Dice(seed: UInt64(beam * 1_000 + uncertainty))
        for _ in 0..<300 {
            let half = min(beam, 360) / 2
            let bearing = 350 + Double.random(in: -half...half, using: &dice) * 0.999
            let inFan = Sector.destination(mast, bearing, Double.random(in: 1...1_999, using: &dice))
            #expect(contains(ring, inFan), "beam \(beam), uncertainty \(uncertainty), bearing \(bearing)")
            let drift = Double.random(in: 0...1, using: &dice) * uncertainty * 0.999
            let drifted = Sector.destination(inFan, Double.random(in: 0..<360, using: &dice), drift)
            #expect(contains(ring, drifted), "beam \(beam), uncertainty \(uncertainty), bearing \(bearing)")
        }
    }

    @Test("a known course: 100 km due east from the equator") func destination() {
        let end = Sector.destination(GeoPosition(longitude: 179.9, latitude: 0), 90, 100_000)
        #expect(abs(end.longitude - -179.200_679) < 1e-5 && abs(end.latitude) < 1e-6)
    }

    @Test("impossible numbers are refused") func refused() {
        func attempt(_ lat: Double, _ beam: Double, _ radius: Double, _ uncertainty: Double) throws(Sector.Fault) {
            _ = try Sector.polygon(
                lat: lat, lon: 100, azimuth: 0, beamWidth: beam, radiusMetres: radius, uncertainty: uncertainty)
        }
        #expect(throws: Sector.Fault.place) { try attempt(91, 60, 100, 0) }
        #expect(throws: Sector.Fault.place) { try attempt(.nan, 60, 100, 0) }
        #expect(throws: Sector.Fault.place) { try attempt(1, -1, 100, 0) }
        #expect(throws: Sector.Fault.size) { try attempt(1, 60, 0, 0) }
        #expect(throws: Sector.Fault.size) { try attempt(1, 60, 100, -1) }
        #expect(throws: Sector.Fault.size) { try attempt(1, 60, .infinity, 1) }
    }
}
