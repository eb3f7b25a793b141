public import Values
import Words

/// What must hold before anybody asks a person questions (RL-09, RL-15, RL-16; R147, R149).
public struct InterviewGate: Sendable {
    /// What the person was told, before anything else (domain.md 2.5).
    public enum Topic: String, CaseIterable, Sendable, Codable {
        case purpose, uses, anonymousResearch, ownDataRequest, storageTime, withdrawal, rights, services, declining
    }

    /// What the person was told, in a language that they understand.
    public struct Information: Hashable, Sendable {
        /// When.
        public var at: Int
        /// The language used.
        public var language: String
        /// The languages that the person understands.
        public var understands: Set<String>
        /// What was spoken of.
        public var topics: Set<Topic>

        /// Information given.
        public init(at: Int, language: String, understands: Set<String>, topics: Set<Topic>) {
            self.at = at
            self.language = language
            self.understands = understands
            self.topics = topics
        }
    }

    /// Where the conversation is to be.
    public struct Place: Hashable, Sendable {
        /// The number of the place.
        public var id: String
        /// Metres from where the person was brought out, if they were.
        public var metresFromScene: Int?
        /// Whether it is that very place.
        public var isScene: Bool

        /// A place.
        public init(_ id: String, metresFromScene: Int?, isScene: Bool = false) {
            self.id = id
            self.metresFromScene = metresFromScene
            self.isScene = isScene
        }
    }

    /// No configuration brings the conversation nearer to the scene than this.
    static let leastMetres = 500

    /// When it begins.
    public var at: Int
    /// What was told before.
    public var information: Information?
    /// Where it is.
    public var place: Place
    /// Which path the person is on.
    public var path: AgeView.Path
    /// A guardian is there, when the person is or may be a child.
    public var hasGuardian = false
    /// The interviewer is trained to speak with children.
    public var isChildTrained = false
    /// It is about urgent care, not about what happened.
    public var isEmergencyCare = false

    /// A conversation that is about to begin.
    public init(at: Int, information: Information?, place: Place, path: AgeView.Path) {
        self.at = at
        self.information = information
        self.place = place
        self.path = path
    }

    /// Why it may not begin. Care in an emergency needs no interview, so nothing holds it up.
    public var refusals: [Reason] {
        guard !isEmergencyCare else { return [] }
        var reasons: [Reason] = []
        if let information {
            reasons.require(information.at < at, "RL-16", Phrase("protection.informed-later"))
            reasons.require(
                information.understands.contains(information.language), "RL-16",
                Phrase("protection.language-not-understood"))
            for topic in Topic.allCases where !information.topics.contains(topic) {
                reasons.append(Reason("R149", Phrase("protection.topic-missing", ["topic": topic.rawValue])))
            }
        } else {
            reasons.append(Reason("RL-16", Phrase("protection.not-informed")))
        }
        let isNear = place.metresFromScene.map { $0 < Self.leastMetres } ?? false
        reasons.require(!place.isScene && !isNear, "RL-09", Phrase("protection.too-near-scene"))
        if path != .adult {
            reasons.require(hasGuardian, "RL-15", Phrase("protection.no-guardian"))
            reasons.require(isChildTrained, "RL-15", Phrase("protection.not-child-trained"))
        }
        return reasons
    }
}

/// The ten principles of the World Health Organization for interviewing (domain.md 2.8): each ticked, with a note.
public enum InterviewPrinciple: Int, CaseIterable, Sendable, Codable {
    case doNoHarm = 1
    case knowRisks, prepareReferral, prepareInterpreters, confidentiality, consent, respectTheirView, noRetraumatising
    case emergencyPlan, goodUse

    /// The principles that nobody has ticked.
    public static func open(_ ticked: Set<InterviewPrinciple>) -> [InterviewPrinciple] {
        allCases.filter { !ticked.contains($0) }
    }
}
