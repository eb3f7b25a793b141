/// PageRank (Brin and Page 1998): where somebody is found who follows links at random, and now and then begins anew anywhere.
///
/// `r(v) = (1 - d) / n + d · (Σ_u r(u) · w(u, v) / Σ_x w(u, x) + D / n)`, where D is the rank of nodes without links, from which one
/// begins anew. The system is solved without D by Gauss and Seidel and then brought to sum 1, which gives the same (Gleich 2015).
public enum PageRank {
    /// The ranks; they sum to 1.
    ///
    /// - Parameters:
    ///   - damping: how likely a link is followed rather than begun anew.
    ///   - tolerance: rounds go on until all ranks together change by less.
    ///   - isWeighted: links are followed as their weights say; else each alike.
    public static func ranks(
        _ graph: Graph, damping: Double = 0.85, tolerance: Double = 1e-10, isWeighted: Bool = true, work: Work = .quiet
    ) throws(CancellationError) -> [Double] {
        let count = graph.count
        guard count > 0 else { return [] }
        let weights = isWeighted ? graph.weights : nil
        let incoming = graph.isDirected ? graph.reversed() : graph
        let inWeights = isWeighted ? incoming.weights : nil
        // What a node hands on for each unit of weight, per unit of its rank.
        var share = [Double](repeating: 0, count: count)
        for node in 0..<count {
            let places = Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            let sum = weights.map { weights in places.reduce(0) { $0 + weights[$1] } } ?? Double(places.count)
            share[node] = sum > 0 ? damping / sum : 0
        }
        let base = (1 - damping) / Double(count)
        var handed = share.map { $0 * base }
        var round = 0
        var change = Double.infinity
        while change > tolerance, round < 10_000 {
            change = self.round(incoming, inWeights, share, base, &handed)
            round += 1
            try work.step(min(round, 99), 100)
        }
        return ranks(incoming, inWeights, share, base, handed)
    }

    /// One round over all nodes, each using what those before it have become; says by how much the ranks have changed.
    private static func round(
        _ incoming: Graph, _ weights: [Double]?, _ share: [Double], _ base: Double, _ handed: inout [Double]
    ) -> Double {
        var change = 0.0
        handed.withUnsafeMutableBufferPointer { handed in
            share.withUnsafeBufferPointer { share in
                incoming.offsets.withUnsafeBufferPointer { offsets in
                    incoming.targets.withUnsafeBufferPointer { targets in
                        for node in 0..<share.count {
                            let sum = received(
                                Int(offsets[node])..<Int(offsets[node + 1]), targets, weights,
                                UnsafeBufferPointer(handed))
                            let new = (base + sum) * share[node]
                            // What nobody is handed on changes nothing.
                            if share[node] > 0 { change += abs(new - handed[node]) / share[node] }
                            handed[node] = new
                        }
                    }
                }
            }
        }
        return change
    }

    @inline(__always)
    private static func received(
        _ places: Range<Int>, _ targets: UnsafeBufferPointer<UInt32>, _ weights: [Double]?,
        _ handed: UnsafeBufferPointer<Double>
    ) -> Double {
        var sum = 0.0
        if let weights {
            for place in places { sum += handed[Int(targets[place])] * weights[place] }
        } else {
            for place in places { sum += handed[Int(targets[place])] }
        }
        return sum
    }

    private static func ranks(
        _ incoming: Graph, _ weights: [Double]?, _ share: [Double], _ base: Double, _ handed: [Double]
    ) -> [Double] {
        var ranks = [Double](repeating: 0, count: share.count)
        handed.withUnsafeBufferPointer { handed in
            incoming.targets.withUnsafeBufferPointer { targets in
                for node in share.indices {
                    let places = Int(incoming.offsets[node])..<Int(incoming.offsets[node + 1])
                    ranks[node] = base + received(places, targets, weights, handed)
                }
            }
        }
        let sum = ranks.reduce(0, +)
        return ranks.map { $0 / sum }
    }
}
