import Formats

/// Collects the bytes of a network's files until somebody takes them.
protocol GraphOutput {
    mutating func begin()
    mutating func write(_ node: GraphNode) throws
    mutating func write(_ edge: GraphEdge) throws
    mutating func end()
    /// The number of bytes that wait.
    var size: Int { get }
    /// The bytes that wait, by file.
    mutating func take() -> [(part: ExportPart, bytes: [UInt8])]
}

extension GraphHeader {
    /// What our networks say of their nodes and edges.
    static let picture = GraphHeader(
        nodeAttributes: [GraphAttribute("events", .integer), GraphAttribute("sources", .integer)],
        edgeAttributes: [GraphAttribute("amount", .text), GraphAttribute("currency", .text)], isDirected: true)
}

/// A network in one file.
struct OneFileGraph<Writer: GraphWriter>: GraphOutput {
    private var writer: Writer
    private var bytes: [UInt8] = []

    init() throws { writer = try Writer(.picture) }

    mutating func begin() { writer.begin(to: &bytes) }
    mutating func write(_ node: GraphNode) throws { try writer.write(node, to: &bytes) }
    mutating func write(_ edge: GraphEdge) throws { try writer.write(edge, to: &bytes) }
    mutating func end() { writer.end(to: &bytes) }
    var size: Int { bytes.count }

    mutating func take() -> [(part: ExportPart, bytes: [UInt8])] {
        defer { bytes = [] }
        return [(.whole, bytes)]
    }
}

/// A network as two tables.
struct TwoTableGraph: GraphOutput {
    private let writer: GraphCSVWriter
    private var nodes: [UInt8] = []
    private var edges: [UInt8] = []

    init() throws { writer = try GraphCSVWriter(.picture) }

    mutating func begin() { writer.begin(nodes: &nodes, edges: &edges) }
    mutating func write(_ node: GraphNode) throws { try writer.write(node, to: &nodes) }
    mutating func write(_ edge: GraphEdge) throws { try writer.write(edge, to: &edges) }
    mutating func end() {}
    var size: Int { nodes.count + edges.count }

    mutating func take() -> [(part: ExportPart, bytes: [UInt8])] {
        defer { (nodes, edges) = ([], []) }
        return [(.nodes, nodes), (.edges, edges)]
    }
}
