public import Values

/// What the engine recommends. It never decides: `canBeAuthorised` says that a person may (RL-30).
public struct Recommendation: Hashable, Sendable {
    /// What to do.
    public enum Course: String, CaseIterable, Sendable, Codable {
        /// D0: hand it to another unit.
        case routeAway
        /// D1: bring people to safety at once.
        case rescueEmergency
        /// D2: bring people to safety.
        case rescue
        /// D3: something less intrusive.
        case lessIntrusive
        /// D5: know more first.
        case develop
        /// D6: not everything is in place.
        case notReady
        /// D7: enter.
        case raid
    }

    /// What comes with it.
    public enum Condition: String, CaseIterable, Sendable, Codable {
        /// The danger stands whoever acts: the next unit is told so.
        case rescueStands
        /// This way of entering would harm persons at risk: find another, or more controls.
        case anotherMethod
        case seniorSignOff
        case twoSeniorSignatures
        case backfillRiskAssessment
        case independentReview
    }

    /// What to do.
    public var course: Course
    /// Which gates an entry must pass; nil when no entry is recommended.
    public var path: Gate.Path?
    /// The gates of that path that are not green.
    public var openGates: [Gate] = []
    /// What comes with it.
    public var conditions: Set<Condition> = []
    /// Why.
    public var reasons: [Reason] = []

    /// R143: whether people are to be brought to safety, whoever does it.
    public var callsForRescue: Bool {
        [.rescue, .rescueEmergency].contains(course) || conditions.contains(.rescueStands)
    }

    /// Whether a person may authorise an entry on it now. `notReady` and all softer courses say no.
    public var canBeAuthorised: Bool {
        [.rescue, .rescueEmergency, .raid].contains(course) && openGates.isEmpty && path != nil
    }
}
