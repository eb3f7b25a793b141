/// The columns of a graph file: the fixed ones, then those that were declared. All writers use the same, which is
/// why a network has the same attributes in every format.
struct GraphColumns {
    /// Of a node, beside its id and label.
    static let node = [GraphAttribute("kind", .text)]
    /// Of an edge, beside its id and ends.
    static let edge = [
        GraphAttribute("kind", .text), GraphAttribute("weight", .decimal), GraphAttribute("directed", .flag),
        GraphAttribute("basis", .text), GraphAttribute("count", .integer), GraphAttribute("first", .text),
        GraphAttribute("last", .text),
    ]
    /// The index of the weight among the columns of an edge.
    static let weight = 1
    private static let reserved: Set<String> = ["id", "label", "source", "target", "from", "to"]

    let nodes: [GraphAttribute]
    let edges: [GraphAttribute]

    init(_ header: GraphHeader) throws(GraphFault) {
        nodes = Self.node + header.nodeAttributes
        edges = Self.edge + header.edgeAttributes
        for columns in [nodes, edges] {
            var names = Self.reserved
            for column in columns where !names.insert(column.name).inserted { throw .nameTaken(column.name) }
        }
    }

    /// The values of a node in the order of the columns; `nil` where it has none.
    func values(of node: GraphNode) throws(GraphFault) -> [GraphValue?] {
        [.text(node.kind)] + (try declared(node.attributes, nodes.dropFirst(Self.node.count)))
    }

    /// The values of an edge in the order of the columns; `nil` where it has none.
    func values(of edge: GraphEdge) throws(GraphFault) -> [GraphValue?] {
        guard edge.weight.isFinite else { throw .notFinite("weight") }
        let fixed: [GraphValue?] = [
            .text(edge.kind), .decimal(edge.weight), .flag(edge.isDirected), .text(edge.basis.rawValue),
            .integer(edge.count), edge.first.map(GraphValue.text), edge.last.map(GraphValue.text),
        ]
        return fixed + (try declared(edge.attributes, edges.dropFirst(Self.edge.count)))
    }

    private func declared(
        _ attributes: [String: GraphValue], _ columns: ArraySlice<GraphAttribute>
    ) throws(GraphFault) -> [GraphValue?] {
        var values: [GraphValue?] = []
        var found = 0
        for column in columns {
            let value = attributes[column.name]
            values.append(value)
            guard let value else { continue }
            found += 1
            guard value.kind == column.kind else { throw .wrongKind(column.name) }
            if case .decimal(let number) = value, !number.isFinite { throw .notFinite(column.name) }
        }
        if found < attributes.count {
            let unknown = attributes.keys.filter { name in !columns.contains { $0.name == name } }
            throw .undeclared(unknown.min() ?? "")
        }
        return values
    }
}
