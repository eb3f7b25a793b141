public import Access
import Formats
import Storage
import Words

extension RichPicture {
    /// The surroundings of some entities, laid out for drawing. Entities that do not exist, or that the viewer may not
    /// see, are left out; `nil` when none is left.
    public func neighbours(
        of ids: [String], hops: Int, filter: PictureFilter, limit: Int, as viewer: Viewer
    ) async throws -> Neighbourhood? {
        try await noted("neighbours", ids, as: viewer) {
            try await around(ids, hops: hops, filter: filter, limit: limit, as: viewer)
        }
    }

    /// The same for our own use.
    func around(
        _ ids: [String], hops: Int, filter: PictureFilter, limit: Int, as viewer: Viewer
    ) async throws -> Neighbourhood? {
        let snapshot = try await snapshots.current()
        return try await database.read { connection in
            let seeds = try ids.compactMap { try find($0, as: viewer, connection)?.number }
            guard !seeds.isEmpty else { return nil }
            let canon = try canon(as: viewer, connection)
            let walk = Walk(snapshot, filter: filter, as: viewer, canon)
            let reached = walk.reach(seeds.map(UInt32.init), hops: hops)
            let names = try OrderOfEquals.keys(reached.map { Int($0.node) }, connection)
            let view = NeighbourhoodView(walk: walk, reached: reached, names: names, limit: limit)
            let lines = try Captions(as: viewer, canon).lines(view.nodes.map { Int($0.node) }, from: connection)
            return view.neighbourhood(
                lines, currency: try Self.currency(view.nodes.map { Int($0.node) }, viewer, connection))
        }
    }

    // The currency of what is shown, when all transfers that the viewer may see are in one; sums over several
    // currencies mean nothing.
    private static func currency(
        _ payers: [Int], _ viewer: Viewer, _ connection: any Reading
    ) throws -> (code: String, digits: Int)? {
        let rows = try connection.rows(
            """
            SELECT DISTINCT e.currency, e.digits FROM event e JOIN source s ON s.id = e.source
            WHERE e.a IN \(payers) AND e.amount IS NOT NULL AND s.state = 'committed' AND \(viewer.sees("e.label")) LIMIT 2
            """)
        return rows.count == 1 ? (rows[0].text(0), rows[0].int(1)) : nil
    }
}

/// The part of a walk that is shown.
struct NeighbourhoodView {
    private let walk: Walk
    let nodes: [(node: UInt32, distance: Int)]
    private let total: Int
    private let degrees: [Int]
    private let position: [UInt32: Int]

