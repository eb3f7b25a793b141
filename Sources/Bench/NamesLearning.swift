import Names

/// Learns how native letters are written in Latin ones: expectation-maximisation over all ways to cut a name and its
/// spelling into units of up to three symbols and up to five letters (a joint multigram, Deligne and Bimbot 1995).
struct UnitLearner {
    /// A native stretch and its Latin letters.
    struct Unit: Hashable {
        var native: [UInt8]
        var latin: [UInt8]
    }

    private struct Pair {
        var native: [UInt8]
        var latin: [UInt8]
        /// Of each start in both and each length in both the number of the unit, -1 where there is none.
        var units: [Int32] = []
    }

    private static let (longestNative, longestLatin) = (3, 5)
    /// The odds of a Latin letter that nothing stands for: slips in the lists.
    private static let stray = 1e-4
    private var pairs: [Pair] = []
    private var numbers: [Unit: Int32] = [:]
    private var odds: [Double] = []

    init(_ examples: [(native: [UInt8], latin: [UInt8])]) {
        for example in examples where !example.native.isEmpty && !example.latin.isEmpty {
            guard example.native.count <= 24, example.latin.count <= 32 else { continue }
            pairs.append(numbered(Pair(native: example.native, latin: example.latin)))
        }
    }

    private static func slot(_ row: Int, _ column: Int, _ wide: Int, _ high: Int, columns: Int) -> Int {
        ((row * columns + column) * longestNative + wide - 1) * (longestLatin + 1) + high
    }

    private mutating func numbered(_ pair: Pair) -> Pair {
        var pair = pair
        let (rows, columns) = (pair.native.count, pair.latin.count + 1)
        pair.units = [Int32](
            repeating: -1, count: rows * columns * Self.longestNative * (Self.longestLatin + 1))
        for row in 0..<rows {
            for column in 0..<columns {
                for wide in 1...Self.longestNative where row + wide <= rows {
                    for high in 0...Self.longestLatin where column + high < columns {
                        let unit = Unit(
                            native: Array(pair.native[row..<row + wide]),
                            latin: Array(pair.latin[column..<column + high]))
                        let number = number(unit)
                        pair.units[Self.slot(row, column, wide, high, columns: columns)] = number
                    }
                }
            }
        }
        return pair
    }

    private mutating func number(_ unit: Unit) -> Int32 {
        if let number = numbers[unit] { return number }
        let number = Int32(odds.count)
        numbers[unit] = number
        // Short units first: a long one has to earn its place.
        odds.append(pow(0.1, Double(unit.native.count - 1)) * pow(0.5, Double(max(unit.latin.count - 1, 0))))
        return number
    }

    private func pow(_ base: Double, _ exponent: Double) -> Double {
        var (result, left) = (1.0, exponent)
        while left > 0 {
            result *= base
            left -= 1
        }
        return result
    }

    /// Counts how often each unit is expected, under the odds of the round before, a few rounds long.
    mutating func learn(rounds: Int, discount: Double) -> [Unit: Double] {
        var counts: [Double] = []
        for round in 0..<rounds {
            counts = [Double](repeating: 0, count: odds.count)
            for pair in pairs { expect(pair, into: &counts) }
            let cut = round == 0 ? 0 : discount
            let total = counts.reduce(0) { $0 + max($1 - cut, 0) }
            for number in odds.indices { odds[number] = max(counts[number] - cut, 0) / total }
        }
        return numbers.reduce(into: [:]) { $0[$1.key] = counts[Int($1.value)] }
    }

    private func expect(_ pair: Pair, into counts: inout [Double]) {
        let (rows, columns) = (pair.native.count, pair.latin.count + 1)
        var forward = [Double](repeating: 0, count: (rows + 1) * columns)
        var backward = forward
        forward[0] = 1
        backward[(rows + 1) * columns - 1] = 1
        for row in 0...rows {
            for column in 0..<columns {
                let here = forward[row * columns + column]
                if here == 0 { continue }
                if column + 1 < columns { forward[row * columns + column + 1] += here * Self.stray }
                steps(pair, row, column) { target, unit in forward[target] += here * odds[unit] }
            }
        }
        for row in (0...rows).reversed() {
            for column in (0..<columns).reversed() {
                let place = row * columns + column
                if column + 1 < columns { backward[place] += backward[place + 1] * Self.stray }
                steps(pair, row, column) { target, unit in backward[place] += backward[target] * odds[unit] }
            }
        }
        let total = backward[0]
        guard total > 0 else { return }
        for row in 0..<rows {
            for column in 0..<columns {
                let here = forward[row * columns + column] / total
                if here == 0 { continue }
                steps(pair, row, column) { target, unit in counts[unit] += here * odds[unit] * backward[target] }
            }
        }
    }

    @inline(__always)
    private func steps(_ pair: Pair, _ row: Int, _ column: Int, _ body: (Int, Int) -> Void) {
        let (rows, columns) = (pair.native.count, pair.latin.count + 1)
        guard row < rows else { return }
        for wide in 1...Self.longestNative where row + wide <= rows {
            for high in 0...Self.longestLatin where column + high < columns {
                let unit = Int(pair.units[Self.slot(row, column, wide, high, columns: columns)])
                if odds[unit] > 0 { body((row + wide) * columns + column + high, unit) }
            }
        }
    }
}
