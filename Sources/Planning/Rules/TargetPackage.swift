public import Values
import Words

/// What a package about a site must hold before anybody decides on it (R031, R060, R062, R164; SM4).
public struct TargetPackage: Sendable {
    /// What must be anticipated (R031): each is answered, "none" included.
    public enum Anticipation: String, CaseIterable, Sendable, Codable {
        case guards, weapons, dogs, exits, hiddenRooms, children, pregnancies, reprisals
    }

    /// Other sections.
    public enum Section: String, CaseIterable, Sendable, Codable {
        case danger, layout, evidenceForecast, brokerLinks, alternatives, leakExposure, childAssessment
    }

    /// How much is known.
    public var sufficiency: Sufficiency
    /// How near and how grave the danger is.
    public var danger: DangerLevel
    /// What was anticipated.
    public var anticipated: [Anticipation: String] = [:]
    /// The sections that are written.
    public var sections: Set<Section> = []
    /// Subjects beyond "unknown".
    public var subjects = 0
    /// Why no subject is named.
    public var reasonWithoutSubject = ""
    /// R060: ways to disrupt the business.
    public var disruptionOptions = 0
    /// When it was last refreshed.
    public var refreshedAt = 0
    /// Something new speaks against it.
    public var hasNewContraryItem = false

    /// From its parts.
    public init(sufficiency: Sufficiency, danger: DangerLevel) {
        self.sufficiency = sufficiency
        self.danger = danger
    }

    /// Why it is not ready.
    public func shortcomings(_ framework: Framework, now: Int) -> [Reason] {
        var reasons: [Reason] = []
        reasons.require(
            sufficiency.suffices(at: danger, framework), "G4",
            Phrase(
                "planning.package-insufficient",
                [
                    "score": String(sufficiency.score),
                    "threshold": String(Sufficiency.threshold(danger, framework)),
                ]))
        for anticipation in Anticipation.allCases where anticipated[anticipation]?.isEmpty != false {
            reasons.append(Reason("R031", Phrase("planning.not-anticipated", ["what": anticipation.rawValue])))
        }
        for section in Section.allCases where !sections.contains(section) {
            reasons.append(Reason("R031", Phrase("planning.section-missing", ["section": section.rawValue])))
        }
        reasons.require(subjects > 0 || !reasonWithoutSubject.isEmpty, "R062", Phrase("planning.no-subject"))
        reasons.require(disruptionOptions > 0, "R060", Phrase("planning.no-disruption"))
        reasons.require(!isStale(framework, now: now), "G4", Phrase("planning.package-stale"))
        return reasons
    }

    /// Whether it has become old, or something speaks against it.
    public func isStale(_ framework: Framework, now: Int) -> Bool {
        hasNewContraryItem || now > refreshedAt + framework[.packageStaleDays].days
    }
}
