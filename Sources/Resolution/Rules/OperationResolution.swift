public import Values
import Words

/// What must be resolved before an operation is (domain.md 5.8). Of persons it sees only how many lists are closed.
public struct OperationResolution: Sendable {
    /// What must be resolved.
    public enum Item: String, CaseIterable, Sendable, Codable {
        case suspects, exhibits, displacedWorkers, siteStatus, brokersAndLinkedSites, assets, officerWelfare
        case complaints, lessons, feedbackToSources, publicationDecision
    }

    /// How it ended.
    public enum Outcome: Hashable, Sendable {
        case open
        case resolved(how: String)
        case notApplicable(reason: String)
    }

    /// The outcomes; what is absent is open.
    public var outcomes: [Item: Outcome]
    /// Persons whose own list is closed, of all persons.
    public var personsClosed: Int
    /// All persons.
    public var persons: Int
    /// Both tracks were opened (R017): an operation without one of them is flagged, and cannot be at its end.
    public var hasProsecutionTrack: Bool
    /// The track of persons at risk.
    public var hasProtectionTrack: Bool

    /// An operation's list.
    public init(
        _ outcomes: [Item: Outcome], personsClosed: Int, persons: Int, hasProsecutionTrack: Bool,
        hasProtectionTrack: Bool
    ) {
        self.outcomes = outcomes
        self.personsClosed = personsClosed
        self.persons = persons
        self.hasProsecutionTrack = hasProsecutionTrack
        self.hasProtectionTrack = hasProtectionTrack
    }

    /// The items that are open, or closed without saying how.
    public var open: [Item] {
        Item.allCases.filter { item in
            switch outcomes[item] ?? .open {
            case .open: true
            case .resolved(let text), .notApplicable(let text): text.isEmpty
            }
        }
    }

    /// R185: why it is not resolved: both sides, and no item open.
    public var refusals: [Reason] {
        var reasons: [Reason] = []
        reasons.require(hasProsecutionTrack, "R017", Phrase("resolution.no-prosecution-track"))
        reasons.require(hasProtectionTrack, "R017", Phrase("resolution.no-protection-track"))
        reasons += open.map {
            Reason(
                $0 == .brokersAndLinkedSites ? "R164" : "R185", Phrase("resolution.open-item", ["item": $0.rawValue]))
        }
        reasons.require(
            personsClosed == persons, "R185",
            Phrase("resolution.persons-open", ["open": String(persons - personsClosed)]))
        return reasons
    }
}
