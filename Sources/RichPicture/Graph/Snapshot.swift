import Access
import Storage

/// The picture in memory, for walks: who is joined to whom by which event or link, in flat columns.
///
/// A snapshot never changes once made; `SnapshotKeeper` makes the next one from it and from the rows that have been
/// added since. Entities are their database numbers, so `offsets` has a place for each.
///
/// Invariants: all edge columns have the same length; `incident[offsets[n] ..< offsets[n + 1]]` are the edges of `n`,
/// each edge standing with both of its ends.
final class Snapshot: Sendable {
    /// What joins two entities.
    enum EdgeKind {
        /// Event kinds are below 100, link properties from 100 on; a handset and a SIM of a number are links.
        static func name(_ code: UInt8) -> String {
            EventKind(rawValue: Int(code))?.name ?? Property(rawValue: Int(code))?.name ?? "link"
        }
    }

    /// One edge for each event between two entities and for each stated link.
    struct Edges: Sendable {
        var from: [UInt32] = []
        var to: [UInt32] = []
        var kind: [UInt8] = []
        /// Milliseconds since 1970 UTC; `Int64.min` for links without a time.
        var time: [Int64] = []
        /// Minor units; `Int64.min` for none.
        var amount: [Int64] = []
        /// The source's number, twice, and one more where the row carries the label of those that name persons: who may
        /// see an edge is one look into a table, and the same edges serve all viewers.
        var stamp: [UInt32] = []

        var count: Int { from.count }

        mutating func append(
            _ from: Int64, _ to: Int64, _ kind: UInt8, time: Int64, amount: Int64, source: Int64, namesSomebody: Bool
        ) {
            self.from.append(UInt32(from))
            self.to.append(UInt32(to))
            self.kind.append(kind)
            self.time.append(time)
            self.amount.append(amount)
            stamp.append(UInt32(source) * 2 + (namesSomebody ? 1 : 0))
        }
    }

    /// What a walk has to know of a source.
    struct SourceFacts: Sendable {
        var isCommitted = false
        var stream = StreamKind.partner
        var confidence = 0
        /// The labels of its rows, and of those that name persons.
        var label: LabelID = 0
        var identity: LabelID = 0
        var leg: Leg?
    }

    let edges: Edges
    let offsets: [UInt32]
    let incident: [UInt32]
    let sources: [SourceFacts]
    /// Stop-listed entities, with the reason.
    let stopped: [UInt32: String]
    let lastEvent: Int64
    let lastStatement: Int64
    /// How many changes of sources and stop-list it knows of.
    let changes: Int

    init(
        edges: Edges, sources: [SourceFacts], stopped: [UInt32: String], lastEvent: Int64, lastStatement: Int64,
        changes: Int = 0
    ) {
        self.edges = edges
        self.sources = sources
        self.stopped = stopped
        self.lastEvent = lastEvent
        self.lastStatement = lastStatement
        self.changes = changes
        (offsets, incident) = Self.index(edges)
    }

    /// An empty picture.
    convenience init() { self.init(edges: Edges(), sources: [], stopped: [:], lastEvent: 0, lastStatement: 0) }

    // Counts the edges of each entity, turns counts to offsets, then puts every edge into its two places.
    private static func index(_ edges: Edges) -> (offsets: [UInt32], incident: [UInt32]) {
        let highest = Int(max(edges.from.max() ?? 0, edges.to.max() ?? 0))
        var offsets = [UInt32](repeating: 0, count: highest + 2)
        for edge in 0..<edges.count {
            offsets[Int(edges.from[edge]) + 1] += 1
            if edges.to[edge] != edges.from[edge] { offsets[Int(edges.to[edge]) + 1] += 1 }
        }
        for node in 1..<offsets.count { offsets[node] += offsets[node - 1] }
        var next = offsets
        var incident = [UInt32](repeating: 0, count: Int(offsets[offsets.count - 1]))
        for edge in 0..<edges.count {
            let (from, to) = (Int(edges.from[edge]), Int(edges.to[edge]))
            incident[Int(next[from])] = UInt32(edge)
            next[from] += 1
            guard from != to else { continue }
            incident[Int(next[to])] = UInt32(edge)
            next[to] += 1
        }
        return (offsets, incident)
    }

    /// The edges of an entity, by their positions in the columns.
    func edges(of node: UInt32) -> ArraySlice<UInt32> {
        guard Int(node) + 1 < offsets.count else { return [] }
        return incident[Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])]
    }
}
