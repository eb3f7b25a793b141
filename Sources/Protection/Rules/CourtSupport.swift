public import Values
import Words

/// What a person has when they give evidence (R179, R183): measures against being hurt again, and practical support.
public enum CourtSupport {
    /// Measures that a court can take.
    public enum SpecialMeasure: String, CaseIterable, Sendable, Codable {
        case videoLink, screens, preRecorded, closedCourt, supportPerson
    }

    /// What makes it possible to come.
    public enum Help: String, CaseIterable, Sendable, Codable {
        case transport, interpreter, companion, childcare, payLoss
    }

    /// What a hearing still lacks; a flag, not a bar: the person decides whether to go (R176).
    ///
    /// - Parameters:
    ///   - measures: measures applied for, or that the person has declined.
    ///   - help: each kind answered: given, declined or not needed.
    public static func gaps(measures: Set<SpecialMeasure>, declinesMeasures: Bool, help: Set<Help>) -> [Reason] {
        var reasons: [Reason] = []
        reasons.require(!measures.isEmpty || declinesMeasures, "R179", Phrase("protection.no-special-measure"))
        for missing in Help.allCases where !help.contains(missing) {
            reasons.append(Reason("R183", Phrase("protection.support-open", ["help": missing.rawValue])))
        }
        return reasons
    }
}

/// R181: leave to remain, and when somebody is told that it ends.
public enum Leave {
    /// Days before the end at which somebody is told.
    static let warnings = [60, 30, 14, 7]

    /// The last day of the time to recover and decide.
    public static func reflectionEnd(since day: Day, in law: Jurisdiction) -> Day {
        day.adding(days: law.reflectionDays)
    }

    /// The days on which a warning is due.
    public static func warningDays(_ lastDay: Day) -> [Day] { warnings.map { lastDay.adding(days: -$0) } }
}
