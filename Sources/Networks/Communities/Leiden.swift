/// Groups of nodes that are linked with one another more than chance has it: Leiden (Traag, Waltman and van Eck 2019).
///
/// What is made as large as possible is modularity with a resolution γ (Newman and Girvan 2004; Reichardt and Bornholdt 2006):
/// `Q = Σ_c (in(c) / 2m - γ · (k(c) / 2m)²)`, where in(c) is twice the weight of links within c, k(c) the weight of all links of its
/// nodes, and m the weight of all links. Directions do not matter; links both ways add up. Communities hang together.
public struct Leiden: Sendable {
    /// The community of each node; 0 is the largest, and among equal ones that with the smallest node comes first.
    public let community: [UInt32]
    /// How many nodes each community has, descending.
    public let sizes: [Int]
    /// The modularity reached.
    public let modularity: Double

    /// How many communities there are.
    public var count: Int { sizes.count }

    /// Finds communities.
    ///
    /// - Parameters:
    ///   - resolution: γ; more than 1 gives smaller communities.
    ///   - rounds: the most rounds from one beginning; it ends earlier when a round gains less than `gain`.
    ///   - beginnings: how often it is begun anew in another order, of which the best is kept; nil begins small graphs, where it
    ///     costs nothing, up to a hundred times, and large ones once.
    public init(
        _ graph: Graph, resolution: Double = 1, rounds: Int = 10, gain: Double = 1e-3, beginnings: Int? = nil,
        seed: UInt64 = 1, work: Work = .quiet
    ) throws(CancellationError) {
        let graph = graph.undirected()
        let level = LevelGraph(graph)
        var bits = SeededBits(seed: seed)
        let times = beginnings ?? max(1, min(100, 200_000 / max(1, graph.linkCount)))
        var best: [UInt32] = []
        var highest = -Double.infinity
        for time in 0..<times {
            // Where it is begun often, small gains are worth another round.
            let least = times > 1 ? 1e-12 : gain
            let (found, quality) = try Self.run(level, resolution, rounds, least, &bits, work)
            if quality > highest + 1e-12 { (best, highest) = (found, quality) }
            try work.step(time + 1, times)
        }
        let order = Components(numbering: best)
        (community, sizes, modularity) = (order.part, order.sizes, graph.targets.isEmpty ? 0 : highest)
    }

    /// The modularity of a partition.
    public static func modularity(_ graph: Graph, _ community: [UInt32], resolution: Double = 1) -> Double {
        let level = LevelGraph(graph.undirected())
        return level.total > 0 ? level.quality(community, resolution) : 0
    }

    private static func run(
        _ level: LevelGraph, _ resolution: Double, _ rounds: Int, _ gain: Double, _ bits: inout SeededBits, _ work: Work
    ) throws(CancellationError) -> ([UInt32], Double) {
        var community = (0..<level.count).map { UInt32($0) }
        var quality = -Double.infinity
        for round in 0..<rounds {
            let found = try Self.round(level, community, resolution, &bits, work)
            let new = level.quality(found, resolution)
            guard new > quality || round == 0 else { break }
            let gained = new - quality
            (community, quality) = (found, new)
            if gained < gain { break }
        }
        return (community, quality)
    }

    /// One round: nodes are moved, what came together is refined, the refined parts become the nodes of a smaller graph, and so on.
    private static func round(
        _ start: LevelGraph, _ begun: [UInt32], _ resolution: Double, _ bits: inout SeededBits, _ work: Work
    ) throws(CancellationError) -> [UInt32] {
        var level = start
        var community = begun
        // Where each node of the whole graph is on this level.
        var place: [UInt32] = []
        while true {
            LocalMoving.run(level, &community, resolution, &bits)
            let parts = Refinement.parts(level, community, resolution, &bits)
            try work.step(0, 0)
            let refined = LevelGraph.numbered(parts)
            guard refined.count < level.count else { break }
            var above = [UInt32](repeating: 0, count: refined.count)
            for node in 0..<level.count { above[Int(refined.number[node])] = community[node] }
            level = LevelGraph(joining: level, refined.number, count: refined.count)
            place = place.isEmpty ? refined.number : place.map { refined.number[Int($0)] }
            community = LevelGraph.numbered(above).number
        }
        return place.isEmpty ? community : place.map { community[Int($0)] }
    }
}
