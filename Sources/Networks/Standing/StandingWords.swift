public import Words

extension InterdictionPlan {
    /// A plan that takes less than a tenth away does not change the network (Kosmas et al. 2022; R164).
    public static let hardly = 0.9

    /// What a plan means, in words; nil when it takes a tenth or more.
    public var warning: Phrase? {
        guard share > Self.hardly, before[0] > 0 else { return nil }
        return Phrase("network.standing.hardly", ["share": "\(Int((share * 100).rounded()))"])
    }
}
