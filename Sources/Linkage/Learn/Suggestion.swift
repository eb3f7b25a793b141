extension Linker {
    /// The pairs whose labels would teach most: those about which the model is least sure, of patterns as different as can be.
    ///
    /// Half of them lie nearest to the threshold; the others are taken evenly from all scores, so that what the model is wrongly
    /// sure of is found too. No two have the same outcome in every comparison.
    public func suggestions(_ count: Int) -> [ScoredPair] {
        let near = edges.indices.sorted { a, b in
            let (x, y) = (distance(edges[a]), distance(edges[b]))
            return x != y ? x < y : (edges[a].first, edges[a].second) < (edges[b].first, edges[b].second)
        }
        let even = edges.indices.sorted { a, b in
            edges[a].score != edges[b].score
                ? edges[a].score < edges[b].score
                : (edges[a].first, edges[a].second) < (edges[b].first, edges[b].second)
        }
        var seen: Set<[Int]> = []
        var chosen: [ScoredPair] = []
        func take(_ edge: Edge, upTo limit: Int) {
            guard chosen.count < limit else { return }
            let levels = model.outcomes(evidence, Int(edge.first), Int(edge.second)).map(\.level)
            guard seen.insert(levels).inserted else { return }
            chosen.append(ScoredPair(first: Int(edge.first), second: Int(edge.second), score: edge.score))
        }
        for index in near { take(edges[index], upTo: (count + 1) / 2) }
        let step = max(1, even.count / max(count, 1))
        for offset in 0..<step {
            for index in stride(from: offset, to: even.count, by: step) { take(edges[even[index]], upTo: count) }
        }
        return chosen
    }

    private func distance(_ edge: Edge) -> Double { abs(edge.score.bits - threshold.score) }
}
