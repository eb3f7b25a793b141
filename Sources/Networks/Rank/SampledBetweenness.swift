import Foundation

/// Betweenness from random shortest paths, with an error that it stays under.
///
/// With a probability of at least 1 - `risk` every value, as a part of all ordered pairs, differs from the exact one by at most
/// `error`. A first draw tells roughly how often each node is met; from it follow, before the second and independent draw, how many
/// paths that needs and which part of the risk each node gets (Chernoff's bound, in its exact form). Whether the second draw keeps the
/// promise is then checked node by node, by the same bound; if it does not, as many more are drawn as Hoeffding's inequality
/// asks for. Half of the risk is for each.
public struct SampledBetweenness: Sendable {
    /// The estimate, as a part of all pairs of others: comparable with `Betweenness.exact` divided by `Betweenness.most`.
    public let values: [Double]
    /// How many paths were drawn.
    public let paths: Int

    /// Draws paths until the promise is kept.
    public init(
        _ graph: Graph, error: Double = 0.01, risk: Double = 0.1, seed: UInt64 = 1, work: Work = .quiet
    ) throws(CancellationError) {
        guard graph.count > 2 else {
            (values, paths) = ([Double](repeating: 0, count: graph.count), 0)
            return
        }
        // A path's ends are not on it: a part of all pairs is a little less than one of the pairs of others.
        let scale = Double(graph.count) / Double(graph.count - 2)
        let error = error / scale
        var sampler = PathSampler(graph, seed: seed)
        let most = Int((log(4 * Double(graph.count) / risk) / (2 * error * error)).rounded(.up))
        let first = min(most, max(500, Int(20 / error)))
        let pilot = try sampler.draw(first, work: work)
        let plan = Plan(
            pilot.map { Double($0) / Double(first) }, drawn: first, error: error, risk: risk / 2, limit: most)
        var counts = try sampler.draw(plan.paths, work: work)
        var drawn = plan.paths
        if drawn < most, !plan.isKept(counts) {
            counts = try sampler.draw(most, work: work)
            drawn = most
        }
        values = counts.map { Double($0) / Double(drawn) * scale }
        paths = first + plan.paths + (drawn == plan.paths ? 0 : most)
    }

    /// How many paths the second draw has, and which part of the risk each node gets.
    private struct Plan {
        let paths: Int
        private let parts: [Double]
        private let error: Double

        init(_ rough: [Double], drawn: Int, error: Double, risk: Double, limit: Int) {
            // As much as it can well be (Wilson's bound at four standard errors), so that the check seldom fails.
            let most = 16 / Double(drawn)
            let likely = rough.map {
                min(0.5, $0 + most / 2 + 4 * ($0 / Double(drawn) + most / Double(4 * drawn)).squareRoot())
            }
            func part(_ likely: Double, _ paths: Int) -> Double {
                2 * exp(-Double(paths) * Self.distance(likely, error))
            }
            var (low, high) = (1, limit)
            // Nodes that were met equally often are alike: there are few different ones.
            var alike: [Double: Int] = [:]
            for value in likely { alike[value, default: 0] += 1 }
            while low < high {
                let middle = (low + high) / 2
                let sum = alike.reduce(0) { $0 + part($1.key, middle) * Double($1.value) }
                if sum <= risk { high = middle } else { low = middle + 1 }
            }
            let paths = low
            self.paths = paths
            self.error = error
            parts = likely.map { part($0, paths) }
        }

        /// Whether each node's value is known to within the error.
        func isKept(_ counts: [UInt32]) -> Bool {
            zip(counts, parts).allSatisfy { count, part in
                let value = Double(count) / Double(paths)
                return 2 * exp(-Double(paths) * Self.distance(value, error)) <= part
            }
        }

        /// How far a coin that comes up as seen is from one that does so more often, or less often, by the error.
        private static func distance(_ seen: Double, _ error: Double) -> Double {
            min(divergence(seen, seen + error), seen > error ? divergence(seen, seen - error) : .infinity)
        }

        /// The divergence of Kullback and Leibler between two coins.
        private static func divergence(_ seen: Double, _ real: Double) -> Double {
            guard real < 1 else { return .infinity }
            let up = seen > 0 ? seen * log(seen / real) : 0
            return up + (seen < 1 ? (1 - seen) * log((1 - seen) / (1 - real)) : 0)
        }
    }
}
