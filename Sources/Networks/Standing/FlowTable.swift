/// A flow network as somebody wrote it down: arcs with the names of their ends.
///
/// Read are
/// - a table with a heading: `from,to,capacity,cost`, and as far as there are: `counted` (or `special`), `trafficker`,
///   `bottom`, `victim`; without a capacity it is 1, without a cost column every arc costs 1, an empty cost means that
///   nobody can take the arc;
/// - the same without a heading, in this order;
/// - the published instances: the first line holds source and sink, then `tail,head,capacity,cost,special,trafficker,
///   bottom,victim`, or `tail,head,capacity,cost,special,level` in layered networks;
/// - DIMACS maximum flow (`p max`, `n`, `a` lines), every arc costing 1.
public struct FlowTable: Sendable {
    /// An arc as written.
    public struct Row: Sendable {
        public var from: Int, to: Int
        public var capacity: Int
        public var cost: Int?
        public var marks: FlowNetwork.Marks
    }

    /// The nodes' names, by number.
    public private(set) var names: [String] = []
    /// The arcs.
    public private(set) var rows: [Row] = []
    /// What capacities and costs were multiplied by to make them whole.
    public private(set) var capacityScale = 1, costScale = 1
    /// Source and sink, where the table itself says them.
    public private(set) var source: Int?, sink: Int?
    /// Does a column say which arcs are counted?
    public private(set) var hasMarks = false
    private var numbers: [String: Int] = [:]

    /// Reads a table.
    public init(_ text: String) throws(StandingError) {
        let rows = FlowRows(text).rows
        guard let first = rows.first else { throw .empty }
        if rows.contains(where: { $0.fields.first == "p" && $0.fields.dropFirst().first == "max" }) {
            try readDIMACS(rows)
        } else if let count = Self.ends(first, before: rows.dropFirst().first) {
            (source, sink) = (node(first.fields[0]), node(first.fields[1]))
            let isLayered = count == 3
            try read(rows.dropFirst(), isLayered ? FlowColumns.layered : FlowColumns.published)
        } else if let columns = FlowColumns(heading: first.fields) {
            guard columns.from != nil else { throw .noColumn("from", known: first.fields) }
            guard columns.to != nil else { throw .noColumn("to", known: first.fields) }
            try read(rows.dropFirst(), columns)
        } else {
            try read(rows[...], first.fields.count >= 8 ? .published : .plain(first.fields.count))
        }
        guard !self.rows.isEmpty else { throw .empty }
    }

    /// The number of a name; new ones get the next.
    private mutating func node(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The node with this name.
    public func node(named name: String) throws(StandingError) -> Int {
        guard let node = numbers[name] else { throw .unknownNode(name) }
        return node
    }

    /// How many numbers the first line holds when it is source and sink: 2, or 3 with a level; nil when it is an arc.
    private static func ends(_ first: FlowRows.Row, before second: FlowRows.Row?) -> Int? {
        let given = first.fields.filter { !$0.isEmpty }
        guard let second, (2...3).contains(given.count), given.allSatisfy({ Int($0) != nil }) else { return nil }
        return second.fields.filter({ !$0.isEmpty }).count > given.count ? given.count : nil
    }

    private mutating func read(_ rows: ArraySlice<FlowRows.Row>, _ columns: FlowColumns) throws(StandingError) {
        var (capacities, costs) = (FlowAmounts(), FlowAmounts())
        hasMarks = columns.marks.contains { $0.mark == .counted || $0.mark == .victim }
        for row in rows {
            func field(_ column: Int?) -> String? {
                column.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil }
            }
            guard let from = field(columns.from), let to = field(columns.to), !from.isEmpty, !to.isEmpty else {
                throw .tooShort(line: row.line)
            }
            let (capacity, cost) = (field(columns.capacity) ?? "1", field(columns.cost) ?? "1")
            guard capacities.add(capacity) else {
                throw .notANumber(line: row.line, column: "capacity", text: capacity)
            }
            guard costs.add(cost) else { throw .notANumber(line: row.line, column: "cost", text: cost) }
            var marks: FlowNetwork.Marks = []
            for (mark, column) in columns.marks where FlowColumns.means(field(column) ?? "") { marks.insert(mark) }
            if let kind = field(columns.kind) { marks.formUnion(FlowColumns.marks(kind)) }
            self.rows.append(Row(from: node(from), to: node(to), capacity: 0, cost: nil, marks: marks))
        }
        finish(capacities, costs)
        if columns.kind != nil { hasMarks = self.rows.contains { $0.marks.contains(.counted) } }
        if !columns.marks.contains(where: { $0.mark == .counted }) {
            for place in self.rows.indices where self.rows[place].marks.contains(.victim) {
                self.rows[place].marks.insert(.counted)
            }
        }
    }

    private mutating func finish(_ capacities: FlowAmounts, _ costs: FlowAmounts) {
        (capacityScale, costScale) = (capacities.scale, costs.scale)
        let (capacity, cost) = (capacities.whole, costs.whole)
        let unlimited = max(1, capacity.reduce(0) { min(1 << 50, $0 + ($1 ?? 0)) })
        for place in rows.indices {
            (rows[place].capacity, rows[place].cost) = (capacity[place] ?? unlimited, cost[place])
        }
    }

    private mutating func readDIMACS(_ rows: [FlowRows.Row]) throws(StandingError) {
        var (capacities, costs) = (FlowAmounts(), FlowAmounts())
        for row in rows {
            let fields = row.fields
            if fields.first == "n", fields.count == 3 {
                if fields[2] == "s" { source = node(fields[1]) } else { sink = node(fields[1]) }
            }
            guard fields.first == "a" else { continue }
            guard fields.count >= 4 else { throw .tooShort(line: row.line) }
            guard capacities.add(fields[3]) else {
                throw .notANumber(line: row.line, column: "capacity", text: fields[3])
            }
            let cost = fields.count > 4 ? fields[4] : "1"
            guard costs.add(cost) else { throw .notANumber(line: row.line, column: "cost", text: cost) }
            self.rows.append(Row(from: node(fields[1]), to: node(fields[2]), capacity: 0, cost: nil, marks: []))
        }
        finish(capacities, costs)
    }
}
