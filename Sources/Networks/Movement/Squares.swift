internal import Foundation

/// Squares of a grid as cells: rows of latitude, each cut into squares about as wide as they are high.
public struct Squares: Sendable {
    private let height: Double
    private var codes: [UInt64: UInt32] = [:]
    private var keys: [UInt64] = []
    /// Metres from the equator to a pole, through ninety degrees.
    private static let metresPerDegree = 111_195.0

    /// A grid of squares so many metres wide.
    public init(metres: Double) { height = metres / Self.metresPerDegree }

    /// How many squares have been met.
    public var count: Int { keys.count }

    /// The square of a point, in degrees.
    public mutating func cell(_ latitude: Double, _ longitude: Double) -> UInt32 {
        guard abs(latitude) <= 90, abs(longitude) <= 360 else { return cell(key: .max) }
        let row = ((latitude + 90) / height).rounded(.down)
        let column = ((longitude + 360) / width(row)).rounded(.down)
        return cell(key: UInt64(row) << 32 | UInt64(column))
    }

    private mutating func cell(key: UInt64) -> UInt32 {
        if let code = codes[key] { return code }
        let code = UInt32(keys.count)
        keys.append(key)
        codes[key] = code
        return code
    }

    /// How many degrees of longitude a square of a row has.
    private func width(_ row: Double) -> Double {
        let middle = (row + 0.5) * height - 90
        return height / max(0.01, cos(middle * .pi / 180))
    }

    /// The middle of a square: `latitude,longitude`.
    public func name(_ cell: UInt32) -> String {
        let (row, column) = (Double(keys[Int(cell)] >> 32), Double(keys[Int(cell)] & 0xFFFF_FFFF))
        let latitude = (row + 0.5) * height - 90
        let longitude = (column + 0.5) * width(row) - 360
        return "\((latitude * 1e5).rounded() / 1e5),\((longitude * 1e5).rounded() / 1e5)"
    }
}
