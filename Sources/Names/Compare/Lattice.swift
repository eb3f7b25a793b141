/// A native name ready for alignment: at each symbol the units that begin there.
struct Lattice: Sendable {
    /// A unit of the table at a place of the name.
    struct Arc: Sendable {
        var group: Int32
        var length: Int32
    }

    let table: UnitTable
    let symbols: [UInt8]
    /// Of each symbol the first of its arcs; one more at the end.
    let starts: [Int32]
    let arcs: [Arc]
    /// What each symbol costs when nobody wrote it.
    let drops: [UnitTable.Cost]
    /// The cost of the likeliest spelling from each symbol to the end; one more at the end.
    let floors: [UnitTable.Cost]

    init(_ symbols: [UInt8], _ table: UnitTable) {
        var (starts, arcs): ([Int32], [Arc]) = ([0], [])
        for at in symbols.indices {
            for length in 1...max(1, table.longest) where at + length <= symbols.count {
                if let group = table.group(symbols[at..<at + length]) {
                    arcs.append(Arc(group: group, length: Int32(length)))
                }
            }
            starts.append(Int32(arcs.count))
        }
        let drops = symbols.map { Graphemes.isDigit($0) ? AlignCost.digit : table.slips.drop }
        var floors = [UnitTable.Cost](repeating: 0, count: symbols.count + 1)
        for at in symbols.indices.reversed() {
            floors[at] = floors[at + 1] + drops[at]
            for arc in arcs[Int(starts[at])..<Int(starts[at + 1])] {
                let cost = table.floors[Int(arc.group)] + floors[at + Int(arc.length)]
                floors[at] = min(floors[at], cost)
            }
        }
        (self.table, self.symbols, self.starts, self.arcs) = (table, symbols, starts, arcs)
        (self.drops, self.floors) = (drops, floors)
    }
}

/// What a spelling that no unit explains costs, in sixteenths of a nat.
struct AlignCost: Sendable {
    /// A native symbol that nobody wrote.
    var drop: UnitTable.Cost
    /// Another letter than any that stands for the symbol.
    var replace: UnitTable.Cost
    /// A vowel or a consonant too many in Latin letters.
    var vowel: UnitTable.Cost
    var consonant: UnitTable.Cost

    /// Where names are long, a slip matters little.
    static let long = AlignCost(drop: 100, replace: 120, vowel: 40, consonant: 90)
    /// Where a syllable is a name, every letter counts.
    static let short = AlignCost(drop: 140, replace: 150, vowel: 90, consonant: 130)

    /// A digit more or less is another name.
    static let digit: UnitTable.Cost = 320

    func insert(_ letter: UInt8, after previous: UInt8) -> UnitTable.Cost {
        if letter < 0x3A { return Self.digit }
        if letter == previous { return 20 }
        switch letter {
        case UInt8(ascii: "h"): return 28
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return vowel
        default: return consonant
        }
    }
}
