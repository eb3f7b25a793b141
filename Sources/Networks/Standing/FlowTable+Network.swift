extension FlowTable {
    /// How a table is to be understood.
    public struct Reading: Sendable {
        /// The names of source and sink; nil where the table tells.
        public var source: String?, sink: String?
        /// Arcs carry both ways, and are taken as one.
        public var isUndirected = false
        /// What taking a node costs, and what it can carry (nil: no limit); other nodes cannot be taken.
        public var nodes: [(name: String, cost: Int?, capacity: Int?)] = []
        /// Arcs may be taken too when nodes may.
        public var takesArcs = true

        public init(source: String? = nil, sink: String? = nil) { (self.source, self.sink) = (source, sink) }
    }

    /// The network that a table describes, and of each of its arcs what taking it takes.
    public struct Described: Sendable {
        public var network: FlowNetwork
        /// The names of an arc's ends, or of the node that it stands for twice.
        public var names: [(from: String, to: String)]
        /// The arc that stands for a node, and the node number that flow leaves it by, by the node's name.
        public var nodes: [String: (arc: Int, leaves: Int)]
    }

    /// Makes the network: nodes that can be taken are split, undirected arcs go through a pair of nodes of their own.
    public func described(_ reading: Reading = Reading()) throws(StandingError) -> Described {
        let begin = try end(reading.source, source, usual: ["source", "s"], touching: \.to) { .noSource($0) }
        let finish = try end(reading.sink, sink, usual: ["sink", "t", "target"], touching: \.from) { .noSink($0) }
        var made = Making(self, reading)
        for (place, name) in names.enumerated() where place != begin && place != finish {
            guard let node = reading.nodes.first(where: { $0.name == name }) else { continue }
            made.split(place, cost: node.cost, capacity: node.capacity)
        }
        for row in rows { made.add(row) }
        let network = try FlowNetwork(nodes: made.count, source: begin, sink: finish, arcs: made.arcs)
        return Described(network: network, names: made.names, nodes: made.nodes)
    }

    /// Where the flow begins or ends: what somebody said, what the table says, a usual name, or the only node that no arc
    /// enters (or leaves).
    private func end(
        _ given: String?, _ known: Int?, usual: [String], touching: (Row) -> Int, _ refusal: ([String]) -> StandingError
    ) throws(StandingError) -> Int {
        if let given { return try node(named: given) }
        if let known = known ?? names.firstIndex(where: { usual.contains($0.lowercased()) }) { return known }
        let touched = Set(rows.map(touching))
        let free = names.indices.filter { !touched.contains($0) }
        guard free.count == 1 else { throw refusal(free.map { names[$0] }) }
        return free[0]
    }

    /// A network in the making.
    private struct Making {
        let table: FlowTable
        let reading: Reading
        var count: Int
        var arcs: [FlowNetwork.Arc] = []
        var names: [(from: String, to: String)] = []
        var nodes: [String: (arc: Int, leaves: Int)] = [:]
        private var leaves: [Int: Int] = [:]

        init(_ table: FlowTable, _ reading: Reading) {
            (self.table, self.reading, count) = (table, reading, table.names.count)
        }

        mutating func split(_ node: Int, cost: Int?, capacity: Int?) {
            let most = table.rows.reduce(0) { min(1 << 50, $0 + $1.capacity) }
            leaves[node] = count
            nodes[table.names[node]] = (arcs.count, count)
            arcs.append(.init(node, count, capacity: capacity ?? most, cost: cost))
            names.append((table.names[node], table.names[node]))
            count += 1
        }

        mutating func add(_ row: Row) {
            let cost = reading.takesArcs ? row.cost : nil
            let ends = (table.names[row.from], table.names[row.to])
            let (from, to) = (leaves[row.from] ?? row.from, row.to)
            guard reading.isUndirected else {
                arcs.append(.init(from, to, capacity: row.capacity, cost: cost, marks: row.marks))
                return names.append(ends)
            }
            let (enter, leave) = (count, count + 1)
            count += 2
            arcs.append(.init(enter, leave, capacity: row.capacity, cost: cost, marks: row.marks))
            names.append(ends)
            for (a, b) in [
                (from, enter), (leaves[row.to] ?? row.to, enter), (leave, row.from), (leave, row.to),
            ] {
                arcs.append(.init(a, b, capacity: row.capacity))
                names.append(ends)
            }
        }
    }
}
