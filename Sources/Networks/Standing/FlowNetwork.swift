/// A network that carries people or money from a source to a sink, and what it costs to take each of its arcs away.
///
/// Nodes are numbered from 0. An arc without a cost cannot be taken away. Arcs into the source and out of the sink are
/// allowed and carry nothing.
public struct FlowNetwork: Sendable, Equatable {
    /// One arc.
    public struct Arc: Sendable, Equatable {
        /// Where it begins and ends.
        public var from: Int, to: Int
        /// How much it can carry.
        public var capacity: Int
        /// What it costs to take it away; nil when nobody can.
        public var cost: Int?
        /// What it stands for.
        public var marks: Marks

        public init(_ from: Int, _ to: Int, capacity: Int, cost: Int? = nil, marks: Marks = []) {
            (self.from, self.to, self.capacity, self.cost, self.marks) = (from, to, capacity, cost, marks)
        }
    }

    /// What an arc stands for, in a network of people: the columns of the published instances.
    public struct Marks: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// An arc that is counted: a person who is exploited, or whatever the reader marked.
        public static let counted = Marks(rawValue: 1)
        /// A trafficker who supplies.
        public static let trafficker = Marks(rawValue: 2)
        /// A person who is exploited and made to control others ("bottom").
        public static let bottom = Marks(rawValue: 4)
        /// A person who is exploited.
        public static let victim = Marks(rawValue: 8)
    }

    /// How many nodes.
    public let nodeCount: Int
    /// Where the flow begins and ends.
    public let source: Int, sink: Int
    /// The arcs, as given.
    public internal(set) var arcs: [Arc]

    /// A network; throws when a node is out of range, a capacity or cost is negative, or source and sink are one.
    public init(nodes: Int, source: Int, sink: Int, arcs: [Arc]) throws(StandingError) {
        guard source != sink else { throw .sourceIsSink }
        guard (0..<nodes).contains(source), (0..<nodes).contains(sink) else { throw .noSuchNode }
        for (place, arc) in arcs.enumerated() {
            guard (0..<nodes).contains(arc.from), (0..<nodes).contains(arc.to) else { throw .noSuchNode }
            guard arc.capacity >= 0, arc.cost ?? 0 >= 0 else { throw .negative(arc: place) }
        }
        (nodeCount, self.source, self.sink, self.arcs) = (nodes, source, sink, arcs)
    }

    /// Tells which arcs may be taken away: the rest lose their cost.
    public func takingAway(only isAllowed: (Arc) -> Bool) -> FlowNetwork {
        var copy = self
        for place in copy.arcs.indices where !isAllowed(arcs[place]) { copy.arcs[place].cost = nil }
        return copy
    }

    /// What leaves the source, reduced to a share: ⌊rate · capacity⌋ in double precision, as the published instances do it.
    public func supply(reducedTo rate: Double) -> FlowNetwork {
        var copy = self
        for place in copy.arcs.indices where arcs[place].from == source {
            copy.arcs[place].capacity = Int(rate * Double(arcs[place].capacity))
        }
        return copy
    }

    /// The arcs that could ever carry anything: not into the source, not out of the sink, no loops.
    var carrying: [Int] {
        arcs.indices.filter { arcs[$0].from != arcs[$0].to && arcs[$0].to != source && arcs[$0].from != sink }
    }
}
