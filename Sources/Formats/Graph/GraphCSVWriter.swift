/// Writes a network as two CSV tables, one of nodes and one of edges, as link-chart programs import them.
///
/// The two are separate files; give each method the bytes of its own. Cells are written as they are, so that a
/// program reads back what was said; a spreadsheet may take a cell that begins with `=` for a formula.
public struct GraphCSVWriter {
    private let columns: GraphColumns

    /// Starts two tables. Throws `GraphFault` when an attribute's name is taken.
    public init(_ header: GraphHeader) throws(GraphFault) {
        columns = try GraphColumns(header)
    }

    /// Appends the names of the columns, to both tables.
    public func begin(nodes: inout [UInt8], edges: inout [UInt8]) {
        write(["id", "label"] + columns.nodes.map(\.name), to: &nodes)
        write(["id", "from", "to"] + columns.edges.map(\.name), to: &edges)
    }

    /// Appends a node to the table of nodes. Throws `GraphFault` when its attributes are not as declared.
    public func write(_ node: GraphNode, to nodes: inout [UInt8]) throws(GraphFault) {
        write([node.id, node.label] + (try columns.values(of: node)).map { $0?.text ?? "" }, to: &nodes)
    }

    /// Appends an edge to the table of edges. Throws `GraphFault` when its attributes are not as declared.
    public func write(_ edge: GraphEdge, to edges: inout [UInt8]) throws(GraphFault) {
        write([edge.id, edge.from, edge.to] + (try columns.values(of: edge)).map { $0?.text ?? "" }, to: &edges)
    }

    /// Appends a whole document, after checking its ids.
    public func write(
        _ document: GraphDocument, nodes: inout [UInt8], edges: inout [UInt8]
    ) throws(GraphFault) {
        try document.check()
        begin(nodes: &nodes, edges: &edges)
        for node in document.nodes { try write(node, to: &nodes) }
        for edge in document.edges { try write(edge, to: &edges) }
    }

    private func write(_ cells: [String], to bytes: inout [UInt8]) {
        var writer = DelimitedWriter()
        writer.write(cells)
        bytes += writer.take()
    }
}
