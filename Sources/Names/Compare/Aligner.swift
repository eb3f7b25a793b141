/// Aligns a native name with a Latin one, unit by unit, by dynamic programming over the places of both.
enum Aligner {
    static let never = UnitTable.Cost.max / 4

    /// How much more surprising a Latin spelling is than the likeliest one, `never` above the limit.
    struct Surprise {
        /// Of the whole native name.
        var whole = never
        /// Of a beginning of it, at least half, where the Latin letters are an initial or cut short.
        var beginning = never
    }

    static func surprise(_ native: Lattice, _ latin: [UInt8], limit: UnitTable.Cost) -> Surprise {
        withTable(native, latin, limit: limit) { cells in
            let (rows, columns) = (native.symbols.count + 1, latin.count + 1)
            var surprise = Surprise()
            for row in 1..<max(rows, 2) where row < rows {
                let excess = cells[row * columns + columns - 1] + native.floors[row] - native.floors[0]
                if excess > limit { continue }
                if row == rows - 1 { surprise.whole = excess }
                if latin.count == 1 || row * 2 >= rows { surprise.beginning = min(surprise.beginning, excess) }
            }
            return surprise
        }
    }

    /// Fills the table of lowest costs, `symbols + 1` rows of `letters + 1` cells, and hands it on.
    static func withTable<Result>(
        _ native: Lattice, _ latin: [UInt8], limit: UnitTable.Cost,
        _ body: (UnsafeMutableBufferPointer<UnitTable.Cost>) -> Result
    ) -> Result {
        let (rows, columns) = (native.symbols.count + 1, latin.count + 1)
        return withUnsafeTemporaryAllocation(of: UnitTable.Cost.self, capacity: rows * columns) { cells in
            // Safe: every index is row * columns + column with row < rows and column < columns.
            cells.initialize(repeating: never)
            cells[0] = 0
            return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: columns) { windows in
                fill(windows, latin)
                var reach = 0
                for row in 0..<rows where row <= reach {
                    reach = max(reach, relax(row, native, latin, cells, windows, native.floors[0] + limit))
                }
                return body(cells)
            }
        }
    }

    /// Eight letters from each place on, zero behind the end.
    private static func fill(_ windows: UnsafeMutableBufferPointer<UInt64>, _ latin: [UInt8]) {
        var window: UInt64 = 0
        windows[latin.count] = 0
        for place in latin.indices.reversed() {
            window = window << 8 | UInt64(latin[place])
            windows[place] = window
        }
    }

    /// Extends every alignment that has reached this row within the limit; returns the last row that was reached.
    private static func relax(
        _ row: Int, _ native: Lattice, _ latin: [UInt8], _ cells: UnsafeMutableBufferPointer<UnitTable.Cost>,
        _ windows: UnsafeMutableBufferPointer<UInt64>, _ most: UnitTable.Cost
    ) -> Int {
        let columns = latin.count + 1
        let base = row * columns
        let isLast = row == native.symbols.count
        let arcs = isLast ? 0..<0 : Int(native.starts[row])..<Int(native.starts[row + 1])
        var reach = row
        for column in 0..<columns {
            let cost = cells[base + column]
            // What is left of the native name costs at least its floor.
            if cost + native.floors[row] > most { continue }
            if column + 1 < columns {
                let previous = column > 0 ? latin[column - 1] : 0
                lower(&cells[base + column + 1], cost + native.table.slips.insert(latin[column], after: previous))
            }
            if isLast { continue }
            reach = max(reach, row + 1)
            let drop = cost + native.drops[row]
            lower(&cells[base + columns + column], drop)
            if column + 1 < columns, latin[column] >= 0x3A, native.drops[row] < AlignCost.digit {
                lower(&cells[base + columns + column + 1], cost + native.table.slips.replace)
            }
            for arc in arcs {
                let arc = native.arcs[arc]
                let target = base + Int(arc.length) * columns + column
                if match(native.table, Int(arc.group), windows[column], cells, target, cost, columns - column) {
                    reach = max(reach, row + Int(arc.length))
                }
            }
        }
        return reach
    }

    /// Extends one alignment by every way of a unit that stands at this place of the Latin name.
    @inline(__always)
    private static func match(
        _ table: UnitTable, _ group: Int, _ window: UInt64, _ cells: UnsafeMutableBufferPointer<UnitTable.Cost>,
        _ target: Int, _ cost: UnitTable.Cost, _ left: Int
    ) -> Bool {
        let first = 1 | (window == 0 ? 0 : UInt32(1) << UInt32(window & 31))
        guard table.firsts[group] & first != 0 else { return false }
        var found = false
        for way in Int(table.starts[group])..<Int(table.starts[group + 1]) {
            let count = Int(table.lengths[way])
            if count < left, count == 0 || (window ^ table.letters[way]) << UInt64(64 - 8 * count) == 0 {
                lower(&cells[target + count], cost + table.costs[way])
                found = true
            }
        }
        return found
    }

    @inline(__always)
    private static func lower(_ cell: inout UnitTable.Cost, _ cost: UnitTable.Cost) {
        if cost < cell { cell = cost }
    }
}
