/// On how many shortest paths between others somebody lies (Freeman 1977).
///
/// `b(v) = Σ_{s ≠ v ≠ t} σ_st(v) / σ_st`, where σ_st counts the shortest paths from s to t and σ_st(v) those through v; without
/// directions each pair counts once. Computed as Brandes (2001) does, source by source.
public enum Betweenness {
    /// The exact values.
    public static func exact(
        _ graph: Graph, lengths: Lengths = .steps, work: Work = .quiet
    ) throws(CancellationError) -> [Double] {
        if let lengths = lengths.of(graph) {
            return try weighted(graph, lengths, work)
        }
        // What hangs on by one link is folded away first; without directions only.
        let folded = graph.isDirected ? Folding(unfolded: graph) : Folding(graph)
        var values = folded.values
        let core = folded.core
        var search = HopSearch(core, worth: folded.worth)
        var found = [Double](repeating: 0, count: core.count)
        for source in 0..<core.count {
            search.add(from: source, to: &found)
            if source % 64 == 63 { try work.step(source, core.count) }
        }
        for (place, node) in folded.nodes.enumerated() { values[Int(node)] += found[place] }
        return graph.isDirected ? values : values.map { $0 / 2 }
    }

    /// The largest value that a node can have: all others' pairs.
    public static func most(_ graph: Graph) -> Double {
        let pairs = Double(graph.count - 1) * Double(graph.count - 2)
        return max(1, graph.isDirected ? pairs : pairs / 2)
    }

    private static func weighted(
        _ graph: Graph, _ lengths: [Double], _ work: Work
    ) throws(CancellationError) -> [Double] {
        var search = LengthSearch(graph, lengths)
        var values = [Double](repeating: 0, count: graph.count)
        for source in 0..<graph.count {
            search.run(from: source)
            search.addDependencies(to: &values)
            if source % 64 == 63 { try work.step(source, graph.count) }
        }
        return graph.isDirected ? values : values.map { $0 / 2 }
    }
}
