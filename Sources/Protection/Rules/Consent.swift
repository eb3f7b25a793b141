import Values

/// One thing that a person may agree to. Each is asked for by itself (RL-17).
public enum ConsentPurpose: String, CaseIterable, Sendable, Codable {
    case careRecord, service, shareWith, policeStatement, testimony, photoOfInjury, medicalExam, familyTracing
    case repatriation, shelterStay, researchStatistics, mediaStory, followUpContact, permitApplication
}

/// A consent as it stands: specific to a purpose and a recipient, limited in time, revocable at any time (RL-17, SM10).
public struct Consent: Hashable, Sendable {
    /// Where it stands.
    public enum State: String, CaseIterable, Sendable, Codable {
        case notAsked, informationGiven, granted, refused, deferred, withdrawn, expired
    }

    /// What it is for.
    public let purpose: ConsentPurpose
    /// Who may act on it; nobody else may.
    public let recipient: String
    /// What the person said last; time makes it expire.
    let said: State
    /// When the person said so.
    public let at: Int
    /// When a granted consent ends.
    public let until: Int?

    /// A consent in a state, as the person left it.
    public init(_ purpose: ConsentPurpose, to recipient: String, _ said: State, at: Int, until: Int? = nil) {
        self.purpose = purpose
        self.recipient = recipient
        self.said = said
        self.at = at
        self.until = until
    }

    /// The state at a moment. A consent without an end is no consent: it counts as expired from its beginning.
    public func state(at now: Int) -> State {
        guard said == .granted else { return said }
        guard let until else { return .expired }
        return now < until ? .granted : .expired
    }

    /// Whether a recipient may do something for a purpose at a moment.
    public func allows(_ purpose: ConsentPurpose, by recipient: String, at now: Int) -> Bool {
        self.purpose == purpose && self.recipient == recipient && at <= now && state(at: now) == .granted
    }
}

extension Consent.State {
    /// SM10: where it may go from here, and through whom.
    public var next: Set<Consent.State> {
        switch self {
        case .notAsked: [.informationGiven]
        case .informationGiven: [.granted, .refused, .deferred]
        case .granted: [.withdrawn, .expired]
        case .deferred, .refused, .withdrawn, .expired: [.notAsked]
        }
    }
}