    /// Takes the seeds and, of what they reach, what is nearest and most strongly joined, up to a limit.
    ///
    /// - Parameter names: the texts in whose order equals stand.
    init(walk: Walk, reached: [(node: UInt32, distance: Int)], names: [Int: String], limit: Int) {
        self.walk = walk
        total = reached.count { $0.distance > 0 }
        let nodes = Self.strongest(reached, walk, names, limit: max(limit, reached.count - total))
        self.nodes = nodes
        degrees = nodes.map { walk.neighbours(of: $0.node).count }
        position = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.node, $0) })
    }

    private static func strongest(
        _ reached: [(node: UInt32, distance: Int)], _ walk: Walk, _ names: [Int: String], limit: Int
    ) -> [(node: UInt32, distance: Int)] {
        let seeds = reached.prefix { $0.distance == 0 }
        guard reached.count > limit else {
            let rest = reached.dropFirst(seeds.count).sorted { left, right in
                (left.distance, names[Int(left.node)] ?? "") < (right.distance, names[Int(right.node)] ?? "")
            }
            return seeds + rest
        }
        var near = Set<UInt32>()
        var weights: [UInt32: Int] = [:]
        for (node, distance) in reached where distance == 0 { near.insert(node) }
        for (node, distance) in reached where distance <= 1 {
            for edge in walk.edges(of: node) where walk.admits(Int(edge)) {
                weights[walk.other(edge, than: node), default: 0] += 1
            }
        }
        let ranked = reached.dropFirst(seeds.count).sorted { left, right in
            (left.distance, -(weights[left.node] ?? 0), names[Int(left.node)] ?? "") < (
                right.distance, -(weights[right.node] ?? 0), names[Int(right.node)] ?? ""
            )
        }
        return Array((seeds + ranked).prefix(limit))
    }

    private struct Pair: Hashable {
        var from: Int
        var to: Int
        var kind: UInt8
    }

    private struct Sum {
        var count = 0
        var first = Int64.max
        var last = Int64.min
        /// `nil` when 64 bits do not hold the sum.
        var amount: Int64? = 0

        mutating func add(_ units: Int64) {
            amount = amount.flatMap { sum in
                let (more, over) = sum.addingReportingOverflow(units)
                return over ? nil : more
            }
        }
    }

    // Edges between shown nodes, one for each pair and kind.
    private func sums() -> [(Pair, Sum)] {
        let edges = walk.snapshot.edges
        var sums: [Pair: Sum] = [:]
        for (index, entry) in nodes.enumerated() {
            for edge in walk.edges(of: entry.node) {
                let edge = Int(edge)
                guard walk.end(edges.from[edge]) == entry.node, let other = position[walk.end(edges.to[edge])],
                    walk.admits(edge), other != index || edges.from[edge] == edges.to[edge]
                else { continue }
                var sum = sums[Pair(from: index, to: other, kind: edges.kind[edge])] ?? Sum()
                sum.count += 1
                if edges.time[edge] != .min {
                    sum.first = min(sum.first, edges.time[edge])
                    sum.last = max(sum.last, edges.time[edge])
                }
                if edges.amount[edge] != .min { sum.add(edges.amount[edge]) }
                sums[Pair(from: index, to: other, kind: edges.kind[edge])] = sum
            }
        }
        return sums.sorted { ($0.key.from, $0.key.to, $0.key.kind) < ($1.key.from, $1.key.to, $1.key.kind) }
    }

    func neighbourhood(
        _ lines: [Int: EntityLine], currency: (code: String, digits: Int)?
    ) -> Neighbourhood {
        let sums = sums()
        let places = Layout.place(
            distances: nodes.map(\.distance), edges: sums.map { ($0.0.from, $0.0.to) })
        let shown = nodes.enumerated().map { index, entry in
            Neighbourhood.Node(
                entity: lines[Int(entry.node)] ?? EntityLine(id: "", kind: .person, caption: ""),
                distance: entry.distance, degree: degrees[index], halted: halted(entry.node, degrees[index]),
                x: places[index].x, y: places[index].y)
        }
        let joined = sums.map { pair, sum in
            let money = pair.kind == UInt8(EventKind.transfer.rawValue) ? currency : nil
            return Neighbourhood.Edge(
                from: pair.from, to: pair.to, kind: Snapshot.EdgeKind.name(pair.kind), count: sum.count,
                first: sum.first == .max ? nil : Int(sum.first), last: sum.last == .min ? nil : Int(sum.last),
                money: money.flatMap { money in
                    sum.amount.map { Money(units: Int($0), decimals: money.digits, currency: money.code) }
                })
        }
        return Neighbourhood(nodes: shown, edges: joined, total: total)
    }

    private func halted(_ node: UInt32, _ degree: Int) -> Phrase? {
        switch walk.halt(node, degree: degree) {
        case nil: nil
        case .stopListed(let reason): Phrase("graph.stop-listed", ["reason": reason])
        case .tooMany(let count): Phrase("graph.too-many", ["count": String(count)])
        }
    }
}

extension RichPicture {
    /// How many entities lie within some steps of one, by distance: the walk alone, without names and drawing.
    ///
    /// `nil` when the entity does not exist or the viewer may not see it. The degree cap holds for the seed too.
    public func reach(
        from id: String, hops: Int, filter: PictureFilter, as viewer: Viewer
    ) async throws -> [Int]? {
        let hops = min(max(hops, 0), Walk.hopLimit)
        return try await noted("walk", [id], as: viewer) {
            let snapshot = try await snapshots.current()
            let found = try await database.read { connection in
                try find(id, as: viewer, connection).map { ($0.number, try canon(as: viewer, connection)) }
            }
            guard let (seed, canon) = found else { return nil }
            let walk = Walk(snapshot, filter: filter, as: viewer, canon)
            let reached = walk.reach([UInt32(seed)], hops: hops, isSeedCapped: true)
            return (0...hops).map { distance in reached.count { $0.distance == distance } }
        }
    }
}
