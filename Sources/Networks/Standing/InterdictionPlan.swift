/// What to take away from a network with a budget, and what that leaves.
public struct InterdictionPlan: Sendable, Equatable {
    /// What may be spent, and what the plan costs.
    public var budget: Int
    public var cost: Int
    /// The arcs to take, as places in the network, ascending.
    public var arcs: [Int]
    /// What is left when the plan is carried out, for each measure asked for.
    public var left: [Int]
    /// No plan within the budget leaves less of the first measure; equal to `left[0]` when the plan is proven best.
    public var lower: Int
    /// Is it proven that no plan is better?
    public var isProven: Bool
    /// What there is when nothing is taken, for each measure.
    public var before: [Int]
    /// How many plans or nodes were looked at.
    public var explored: Int

    /// The share of the first measure that is left, 0...1; 1 where there was nothing.
    public var share: Double { before[0] == 0 ? 1 : Double(left[0]) / Double(before[0]) }
}
