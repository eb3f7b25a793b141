/// A network as it is handed to other programs: nodes, edges, and what is said of them.
///
/// One value model for all formats, so that GEXF, GraphML and CSV of the same network say the same.
public struct GraphDocument: Equatable, Sendable {
    /// The attributes that nodes may have, beyond label and kind.
    public var nodeAttributes: [GraphAttribute]
    /// The attributes that edges may have, beyond the fixed ones.
    public var edgeAttributes: [GraphAttribute]
    /// The nodes, each id once.
    public var nodes: [GraphNode]
    /// The edges, each id once, between nodes of the document.
    public var edges: [GraphEdge]

    /// Makes a document.
    public init(
        nodeAttributes: [GraphAttribute] = [], edgeAttributes: [GraphAttribute] = [], nodes: [GraphNode] = [],
        edges: [GraphEdge] = []
    ) {
        self.nodeAttributes = nodeAttributes
        self.edgeAttributes = edgeAttributes
        self.nodes = nodes
        self.edges = edges
    }

    /// What a writer has to know before the first node.
    public var header: GraphHeader {
        GraphHeader(
            nodeAttributes: nodeAttributes, edgeAttributes: edgeAttributes,
            isDirected: edges.contains(where: \.isDirected))
    }

    /// Checks that ids are unique and that every edge leads from a node to a node.
    public func check() throws(GraphFault) {
        var ids: Set<String> = []
        for node in nodes where !ids.insert(node.id).inserted { throw .sameID(node.id) }
        var edgeIDs: Set<String> = []
        for edge in edges {
            guard edgeIDs.insert(edge.id).inserted else { throw .sameID(edge.id) }
            for end in [edge.from, edge.to] where !ids.contains(end) { throw .noSuchNode(end, edge: edge.id) }
        }
    }
}

/// What a graph file declares before its first node.
public struct GraphHeader: Equatable, Sendable {
    /// The attributes that nodes may have, beyond label and kind.
    public var nodeAttributes: [GraphAttribute]
    /// The attributes that edges may have, beyond the fixed ones.
    public var edgeAttributes: [GraphAttribute]
    /// Whether any edge has a direction. Readers such as networkx refuse graphs of both sorts, so that in a
    /// directed file an undirected edge is one whose attribute `directed` is false.
    public var isDirected: Bool

    /// Makes a header.
    public init(nodeAttributes: [GraphAttribute] = [], edgeAttributes: [GraphAttribute] = [], isDirected: Bool) {
        self.nodeAttributes = nodeAttributes
        self.edgeAttributes = edgeAttributes
        self.isDirected = isDirected
    }
}

/// A declared attribute of nodes or of edges.
public struct GraphAttribute: Hashable, Sendable {
    /// What kind of values it has.
    public enum Kind: String, Sendable, CaseIterable {
        /// Any text.
        case text
        /// A whole number.
        case integer
        /// A decimal number.
        case decimal
        /// True or false.
        case flag
    }

    /// The name, unique among the attributes of its kind of thing.
    public var name: String
    /// What kind of values it has.
    public var kind: Kind

    /// Makes a declaration.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// The value of an attribute.
public enum GraphValue: Hashable, Sendable {
    /// Any text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A decimal number.
    case decimal(Double)
    /// True or false.
    case flag(Bool)

    /// What kind of value it is.
    public var kind: GraphAttribute.Kind {
        switch self {
        case .text: .text
        case .integer: .integer
        case .decimal: .decimal
        case .flag: .flag
        }
    }

    /// The value as it stands in a file.
    public var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

/// A person, a phone, an account, a place, …
public struct GraphNode: Equatable, Sendable {
    /// The id, unique in the document.
    public var id: String
    /// What it is called.
    public var label: String
    /// What it is, such as `person` or `phone`.
    public var kind: String
    /// The values of declared attributes.
    public var attributes: [String: GraphValue]
    /// Where it is, for the map: a point, or the area of a sector.
    public var place: GeoGeometry?

    /// Makes a node.
    public init(
        id: String, label: String, kind: String, attributes: [String: GraphValue] = [:], place: GeoGeometry? = nil
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.attributes = attributes
        self.place = place
    }
}

/// A link between two nodes, one event or the sum of many.
public struct GraphEdge: Equatable, Sendable {
    /// Whether somebody said that the link is there, or the program concluded it.
    public enum Basis: String, Sendable, CaseIterable {
        /// A source says so.
        case stated
        /// Concluded from what sources say.
        case inferred
    }

    /// The id, unique in the document.
    public var id: String
    /// The id of the node where it starts.
    public var from: String
    /// The id of the node where it leads.
    public var to: String
    /// What it is, such as `call` or `owns`.
    public var kind: String
    /// Whether it leads one way.
    public var isDirected: Bool
    /// How strong it is; finite.
    public var weight: Double
    /// When it first held, ISO 8601.
    public var first: String?
    /// When it last held, ISO 8601.
    public var last: String?
    /// How many events it sums up.
    public var count: Int
    /// Whether it was said or concluded.
    public var basis: Basis
    /// The values of declared attributes.
    public var attributes: [String: GraphValue]

    /// Makes an edge.
    public init(
        id: String, from: String, to: String, kind: String, isDirected: Bool = true, weight: Double = 1,
        first: String? = nil, last: String? = nil, count: Int = 1, basis: Basis = .stated,
        attributes: [String: GraphValue] = [:]
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.kind = kind
        self.isDirected = isDirected
        self.weight = weight
        self.first = first
        self.last = last
        self.count = count
        self.basis = basis
        self.attributes = attributes
    }
}
