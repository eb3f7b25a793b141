/// A stretch of one name and what stands for it in the other: why two names match, piece by piece.
public struct NameSegment: Hashable, Sendable {
    /// The letters of the first name.
    public var first: String
    /// The letters of the second name; empty when nothing stands for it.
    public var second: String
    /// How alike they are, from 0 to 1.
    public var likeness: Double
}

extension Aligner {
    /// One step of the cheapest alignment: some symbols, some letters, and the cost above the likeliest spelling.
    struct Step {
        var symbols: Range<Int>
        var letters: Range<Int>
        var excess: UnitTable.Cost
    }

    /// The cheapest alignment, from the first symbol to the last.
    static func steps(_ native: Lattice, _ latin: [UInt8]) -> [Step] {
        withTable(native, latin, limit: never / 2) { cells in
            let columns = latin.count + 1
            var (row, column) = (native.symbols.count, latin.count)
            var steps: [Step] = []
            while row > 0 || column > 0 {
                guard let before = before(row, column, native, latin, cells) else { break }
                let cost = cells[row * columns + column] - cells[before.row * columns + before.column]
                let floor = native.floors[before.row] - native.floors[row]
                steps.append(Step(symbols: before.row..<row, letters: before.column..<column, excess: cost - floor))
                (row, column) = before
            }
            return steps.reversed()
        }
    }

    /// The cell from which the cheapest way into this one comes.
    private static func before(
        _ row: Int, _ column: Int, _ native: Lattice, _ latin: [UInt8],
        _ cells: UnsafeMutableBufferPointer<UnitTable.Cost>
    ) -> (row: Int, column: Int)? {
        let columns = latin.count + 1
        let cost = cells[row * columns + column]
        for start in max(0, row - 8)..<max(row, 0) {
            for arc in native.arcs[Int(native.starts[start])..<Int(native.starts[start + 1])]
            where start + Int(arc.length) == row {
                for way in Int(native.table.starts[Int(arc.group)])..<Int(native.table.starts[Int(arc.group) + 1]) {
                    let count = Int(native.table.lengths[way])
                    guard count <= column, UnitTable.pack(latin[(column - count)..<column]) == native.table.letters[way]
                    else { continue }
                    if cells[start * columns + column - count] + native.table.costs[way] == cost {
                        return (start, column - count)
                    }
                }
            }
        }
        if row > 0, column > 0, cells[(row - 1) * columns + column - 1] + native.table.slips.replace == cost {
            return (row - 1, column - 1)
        }
        if row > 0, cells[(row - 1) * columns + column] + native.drops[row - 1] == cost { return (row - 1, column) }
        if column > 0 { return (row, column - 1) }
        return nil
    }
}
