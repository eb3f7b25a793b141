public import Values

/// What of a graded item of intelligence counts here: where it came from, and its confidence of 0 to 4.
public struct GradedItem: Hashable, Sendable {
    /// Where it came from.
    public let source: String
    /// 0 to 4.
    public let confidence: Int

    /// From its parts.
    public init(_ source: String, confidence: Int) {
        self.source = source
        self.confidence = confidence
    }
}

/// What a site's place in the queue is made of (domain.md 5.1). Nothing in it says who anybody is (RL-20).
public struct SitePriority: Hashable, Sendable {
    /// How sure one is that there are children.
    public enum Children: Int, CaseIterable, Sendable, Codable { case none, possible, known }

    /// How near and how grave the danger is.
    public let danger: DangerLevel
    /// Whether there are children.
    public let children: Children
    /// 0 to 4.
    public let severity: Int
    /// People thought to be there.
    public let people: Int
    /// The graded items about it.
    public let items: [GradedItem]
    /// How much would be disrupted, 0 to 4.
    public let opportunity: Int
    /// How ready the unit is, 0 to 4: shown beside, never a reason to leave people.
    public let capacity: Int

    /// From its parts.
    public init(
        danger: DangerLevel, children: Children = .none, severity: Int = 0, people: Int = 0,
        items: [GradedItem], opportunity: Int = 0, capacity: Int = 0
    ) {
        self.danger = danger
        self.children = children
        self.severity = min(4, max(0, severity))
        self.people = max(0, people)
        self.items = items
        self.opportunity = min(4, max(0, opportunity))
        self.capacity = min(4, max(0, capacity))
    }

    /// 0 for at most one person, then one more for each doubling up to 4: 2, 4, 8, 16.
    public var scale: Int { people < 2 ? 0 : min(4, Int.bitWidth - 1 - people.leadingZeroBitCount) }

    /// What the people there suffer or risk.
    public var harm: Int { 4 * danger.rawValue + 3 * children.rawValue + 2 * severity + scale }

    /// The best grade, and one more when two independent sources say something.
    public var confidence: Int {
        guard let best = items.map(\.confidence).max() else { return 0 }
        return best + (Set(items.filter { $0.confidence > 0 }.map(\.source)).count >= 2 ? 1 : 0)
    }

    /// The number by which the queue is ordered; its parts are always shown with it.
    public var score: Int { harm * confidence + 2 * opportunity }

    /// The order of the queue: higher first, and of equals the older.
    public static func isBefore(
        _ left: (priority: SitePriority, since: Int), _ right: (priority: SitePriority, since: Int)
    ) -> Bool {
        (right.priority.score, left.since) < (left.priority.score, right.since)
    }
}

/// R078: what intelligence makes of a site, once there is any that is graded.
public enum SiteTriage: String, CaseIterable, Sendable, Codable {
    case rescueCandidate, lessIntrusive, developIntelligence

    /// Without graded items there is nothing to sort by.
    public static func of(_ priority: SitePriority, sufficiency: Int, _ framework: Framework) -> SiteTriage? {
        guard !priority.items.isEmpty else { return nil }
        if priority.danger >= .immediateAndSignificant { return .rescueCandidate }
        if sufficiency < framework[.sufficiencyForRaid] { return .developIntelligence }
        return priority.danger >= .serious ? .rescueCandidate : .lessIntrusive
    }
}
