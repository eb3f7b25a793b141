public import Values
import Words

/// A best-interest determination (R152, RL-15): several people, several disciplines, the child heard.
public struct BestInterest: Hashable, Sendable {
    /// Who decides together: names and their disciplines.
    public var panel: [String: String]
    /// What could be done; more than one thing.
    public var options: [String]
    /// What the child said, or why not.
    public var childsViews: String
    /// What was found on the family, or why nothing.
    public var familyTracing: String
    /// What could go wrong.
    public var risks: String
    /// When it is looked at again.
    public var reviewOn: Day?

    /// A determination.
    public init(
        panel: [String: String], options: [String], childsViews: String, familyTracing: String, risks: String,
        reviewOn: Day?
    ) {
        self.panel = panel
        self.options = options
        self.childsViews = childsViews
        self.familyTracing = familyTracing
        self.risks = risks
        self.reviewOn = reviewOn
    }

    /// Why it does not count yet.
    public var shortcomings: [Reason] {
        var reasons: [Reason] = []
        let disciplines = Set(panel.values)
        reasons.require(panel.count >= 2 && disciplines.count >= 2, "RL-15", Phrase("protection.panel-small"))
        reasons.require(options.count >= 2, "RL-15", Phrase("protection.panel-options"))
        reasons.require(!childsViews.isEmpty, "RL-15", Phrase("protection.child-not-heard"))
        reasons.require(!familyTracing.isEmpty, "RL-15", Phrase("protection.family-not-looked-for"))
        reasons.require(!risks.isEmpty, "RL-15", Phrase("protection.panel-risks"))
        reasons.require(reviewOn != nil, "RL-15", Phrase("protection.panel-review"))
        return reasons
    }
}
