import Words

/// RL-12: two duties that one person never has in one matter (domain.md 3.2).
public enum SeparateDuty: String, CaseIterable, Sendable {
    case planningAndAuthorising, collectingAndVerifying, grading, computingAndPaying, integrityHandling, judging
    case writingAndReviewing

    /// Why somebody may not do the second duty: because they, or somebody of theirs, had the first.
    ///
    /// - Parameters:
    ///   - person: who wants to act.
    ///   - others: who had the other duty: the planner, the collectors (all of them), the source, the computer, everybody in
    ///     the flagged officer's chain, the members of the judged team, the authors.
    public func reason(_ person: String, against others: Set<String>) -> Reason? {
        guard others.contains(person) else { return nil }
        return Reason("RL-12", Phrase("values.duty.\(rawValue)"))
    }
}
