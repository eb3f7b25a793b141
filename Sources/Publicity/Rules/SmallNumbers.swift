/// RL-28: small numbers are not shown, and cannot be found by subtracting (domain.md 2.15). The solver that hides the fewest
/// cells is an instrument of its own; this is the check that nothing passes without.
public struct SmallNumbers: Hashable, Sendable {
    /// No configuration goes below this.
    public static let floor = 5
    /// Counts of persons below this are hidden.
    public let threshold: Int

    /// A rule; a threshold below the floor becomes the floor.
    public init(threshold: Int = 11) { self.threshold = max(Self.floor, threshold) }

    /// Whether a count may be shown. None is shown: it says nothing of anybody.
    public func mayShow(_ count: Int) -> Bool { count == 0 || count >= threshold }

    /// A table with its margins, nil where a cell is hidden.
    public struct Table: Hashable, Sendable {
        /// Rows of cells.
        public var cells: [[Int?]]
        /// The totals of the rows; nil where they are hidden.
        public var rowTotals: [Int?]
        /// The totals of the columns.
        public var columnTotals: [Int?]

        /// A table.
        public init(_ cells: [[Int?]], rowTotals: [Int?], columnTotals: [Int?]) {
            self.cells = cells
            self.rowTotals = rowTotals
            self.columnTotals = columnTotals
        }
    }

    /// A cell.
    public struct Place: Hashable, Sendable {
        /// Its row, from 0.
        public var row: Int
        /// Its column, from 0.
        public var column: Int

        /// A cell.
        public init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// Cells that show a small number, or whose hidden number anybody can find by subtracting, again and again.
    public func leaks(_ table: Table) -> Set<Place> {
        var (known, leaks) = (table.cells, Set<Place>())
        for row in known.indices {
            for column in known[row].indices where !(known[row][column].map(mayShow) ?? true) {
                leaks.insert(Place(row, column))
            }
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for line in Self.lines(known, table) {
                let hidden = line.places.filter { known[$0.row][$0.column] == nil }
                guard let total = line.total, hidden.count == 1, let place = hidden.first else { continue }
                let shown = line.places.reduce(0) { $0 + (known[$1.row][$1.column] ?? 0) }
                known[place.row][place.column] = total - shown
                leaks.insert(place)
                isGrowing = true
            }
        }
        return leaks
    }

    private static func lines(_ cells: [[Int?]], _ table: Table) -> [(places: [Place], total: Int?)] {
        let rows = cells.indices.map { row in (cells[row].indices.map { Place(row, $0) }, total(table.rowTotals, row)) }
        let columns = (cells.first ?? []).indices.map { column in
            (cells.indices.map { Place($0, column) }, total(table.columnTotals, column))
        }
        return rows + columns
    }

    private static func total(_ totals: [Int?], _ index: Int) -> Int? { index < totals.count ? totals[index] : nil }
}
