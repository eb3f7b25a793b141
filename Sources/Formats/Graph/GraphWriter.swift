/// Writes a network piece by piece: begin, all nodes, all edges, end. What is written is appended to the caller's
/// bytes, who may send them on and empty them at any time, so that a network of any size needs little memory.
///
///     var writer = try GEXFWriter(document.header)
///     try writer.write(document, to: &bytes)
public protocol GraphWriter {
    /// Starts a file with these attributes.
    init(_ header: GraphHeader) throws(GraphFault)
    /// Appends what stands before the first node.
    mutating func begin(to bytes: inout [UInt8])
    /// Appends a node.
    mutating func write(_ node: GraphNode, to bytes: inout [UInt8]) throws(GraphFault)
    /// Appends an edge. After the first edge no node may follow.
    mutating func write(_ edge: GraphEdge, to bytes: inout [UInt8]) throws(GraphFault)
    /// Appends what stands after the last edge.
    mutating func end(to bytes: inout [UInt8])
}

extension GraphWriter {
    /// Appends a whole document, after checking its ids.
    public mutating func write(_ document: GraphDocument, to bytes: inout [UInt8]) throws(GraphFault) {
        try document.check()
        begin(to: &bytes)
        for node in document.nodes { try write(node, to: &bytes) }
        for edge in document.edges { try write(edge, to: &bytes) }
        end(to: &bytes)
    }
}
