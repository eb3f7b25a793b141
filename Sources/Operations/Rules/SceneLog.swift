public import Planning
import Values

/// R118: everybody who came to the scene. Whoever is not on the roster is an incident, whatever the reason.
public enum SceneLog {
    /// Why somebody's presence does harm (R121).
    public enum Effect: String, CaseIterable, Sendable, Codable {
        case confidentiality, confusesPersons, blursMandates, compromisesEvidence
    }

    /// Somebody who came.
    public struct Entry: Hashable, Sendable {
        /// Who, by number.
        public var person: String
        /// As what.
        public var capacity: SceneRoster.Capacity
        /// When.
        public var at: Int

        /// An entry.
        public init(_ person: String, as capacity: SceneRoster.Capacity, at: Int) {
            self.person = person
            self.capacity = capacity
            self.at = at
        }
    }

    /// The entries that are incidents: nobody on the roster, or there as somebody else.
    public static func incidents(_ entries: [Entry], roster: [String: SceneRoster.Capacity]) -> [Entry] {
        entries.filter { roster[$0.person] != $0.capacity }
    }
}

/// Who may stop an operation that is going (SM6). Nobody needs anybody's leave to stop it.
public enum Abort {
    /// Who asks for it.
    public enum Asker: String, CaseIterable, Sendable, Codable {
        case gold, silver, sceneCommander, integrityOfficer, advocate
    }

    /// What follows.
    public enum Answer: Hashable, Sendable {
        case stops
        /// Gold decides by then; silence stops it.
        case goldDecides(by: Int)
    }

    /// What follows when somebody asks.
    public static func answer(_ asker: Asker, now: Int) -> Answer {
        asker == .advocate ? .goldDecides(by: now + 10.minutes) : .stops
    }
}
