/// A graph and the names of its nodes, as a table or a matrix gave them.
public struct NamedGraph: Sendable {
    /// The graph.
    public let graph: Graph
    /// The names of the nodes.
    public let names: NameTable
    /// The rows that were not used.
    public let refusals: Refusals
    /// How many links of a node to itself were left out.
    public let loops: Int
    /// How many rows, or cells of a matrix, were read as links.
    public let rows: Int

    init(graph: Graph, names: NameTable, refusals: Refusals = Refusals(), loops: Int = 0, rows: Int) {
        (self.graph, self.names, self.refusals, self.loops, self.rows) = (graph, names, refusals, loops, rows)
    }

    /// How a graph is made from a table.
    public struct Request: Sendable {
        /// The column where links begin; guessed when nil.
        public var from: String?
        /// The column where links end; guessed when nil.
        public var to: String?
        /// The column of weights; all links weigh 1 when nil.
        public var weight: String?
        /// Links have a direction.
        public var isDirected = false
        /// A link weighs as much as there are rows, or its cell in a matrix.
        public var weighsRows = false

        /// What is guessed altogether.
        public init() {}
    }

    /// Reads a table with a row for each link, or an adjacency matrix with names at its edges: which, is found by looking.
    ///
    /// - Parameter size: how many bytes the source has, where that is known, for the progress.
    public init(_ source: ByteSource, _ request: Request = Request(), size: Int = 0, work: Work = .quiet) throws {
        let wanted: [WantedColumn] = [
            .name("from", given: request.from, guesses: WantedColumn.fromGuesses, place: 0),
            .name("to", given: request.to, guesses: WantedColumn.toGuesses, place: 1),
            .value("weight", .number, given: request.weight),
        ]
        let reader = try TableReader(source, wanted)
        guard !reader.shape.isMatrix else {
            self = try MatrixReader(reader).graph(request)
            return
        }
        let isWeighted = reader.has(2) || request.weighsRows
        var builder = GraphBuilder(isDirected: request.isDirected, isWeighted: isWeighted)
        let batch = reader.batch()
        while try reader.read(into: batch) {
            builder.add(batch.codes(0), batch.codes(1), weights: reader.has(2) ? batch.numbers(2) : nil)
            try work.step(reader.bytesTaken, max(size, reader.bytesTaken))
        }
        let (rows, loops) = (builder.added + builder.loops, builder.loops)
        guard rows > 0 else {
            throw InputError.noRow(refused: reader.refusals.count, first: reader.refusals.first.first)
        }
        guard rows < Int(UInt32.max) / 2 else { throw InputError.tooMany }
        self.init(
            graph: builder.graph(count: reader.tables[0].count), names: reader.tables[0], refusals: reader.refusals,
            loops: loops, rows: rows)
    }
}
