/// Writes the nodes of a network that have a place as GeoJSON; the others, and the edges, have no shape to draw.
public struct GraphGeoJSONWriter: GraphWriter {
    private let columns: GraphColumns
    private var writer = GeoJSONWriter()

    /// Starts a file. Throws `GraphFault` when an attribute's name is taken.
    public init(_ header: GraphHeader) throws(GraphFault) {
        columns = try GraphColumns(header)
    }

    /// Appends the beginning of the collection.
    public mutating func begin(to bytes: inout [UInt8]) {
        writer.begin(to: &bytes)
    }

    /// Appends a node that has a place. Throws `GraphFault` when its attributes are not as declared.
    public mutating func write(_ node: GraphNode, to bytes: inout [UInt8]) throws(GraphFault) {
        let values = try columns.values(of: node)
        guard let place = node.place else { return }
        var feature = GeoFeature(id: node.id, geometry: place, properties: [.init("label", node.label)])
        for (column, value) in zip(columns.nodes, values) {
            if let value { feature.properties.append(.init(column.name, value.text)) }
        }
        writer.write(feature, to: &bytes)
    }

    /// Appends nothing, but checks the attributes like every writer.
    public mutating func write(_ edge: GraphEdge, to bytes: inout [UInt8]) throws(GraphFault) {
        _ = try columns.values(of: edge)
    }

    /// Appends the end of the collection.
    public mutating func end(to bytes: inout [UInt8]) {
        writer.end(to: &bytes)
    }
}
