/// Reads an adjacency matrix: a heading of names, and rows of a name and numbers; a cell that is neither empty nor 0 is a link from
/// the row's node to the column's.
struct MatrixReader {
    private let reader: TableReader

    /// The matrix that a reader has found.
    init(_ reader: TableReader) { self.reader = reader }

    /// The graph of the matrix.
    ///
    /// The cells are weights when weights are asked for. Without directions, two cells that face each other are one link, whose
    /// weight is the sum of theirs.
    func graph(_ request: NamedGraph.Request) throws -> NamedGraph {
        let heading = (reader.shape.heading ?? []).dropFirst()
        var names = NameTable()
        for name in heading { _ = names.code(of: name) }
        var builder = GraphBuilder(
            isDirected: request.isDirected, isWeighted: request.weight != nil || request.weighsRows)
        var row = 0
        while let cells = try reader.fields() {
            guard cells.fields.count == heading.count + 1, row < heading.count else {
                throw InputError.badMatrix(line: cells.line, column: min(cells.fields.count, heading.count + 1))
            }
            for (column, cell) in cells.fields.dropFirst().enumerated() where !cell.isEmpty {
                guard let weight = Double(cell) else {
                    throw InputError.badMatrix(line: cells.line, column: column + 2)
                }
                if weight != 0 { builder.add(UInt32(row), UInt32(column), weight: weight) }
            }
            row += 1
        }
        let (rows, loops) = (builder.added + builder.loops, builder.loops)
        return NamedGraph(graph: builder.graph(count: names.count), names: names, loops: loops, rows: rows)
    }
}
