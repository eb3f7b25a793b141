public import Values
import Words

/// A person's decision on a recommendation: who signs, with which reason (SM5). Never a machine (RL-30).
public struct Authorisation: Hashable, Sendable {
    /// Who can sign. A key of a program or a job is none of these.
    public enum Signer: Hashable, Sendable {
        case person(id: String, isAuthorisingOfficer: Bool)
        case program(id: String)
    }

    /// Who signs.
    public var signer: Signer
    /// Everybody who planned or recommended it.
    public var planners: Set<String>
    /// Seniors who signed besides.
    public var seniors: Set<String>
    /// Why, in words.
    public var reason: String
    /// R002: the aim or problem profile that the operation serves.
    public var aim: String?
    /// An interest is declared and not resolved.
    public var hasOpenInterest: Bool
    /// R155: opinions of the advocate of persons at risk and of the prosecutor, or why there is none.
    public var advocateOpinion: String?
    /// The prosecutor's opinion, or why there is none.
    public var prosecutorOpinion: String?

    /// From its parts.
    public init(
        signer: Signer, planners: Set<String>, seniors: Set<String> = [], reason: String, aim: String?,
        hasOpenInterest: Bool = false, advocateOpinion: String?, prosecutorOpinion: String?
    ) {
        self.signer = signer
        self.planners = planners
        self.seniors = seniors
        self.reason = reason
        self.aim = aim
        self.hasOpenInterest = hasOpenInterest
        self.advocateOpinion = advocateOpinion
        self.prosecutorOpinion = prosecutorOpinion
    }

    /// Why this person cannot authorise an entry on this recommendation.
    public func refusals(_ recommendation: Recommendation, _ framework: Framework) -> [Reason] {
        var reasons: [Reason] = []
        if case .person(let id, isAuthorisingOfficer: true) = signer {
            reasons += [SeparateDuty.planningAndAuthorising.reason(id, against: planners)].compactMap { $0 }
        } else {
            reasons.append(Reason("RL-30", Phrase("planning.no-person-signs")))
        }
        if !recommendation.canBeAuthorised {
            reasons += recommendation.openGates.map { Reason($0.rawValue, $0.phrase) }
            reasons.require(
                !recommendation.openGates.isEmpty, "RL-10",
                Phrase("planning.entry-not-recommended", ["course": recommendation.course.rawValue]))
        }
        reasons.require(!hasOpenInterest, "G17", Phrase("planning.open-interest"))
        reasons.require(aim?.isEmpty == false, "R002", Phrase("planning.no-aim"))
        reasons.require(
            reason.count >= framework[.reasonLetters], "RL-30",
            Phrase("planning.reason-short", ["letters": String(framework[.reasonLetters])]))
        if recommendation.conditions.contains(.seniorSignOff) {
            reasons.require(!seniors.subtracting(planners).isEmpty, "R146", Phrase("planning.no-senior"))
        }
        if recommendation.conditions.contains(.twoSeniorSignatures) && recommendation.path == .minimum {
            reasons.require(seniors.subtracting(planners).count >= 2, "RL-10", Phrase("planning.no-two-seniors"))
        }
        if recommendation.path == .full {  // an emergency does not wait for opinions
            reasons.require(advocateOpinion?.isEmpty == false, "R193", Phrase("planning.no-advocate-opinion"))
            reasons.require(prosecutorOpinion?.isEmpty == false, "R114", Phrase("planning.no-prosecutor-opinion"))
        }
        return reasons
    }
}
