public import Values
import Words

/// What must hold before something goes to another organisation (SM18, R072, R073, RL-02).
public struct SharingCheck: Sendable {
    /// What kind of body receives it.
    public enum Recipient: String, CaseIterable, Sendable, Codable {
        case lawEnforcement, labour, ngo, services, court, oversight, immigration
    }

    /// What is given.
    public enum Content: String, CaseIterable, Sendable, Codable {
        case intelligence, inspection, personReference, permitApplication, careRecord
    }

    /// Who gets it.
    public var recipient: Recipient
    /// What.
    public var content: Content
    /// Whether a person at risk can be recognised in it, by a number or otherwise.
    public var refersToPerson: Bool
    /// Whether the person consented to just this.
    public var hasConsent: Bool
    /// A law or an agreement on which it rests.
    public var legalBasis: String
    /// What it is for.
    public var purpose: String
    /// What the scan found.
    public var finds: [SanitisationScan.Find]

    /// A sharing that is about to happen.
    public init(
        _ content: Content, to recipient: Recipient, refersToPerson: Bool, hasConsent: Bool, legalBasis: String,
        purpose: String, finds: [SanitisationScan.Find] = []
    ) {
        self.content = content
        self.recipient = recipient
        self.refersToPerson = refersToPerson
        self.hasConsent = hasConsent
        self.legalBasis = legalBasis
        self.purpose = purpose
        self.finds = finds
    }

    /// Why it may not go.
    public var refusals: [Reason] {
        var reasons: [Reason] = []
        let isAboutPerson = refersToPerson || content == .personReference || content == .careRecord
        if recipient == .immigration {  // RL-02: no law and no order opens this; only the person's own application does
            reasons.require(
                content == .permitApplication && hasConsent || content != .permitApplication && !isAboutPerson, "RL-02",
                Phrase("monitoring.not-to-immigration"))
        }
        reasons.require(!purpose.isEmpty, "RL-19", Phrase("monitoring.no-purpose"))
        reasons.require(
            hasConsent || (!isAboutPerson && !legalBasis.isEmpty), "R073", Phrase("monitoring.no-consent-or-basis"))
        reasons.require(finds.isEmpty, "R073", Phrase("monitoring.not-sanitised"))
        return reasons
    }
}
