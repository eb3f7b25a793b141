public import Values
import Words

/// What goes to a provider with a referral: the least that the help needs, and nothing that labels (R165, RL-38).
public struct ReferralPayload: Hashable, Sendable, Codable {
    /// A number that only sender and receiver know.
    public var reference: String
    /// The kind of help.
    public var service: String
    /// What the person wants to be called.
    public var calledName: String
    /// Languages, best first.
    public var languages: [String]
    /// How and when one may speak with the person without danger.
    public var safeContact: String
    /// What the provider must know to help, in the person's own words where possible.
    public var needs: [String]
    /// Whether the person is under 18 or treated so.
    public var isChild: Bool

    /// A referral.
    public init(
        reference: String, service: String, calledName: String, languages: [String], safeContact: String,
        needs: [String], isChild: Bool
    ) {
        self.reference = reference
        self.service = service
        self.calledName = calledName
        self.languages = languages
        self.safeContact = safeContact
        self.needs = needs
        self.isChild = isChild
    }

    var texts: [String] { [reference, service, calledName, safeContact] + languages + needs }
}

/// The rules of a referral (R151, RL-04).
public enum ReferralRules {
    /// Why it may not be sent.
    ///
    /// - Parameters:
    ///   - consents: what the person, or whoever stands for a child, agreed to.
    ///   - childBasis: for a child: assent with the guardian, or a best-interest determination.
    public static func refusals(
        _ payload: ReferralPayload, to provider: String, consents: [Consent], path: AgeView.Path,
        childBasis: ConsentRules.ChildBasis? = nil, now: Int
    ) -> [Reason] {
        var reasons: [Reason] = []
        let isAgreed = consents.contains { $0.allows(.shareWith, by: provider, at: now) }
        reasons.require(
            isAgreed || (path != .adult && childBasis != nil), "RL-04",
            Phrase("protection.no-consent-to-share", ["provider": provider]))
        reasons += LabelScan.finds(in: payload.texts).map {
            Reason("RL-38", Phrase("protection.labels", ["word": $0]))
        }
        return reasons
    }

    /// What a provider that does not answer is given: hours until another is asked.
    public static func rerouteAt(sentAt: Int, isUrgent: Bool) -> Int { sentAt + (isUrgent ? 24.hours : 72.hours) }
}

/// RL-38: words that would label a person, in anything that leaves: referrals, envelopes, file names, notices.
public enum LabelScan {
    // Whole words and their beginnings; the languages of the catalogues add theirs with their translation.
    static let words = ["traffick", "victim", "prostitut", "slave", "sex work", "brothel", "rescued", "raid"]

    /// The labels found, each once.
    public static func finds(in texts: [String]) -> [String] {
        let spaced = texts.map { text in
            " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        }
        return words.filter { word in spaced.contains { $0.contains(" " + word) } }
    }
}
