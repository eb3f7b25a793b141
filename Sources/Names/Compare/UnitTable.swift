/// What each stretch of native letters can be written as in Latin letters, and how surprising each way is.
///
/// A table is text: a line holds native letters, then pairs of Latin letters (`-` for none) and a cost in sixteenths
/// of a nat, `เมือง mueang 3 muang 20`. It is read once, into flat arrays.
package struct UnitTable: Sendable {
    /// Costs are sixteenths of a nat: 16 × -ln p.
    package typealias Cost = Int32

    /// What slips cost in names of this script.
    let slips: AlignCost
    /// The most native symbols in a unit.
    let longest: Int
    private let groups: [UInt64: Int32]
    /// Of each group the first of its ways; one more at the end.
    let starts: [Int32]
    /// A bit for each first letter among the ways of a group; bit 0 for ways without letters.
    let firsts: [UInt32]
    /// Of each way the Latin letters, the first in the lowest byte.
    let letters: [UInt64]
    let lengths: [UInt8]
    let costs: [Cost]
    /// Of each group the lowest cost.
    let floors: [Cost]

    /// A way to write a unit.
    package struct Way: Hashable, Sendable {
        package var latin: [UInt8]
        package var cost: Cost

        package init(latin: [UInt8], cost: Cost) {
            self.latin = latin
            self.cost = cost
        }
    }

    init(_ units: [[UInt8]: [Way]], slips: AlignCost = .long) {
        self.slips = slips
        var groups: [UInt64: Int32] = [:]
        var (starts, firsts): ([Int32], [UInt32]) = ([0], [])
        var (letters, lengths, costs, floors): ([UInt64], [UInt8], [Cost], [Cost]) = ([], [], [], [])
        for (native, ways) in units.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where native.count <= 7 {
            groups[Self.key(native[...])] = Int32(firsts.count)
            var mask: UInt32 = 0
            for way in ways where way.latin.count <= 8 {
                letters.append(Self.pack(way.latin[...]))
                lengths.append(UInt8(way.latin.count))
                costs.append(way.cost)
                mask |= way.latin.first.map { 1 << UInt32($0 & 31) } ?? 1
            }
            starts.append(Int32(letters.count))
            firsts.append(mask)
            floors.append(ways.map(\.cost).min() ?? 0)
        }
        longest = min(units.keys.map(\.count).max() ?? 0, 7)
        (self.groups, self.starts, self.firsts, self.floors) = (groups, starts, firsts, floors)
        (self.letters, self.lengths, self.costs) = (letters, lengths, costs)
    }

    /// The group of these native symbols, or nil.
    func group(_ native: ArraySlice<UInt8>) -> Int32? { groups[Self.key(native)] }

    /// Up to seven symbols and their number.
    private static func key(_ native: ArraySlice<UInt8>) -> UInt64 { pack(native) | UInt64(native.count) << 56 }

    /// Up to eight bytes in one word, the first lowest.
    static func pack(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
