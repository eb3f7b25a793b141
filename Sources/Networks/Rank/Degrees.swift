/// How many links leave each node, and what they weigh together; without directions all its links.
public struct Degrees: Sendable {
    /// How many links.
    public let count: [Int]
    /// The sum of their weights.
    public let strength: [Double]

    /// Counts.
    public init(_ graph: Graph) {
        count = (0..<graph.count).map { graph.degree($0) }
        strength = (0..<graph.count).map { node in
            (Int(graph.offsets[node])..<Int(graph.offsets[node + 1])).reduce(0) { $0 + graph.weight($1) }
        }
    }
}
