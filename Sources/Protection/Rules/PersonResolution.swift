public import Values
import Words

/// R035: everything that must be resolved until a person's life is their own again (domain.md 5.8).
public struct PersonResolution: Sendable {
    /// What must be resolved.
    public enum Item: String, CaseIterable, Sendable, Codable {
        case safety, accommodation, health, psychosocial, documentsAndStatus, workOrSchool, familyContact, debtBondage
        case belongingsAndWages, compensationRoute, testimonyDecision, protectionMeasures, caseInformation
        case returnOrStay, followUpConsent, dataWishes
    }

    /// How it ended. There is no other way to close one.
    public enum Outcome: Hashable, Sendable {
        case open
        case resolved(how: String)
        /// The person did not want it. That is an end like any other, and no failure.
        case declined
        /// The law does not allow it; which one.
        case lawfullyImpossible(basis: String)
    }

    /// The outcomes; what is absent is open.
    public var outcomes: [Item: Outcome]

    /// A list as it stands.
    public init(_ outcomes: [Item: Outcome] = [:]) { self.outcomes = outcomes }

    /// The items that are open, or closed without saying how.
    public var open: [Item] {
        Item.allCases.filter { item in
            switch outcomes[item] ?? .open {
            case .open: true
            case .resolved(let how): how.isEmpty
            case .declined: false
            case .lawfullyImpossible(let basis): basis.isEmpty
            }
        }
    }

    /// Why the track cannot be closed (SM9): open items, or a person who does not agree.
    ///
    /// - Parameter safeAttempts: how often one has tried, safely, to reach somebody who is lost from sight.
    public func refusalsToClose(personAgrees: Bool, isLost: Bool, safeAttempts: Int) -> [Reason] {
        var reasons = open.map { Reason("R035", Phrase("protection.open-item", ["item": $0.rawValue])) }
        reasons.require(
            personAgrees || (isLost && safeAttempts >= 3), "R035", Phrase("protection.person-not-asked"))
        return reasons
    }
}
