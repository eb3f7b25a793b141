public import Values
import Words

/// R178: how much danger comes from those who profited, for the person and for relatives.
public struct ReprisalAssessment: Hashable, Sendable {
    /// When it was made.
    public var at: Int
    /// The danger to the person, 0 to 4.
    public var person: Int
    /// The danger to relatives, 0 to 4.
    public var relatives: Int
    /// What is done about it.
    public var measures: [String]

    /// An assessment.
    public init(at: Int, person: Int, relatives: Int, measures: [String]) {
        self.at = at
        self.person = person
        self.relatives = relatives
        self.measures = measures
    }
}

/// RL-32: a return home is voluntary and safe, or it does not happen.
public enum Return {
    /// How old the assessment of danger may be.
    static let assessmentAge = 30.days

    /// Why somebody cannot be helped to return now.
    public static func refusals(
        consents: [Consent], organiser: String, assessment: ReprisalAssessment?, receivingService: String?, now: Int
    ) -> [Reason] {
        var reasons: [Reason] = []
        reasons.require(
            consents.contains { $0.allows(.repatriation, by: organiser, at: now) }, "RL-32",
            Phrase("protection.return-not-wanted"))
        if let assessment, assessment.at <= now, now <= assessment.at + assessmentAge {
            let worst = max(assessment.person, assessment.relatives)
            reasons.require(worst < 4, "R178", Phrase("protection.return-too-dangerous"))
            reasons.require(worst < 2 || !assessment.measures.isEmpty, "R178", Phrase("protection.return-unprotected"))
        } else {
            reasons.append(Reason("R178", Phrase("protection.no-reprisal-assessment")))
        }
        reasons.require(receivingService?.isEmpty == false, "RL-32", Phrase("protection.nobody-receives"))
        return reasons
    }
}
