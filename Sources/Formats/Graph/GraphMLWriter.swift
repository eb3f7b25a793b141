/// Writes GraphML, which networkx, yEd, igraph and most others read.
public struct GraphMLWriter: GraphWriter {
    private let columns: GraphColumns
    private let isDirected: Bool

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
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="label" for="node" attr.name="label" attr.type="string"/>

            """.utf8
        declare("node", "n", columns.nodes, to: &bytes)
        declare("edge", "e", columns.edges, to: &bytes)
        bytes += "<graph id=\"G\" edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n".utf8
    }

    /// Appends a node. Throws `GraphFault` when its attributes are not as declared.
    public mutating func write(_ node: GraphNode, to bytes: inout [UInt8]) throws(GraphFault) {
        let values = try columns.values(of: node)
        bytes += "<node".utf8
        XMLText.attribute("id", node.id, to: &bytes)
        bytes += "><data key=\"label\">".utf8
        XMLText.append(node.label, to: &bytes)
        bytes += "</data>".utf8
        write(values, "n", to: &bytes)
        bytes += "</node>\n".utf8
    }

    /// Appends an edge. Throws `GraphFault` when its attributes are not as declared.
    public mutating func write(_ edge: GraphEdge, to bytes: inout [UInt8]) throws(GraphFault) {
        let values = try columns.values(of: edge)
        bytes += "<edge".utf8
        XMLText.attribute("id", edge.id, to: &bytes)
        XMLText.attribute("source", edge.from, to: &bytes)
        XMLText.attribute("target", edge.to, to: &bytes)
        bytes += ">".utf8
        write(values, "e", to: &bytes)
        bytes += "</edge>\n".utf8
    }

    /// Appends the end.
    public mutating func end(to bytes: inout [UInt8]) {
        bytes += "</graph>\n</graphml>\n".utf8
    }

    private func declare(_ owner: String, _ prefix: String, _ columns: [GraphAttribute], to bytes: inout [UInt8]) {
        for (index, column) in columns.enumerated() {
            bytes += "<key id=\"\(prefix)\(index)\" for=\"\(owner)\"".utf8
            XMLText.attribute("attr.name", column.name, to: &bytes)
            bytes += " attr.type=\"\(Self.type(column.kind))\"/>\n".utf8
        }
    }

    private func write(_ values: [GraphValue?], _ prefix: String, to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            bytes += "<data key=\"\(prefix)\(index)\">".utf8
            XMLText.append(value.text, to: &bytes)
            bytes += "</data>".utf8
        }
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
