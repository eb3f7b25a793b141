/// Writes GEXF 1.2draft, the version that networkx and Gephi read.
public struct GEXFWriter: GraphWriter {
    private let columns: GraphColumns
    private let isDirected: Bool
    private var isInEdges = false

    /// Starts a file. Throws `GraphFault` when an attribute's name is taken.
    public init(_ header: GraphHeader) throws(GraphFault) {
        columns = try GraphColumns(header)
        isDirected = header.isDirected
    }

    /// Appends the declarations.
    public mutating func begin(to bytes: inout [UInt8]) {
        bytes +=
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
            <graph mode="static" defaultedgetype="\(isDirected ? "directed" : "undirected")">

            """.utf8
        declare("node", columns.nodes, to: &bytes)
        declare("edge", columns.edges, to: &bytes)
        bytes += "<nodes>\n".utf8
    }

    /// Appends a node. Throws `GraphFault` when its attributes are not as declared.
    public mutating func write(_ node: GraphNode, to bytes: inout [UInt8]) throws(GraphFault) {
        let values = try columns.values(of: node)
        bytes += "<node".utf8
        XMLText.attribute("id", node.id, to: &bytes)
        XMLText.attribute("label", node.label, to: &bytes)
        write(values, to: &bytes)
        bytes += "</node>\n".utf8
    }

    /// Appends an edge. Throws `GraphFault` when its attributes are not as declared.
    public mutating func write(_ edge: GraphEdge, to bytes: inout [UInt8]) throws(GraphFault) {
        var values = try columns.values(of: edge)
        values[GraphColumns.weight] = nil
        openEdges(to: &bytes)
        bytes += "<edge".utf8
        XMLText.attribute("id", edge.id, to: &bytes)
        XMLText.attribute("source", edge.from, to: &bytes)
        XMLText.attribute("target", edge.to, to: &bytes)
        XMLText.attribute("weight", edge.weight.description, to: &bytes)
        write(values, to: &bytes)
        bytes += "</edge>\n".utf8
    }

    /// Appends the end.
    public mutating func end(to bytes: inout [UInt8]) {
        openEdges(to: &bytes)
        bytes += "</edges>\n</graph>\n</gexf>\n".utf8
    }

    private mutating func openEdges(to bytes: inout [UInt8]) {
        if !isInEdges { bytes += "</nodes>\n<edges>\n".utf8 }
        isInEdges = true
    }

    private func declare(_ owner: String, _ columns: [GraphAttribute], to bytes: inout [UInt8]) {
        bytes += "<attributes class=\"\(owner)\">\n".utf8
        for (index, column) in columns.enumerated() {
            // An edge's weight has a place of its own in GEXF.
            if owner == "edge", index == GraphColumns.weight { continue }
            bytes += "<attribute id=\"\(index)\"".utf8
            XMLText.attribute("title", column.name, to: &bytes)
            bytes += " type=\"\(Self.type(column.kind))\"/>\n".utf8
        }
        bytes += "</attributes>\n".utf8
    }

    private func write(_ values: [GraphValue?], to bytes: inout [UInt8]) {
        bytes += "><attvalues>".utf8
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            bytes += "<attvalue for=\"\(index)\"".utf8
            XMLText.attribute("value", value.text, to: &bytes)
            bytes += "/>".utf8
        }
        bytes += "</attvalues>".utf8
    }

    private static func type(_ kind: GraphAttribute.Kind) -> String {
        switch kind {
        case .text: "string"
        case .integer: "long"
        case .decimal: "double"
        case .flag: "boolean"
        }
    }
}
