public import Values

/// M23, M24, M27 and the funnel: prestige, integrity, and what was promised in public.
public enum Accountability {
    /// M23, R110: promotions out of the specialist unit beside those of others.
    public static func promotions(
        specialist: (promoted: Int, strength: Int), others: (promoted: Int, strength: Int)
    ) -> (specialist: Ratio?, others: Ratio?) {
        (Ratio(specialist.promoted, of: specialist.strength), Ratio(others.promoted, of: others.strength))
    }

    /// M24, R111: open conflicts for each operation, anomalies of access, and inquiries that ended of all begun.
    public static func integrity(
        openConflicts: Int, operations: Int, anomalies: Int, closed: Int, begun: Int
    ) -> (conflicts: Ratio?, anomalies: Int, closed: Proportion?) {
        (Ratio(openConflicts, of: operations), anomalies, Proportion(closed, of: begun))
    }

    /// R188: something that a government promised in public.
    public struct Commitment: Hashable, Sendable {
        /// When.
        public var made: Day
        /// When it was kept.
        public var kept: Day?

        /// A commitment.
        public init(made: Day, kept: Day? = nil) {
            self.made = made
            self.kept = kept
        }
    }

    /// M27: commitments kept within 180 days, of those whose time has passed.
    public static func commitments(_ all: [Commitment], today: Day) -> Proportion? {
        let due = all.filter { $0.made.adding(days: 180) <= today }
        return Proportion(
            due.count { entry in entry.kept.map { $0 <= entry.made.adding(days: 180) } ?? false }, of: due.count)
    }

    /// R195: incidents for every hundred persons.
    public static func perHundred(_ incidents: Int, persons: Int) -> Ratio? {
        try? Ratio(incidents, of: persons)?.times(Ratio(100))
    }
}

/// R053: the prosecution funnel. A stage never holds more than the one before: the numbers reconcile, or are not shown.
public struct Funnel: Hashable, Sendable {
    /// The stages.
    public enum Stage: String, CaseIterable, Sendable, Codable {
        case reports, cases, investigations, arrested, charged, prosecuted, convicted, compensationOrdered,
            compensationPaid
    }

    /// The numbers of persons or cases at each stage from `arrested` on, and of what came before.
    public let counts: [Stage: Int]

    /// A funnel of the subjects of a cohort; nil when a later stage is greater than an earlier one.
    public init?(_ counts: [Stage: Int]) {
        let people = [Stage.arrested, .charged, .prosecuted, .convicted].compactMap { counts[$0] }
        guard counts.values.allSatisfy({ $0 >= 0 }), zip(people, people.dropFirst()).allSatisfy({ $0 >= $1 }),
            (counts[.compensationPaid] ?? 0) <= (counts[.compensationOrdered] ?? 0)
        else { return nil }
        self.counts = counts
    }
}
