import Formats
import Storage

/// Writes the network: entities as nodes; events and stated links between two entities as edges, one for each pair and
/// kind with their number.
struct GraphExport<Output: GraphOutput> {
    private let exporting: Exporting
    private var output: Output
    private var tally = ExportTally()
    private var canon: Canon { exporting.scope.canon }

    init(_ exporting: Exporting, to output: Output) {
        self.exporting = exporting
        self.output = output
    }

    func run() throws -> ExportTally {
        var export = self
        return try export.write()
    }

    private mutating func write() throws -> ExportTally {
        output.begin()
        try writeNodes()
        try writeEvents()
        for property in [Property.handset, .sim] where exporting.scope.admits(property) { try writeTies(property) }
        try writeLinks()
        output.end()
        try flush()
        return tally
    }

    // MARK: Nodes

    private mutating func writeNodes() throws {
        let sql: SQL = """
            SELECT x.id, CAST(SUM(p.events) AS BIGINT), COUNT(DISTINCT s.id) FROM entity e
            JOIN appearance p ON p.entity = e.id JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
            \(canon.join("e.id", as: "c")) JOIN entity x ON x.id = \(canon.number("e.id", "c"))
            WHERE \(exporting.scope.appearances) AND \(exporting.scope.entities) GROUP BY x.id, x.pid ORDER BY x.pid
            """
        var waiting: [(number: Int, events: Int, sources: Int)] = []
        try exporting.connection.each(sql) { row in
            waiting.append((row.int(0), row.int(1), row.int(2)))
            if waiting.count == 1_000 {
                try write(waiting)
                waiting = []
            }
        }
        try write(waiting)
    }

    private mutating func write(_ group: [(number: Int, events: Int, sources: Int)]) throws {
        let lines = try Captions(as: exporting.scope.viewer, canon).lines(
            group.map(\.number), from: exporting.connection)
        for entry in group {
            guard let line = lines[entry.number] else { continue }
            let label = line.caption.isEmpty ? line.kind.name : line.caption
            try output.write(
                GraphNode(
                    id: line.id, label: label, kind: line.kind.name,
                    attributes: ["events": .integer(entry.events), "sources": .integer(entry.sources)]))
            tally.things += 1
        }
        try flush(atLeast: Exporting.pieceSize)
    }

    // MARK: Edges

    private mutating func writeEvents() throws {
        let placed = [EventKind.sighting.rawValue, EventKind.stay.rawValue]
        try writeEdges(
            """
            SELECT e.a AS a, CASE WHEN e.kind IN \(placed) THEN e.place ELSE e.b END AS b, e.kind AS kind, COUNT(*) AS n,
                MIN(e.start) AS first_at, MAX(e.start) AS last_at, CAST(SUM(e.amount) AS BIGINT) AS amount,
                MIN(e.digits) AS digits, MAX(e.digits) AS other_digits, MIN(e.currency) AS currency,
                MAX(e.currency) AS other_currency
            FROM \(ExportScope.eventTables) WHERE \(exporting.scope.events)
            GROUP BY 1, 2, 3
            """
        ) { EventKind(rawValue: $0)?.name }
    }

    // A number and its handset or SIM: a link, however many calls say so.
    private mutating func writeTies(_ property: Property) throws {
        let column: SQL = "e.\(raw: property.name)"
        try writeEdges(
            """
            SELECT e.a AS a, \(column) AS b, CAST(\(property.rawValue) AS BIGINT) AS kind, COUNT(DISTINCT e.source) AS n,
                MIN(e.start) AS first_at, MAX(e.start) AS last_at, NULL AS amount, NULL AS digits, NULL AS other_digits,
                NULL AS currency, NULL AS other_currency
            FROM \(ExportScope.eventTables) WHERE \(exporting.scope.eventsOfAnyKind) AND \(column) IS NOT NULL
            GROUP BY 1, 2
            """
        ) { _ in property.name }
    }

    private mutating func writeLinks() throws {
        try writeEdges(
            """
            SELECT t.entity AS a, t.object AS b, t.property AS kind, COUNT(*) AS n, NULL AS first_at, NULL AS last_at,
                NULL AS amount, NULL AS digits, NULL AS other_digits, NULL AS currency, NULL AS other_currency
            FROM \(ExportScope.statementTables) WHERE \(exporting.scope.links) GROUP BY t.entity, t.object, t.property
            """
        ) { Property(rawValue: $0)?.name }
    }

    private mutating func writeEdges(_ grouped: SQL, name: (Int) -> String?) throws {
        let sql: SQL = """
            SELECT x.pid, y.pid, q.kind, q.n, q.first_at, q.last_at, q.amount, q.digits, q.other_digits, q.currency,
                q.other_currency
            FROM (\(Self.together(grouped, canon))) q JOIN entity x ON x.id = q.a JOIN entity y ON y.id = q.b
            ORDER BY x.pid, y.pid, q.kind
            """
        try exporting.connection.each(sql) { row in
            guard let kind = name(row.int(2)) else { return }
            try output.write(edge(row, kind))
            tally.links += 1
            try flush(atLeast: Exporting.pieceSize)
        }
    }

    // The edges of all that are one, as one edge; between them there is none.
    private static func together(_ grouped: SQL, _ canon: Canon) -> SQL {
        guard !canon.isEmpty else { return grouped }
        let (a, b) = (canon.number("r.a", "ca"), canon.number("r.b", "cb"))
        return """
            SELECT \(a) AS a, \(b) AS b, r.kind AS kind, CAST(SUM(r.n) AS BIGINT) AS n, MIN(r.first_at) AS first_at,
                MAX(r.last_at) AS last_at, CAST(SUM(CAST(r.amount AS BIGINT)) AS BIGINT) AS amount, MIN(r.digits) AS digits,
                MAX(r.other_digits) AS other_digits, MIN(r.currency) AS currency, MAX(r.other_currency) AS other_currency
            FROM (\(grouped)) r\(canon.join("r.a", as: "ca"))\(canon.join("r.b", as: "cb"))
            WHERE r.a = r.b OR \(a) <> \(b) GROUP BY 1, 2, 3
            """
    }

    private func edge(_ row: Row, _ kind: String) -> GraphEdge {
        let (from, to) = (row.text(0), row.text(1))
        var attributes: [String: GraphValue] = [:]
        // A sum over several currencies means nothing.
        if let amount = row.optionalInt(6), row.int(7) == row.int(8), row.text(9) == row.text(10) {
            let money = Money(units: amount, decimals: row.int(7), currency: row.text(9))
            attributes["amount"] = .text(money.number())
            if !money.currency.isEmpty { attributes["currency"] = .text(money.currency) }
        }
        func instant(_ column: Int) -> String? {
            row.optionalInt(column).map { Moment(milliseconds: $0, precision: .second, offset: 0).iso }
        }
        let isMutual = ["family", "associate", "travelsWith"].contains(kind)
        return GraphEdge(
            id: exporting.id("edge", "\(from)/\(to)/\(kind)"), from: from, to: to, kind: kind, isDirected: !isMutual,
            weight: Double(row.int(3)), first: instant(4), last: instant(5), count: row.int(3), attributes: attributes)
    }

    private mutating func flush(atLeast size: Int = 0) throws {
        guard output.size >= size else { return }
        for (part, bytes) in output.take() { try exporting.sink(part, bytes, tally) }
    }
}
