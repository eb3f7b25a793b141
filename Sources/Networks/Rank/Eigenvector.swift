/// Who is linked with those who are well linked (Bonacich 1972): the eigenvector of the largest eigenvalue of the weights.
public enum Eigenvector {
    /// The values, the largest 1. With directions, links that come in count. Found by repeated multiplication with the weights plus
    /// the identity, which has the same eigenvectors and does not swing where the network has two sides.
    public static func values(
        _ graph: Graph, tolerance: Double = 1e-12, rounds: Int = 20_000, work: Work = .quiet
    ) throws(CancellationError) -> [Double] {
        let incoming = graph.reversed()
        guard !graph.targets.isEmpty else { return [Double](repeating: 0, count: graph.count) }
        var values = [Double](repeating: 1, count: graph.count)
        for round in 0..<rounds {
            var next = values
            for node in 0..<graph.count {
                for place in Int(incoming.offsets[node])..<Int(incoming.offsets[node + 1]) {
                    next[node] += values[Int(incoming.targets[place])] * incoming.weight(place)
                }
            }
            let most = next.max() ?? 1
            for node in next.indices { next[node] /= most }
            let change = zip(values, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
            values = next
            if change < tolerance { break }
            if round % 16 == 15 { try work.step(round, rounds) }
        }
        return values
    }
}
