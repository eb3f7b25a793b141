public import Values

/// R157: what a case costs a person who agreed to help it. Lower is better.
public struct Burden: Hashable, Sendable {
    /// Interviews.
    public var interviews: Int
    /// Interviews about what had been asked before.
    public var repeats: Int
    /// Days in court.
    public var courtDays: Int
    /// Months in a shelter, waiting for the trial.
    public var shelterMonths: Int

    /// What was asked of somebody.
    public init(interviews: Int, repeats: Int, courtDays: Int, shelterMonths: Int) {
        self.interviews = interviews
        self.repeats = repeats
        self.courtDays = courtDays
        self.shelterMonths = shelterMonths
    }

    /// Interviews, repeats twice, days in court, and months in a shelter twice.
    public var index: Int { interviews + 2 * repeats + courtDays + 2 * shelterMonths }
}

/// R158: whether brokers and exploiters are looked for as much as persons at risk.
public struct IdentificationBalance: Hashable, Sendable {
    /// Subjects identified, by role and tier.
    public var subjects: [SubjectRole]
    /// Their tiers, where known.
    public var tiers: [Tier]
    /// Persons at risk identified.
    public var persons: Int

    /// Who was identified.
    public init(subjects: [SubjectRole], tiers: [Tier], persons: Int) {
        self.subjects = subjects
        self.tiers = tiers
        self.persons = persons
    }

    /// Brokers and exploiters for each person at risk; nil when none was identified.
    public var ratio: Ratio? { Ratio(subjects.count(where: \.isBrokerOrExploiter), of: persons) }

    /// How many of each tier; always shown with the ratio.
    public var byTier: [Tier: Int] { Dictionary(grouping: tiers) { $0 }.mapValues(\.count) }
}
