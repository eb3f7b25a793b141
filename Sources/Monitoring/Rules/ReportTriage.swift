public import Values

/// R112, R125: how soon a report must be looked at and acted on.
public enum ReportTriage {
    /// How urgent it is.
    public enum Urgency: Int, CaseIterable, Comparable, Sendable {
        case normal, high, emergency

        /// By rank.
        public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }

        /// In how many milliseconds somebody must have looked at it (SM1): 72 hours, 2 hours, 15 minutes.
        public var within: Int {
            switch self {
            case .normal: 72.hours
            case .high: 2.hours
            case .emergency: 15.minutes
            }
        }
    }

    /// The urgency: danger decides; somebody who escaped while others are inside makes it at least high, and so does a child.
    public static func urgency(danger: DangerLevel?, isEscapee: Bool, mayConcernChild: Bool) -> Urgency {
        switch danger {
        case .immediateToLife, .immediateAndSignificant: .emergency
        case .serious: .high
        case .possible, .some(.none), nil: isEscapee || mayConcernChild ? .high : .normal
        }
    }

    /// Whether nobody has looked at it in time: then somebody above learns of it.
    public static func isLate(_ urgency: Urgency, receivedAt: Int, now: Int) -> Bool {
        now > receivedAt + urgency.within
    }
}

/// R078, R094: where a report goes when labour law alone is concerned: the labour inspectorate first. Never for sexual
/// exploitation (R029).
public enum InspectionRoute {
    /// Whether inspectors may be sent on it.
    public static func isOpen(_ kind: Exploitation, hasLabourIndicator: Bool) -> Bool {
        hasLabourIndicator && kind != .sexual
    }
}

/// The eleven indicators of forced labour (ILO SAP-FL 2012; domain.md 2.2). One may suffice; they have no weights.
public enum ForcedLabourIndicator: Int, CaseIterable, Sendable, Codable {
    case abuseOfVulnerability = 1
    case deception, restrictionOfMovement, isolation, violence, threats, papersRetained, wagesWithheld, debtBondage
    case abusiveConditions, excessiveOvertime
}
