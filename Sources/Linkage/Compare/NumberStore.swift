internal import Foundation

/// Amounts, and pairs of degrees.
struct NumberStore: FeatureStore {
    private let levels: [Level]
    private var seen: [[Double]: UInt32] = [:]
    private var numbers: [[Double]] = [[]]
    private var rarity = Rarity()

    init(_ comparison: Comparison) { levels = comparison.levels }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        let row = fields.compactMap { Double(String(decoding: $0.filter { $0 != 0x2C }, as: UTF8.self)) }
        guard row.count == fields.count, row.allSatisfy(\.isFinite) else { return 0 }
        if let code = seen[row] { return code }
        let code = UInt32(numbers.count)
        seen[row] = code
        numbers.append(row)
        return code
    }

    mutating func freeze(counts: [UInt32]) {
        rarity = Rarity(counts: counts)
    }

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        for (index, level) in levels.enumerated() where holds(level, numbers[Int(a)], numbers[Int(b)]) {
            return Match(level: index, bits: level.rarity > 0 ? min(rarity[a], rarity[b]) : 0)
        }
        return Match(level: levels.count - 1)
    }

    private func holds(_ level: Level, _ a: [Double], _ b: [Double]) -> Bool {
        switch level.test {
        case .otherwise: true
        case .share: abs(a[0] - b[0]) <= level.limit * max(abs(a[0]), abs(b[0]))
        case .kilometres: a.count == 2 && Self.kilometres(a, b) <= level.limit
        default: a == b
        }
    }

    /// The great-circle distance on a sphere of 6,371.0 km (haversine; R. W. Sinnott, Sky and Telescope 68, 1984).
    static func kilometres(_ a: [Double], _ b: [Double]) -> Double {
        let radians = Double.pi / 180
        let north = sin((b[0] - a[0]) * radians / 2)
        let east = sin((b[1] - a[1]) * radians / 2)
        let chord = north * north + cos(a[0] * radians) * cos(b[0] * radians) * east * east
        return 2 * 6371 * asin(min(1, chord.squareRoot()))
    }

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        if way == .near, let value = numbers[Int(code)].first, value != 0 {
            // Steps of a twentieth: of two numbers that are nearer than that, one key is the same.
            let step = UInt64(bitPattern: Int64((log(abs(value)) / log(1.05)).rounded(.down)))
            let sign: UInt64 = value < 0 ? 1 << 63 : 0
            keys.append(step ^ sign)
            keys.append((step &+ 1) ^ sign)
            return
        }
        guard way == .whole || way == .near else { return }
        keys.append(numbers[Int(code)].reduce(0) { Hash.join($0, $1.bitPattern) })
    }
}
