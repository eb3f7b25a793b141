/// How long a link is, for whatever looks for shortest paths.
public enum Lengths: String, Sendable, CaseIterable {
    /// Every link is one step.
    case steps
    /// A link is as long as its weight.
    case weight
    /// A link is as long as one over its weight: what is strong is near.
    case inverse

    /// The lengths beside `targets`; nil when all are one step.
    func of(_ graph: Graph) -> [Double]? {
        guard self != .steps, let weights = graph.weights else { return nil }
        return self == .weight ? weights : weights.map { 1 / $0 }
    }

    /// Two ways are equally long when they differ by less than this part: `1/3 + 1/6` is `1/2`.
    static let tolerance = 1e-10
}
