public import Values
import Words

/// The rules around asking, and around taking back (SM10).
public enum ConsentRules {
    /// How long a person is left in peace after a no.
    static let quiet = 30.days

    /// Why a person may not be asked again: at most once in thirty days, unless they raise it or conditions changed.
    ///
    /// - Parameter asked: when they were asked before for this purpose.
    public static func refusalToAskAgain(asked: [Int], raisedByPerson: Bool, now: Int) -> Reason? {
        guard !raisedByPerson, let last = asked.max(), now < last + quiet else { return nil }
        return Reason("R151", Phrase("protection.asked-lately"))
    }

    /// What consent needs when a child is concerned (R152).
    public enum ChildBasis: Hashable, Sendable {
        case assentAndGuardian
        /// A best-interest determination by this many people.
        case bestInterest(panel: Int)
    }

    /// Whether what a child has given, or others have for the child, stands in the place of consent.
    public static func childBasis(assents: Bool, guardianConsents: Bool, bestInterestPanel: Int) -> ChildBasis? {
        if assents && guardianConsents { return .assentAndGuardian }
        return bestInterestPanel >= 2 ? .bestInterest(panel: bestInterestPanel) : nil
    }

    /// Something that was shared on the strength of a consent, first by those who care, then onward.
    public struct Share: Hashable, Sendable {
        /// What the consent was for.
        public var purpose: ConsentPurpose
        /// Who gave it.
        public var sender: String
        /// Who received it.
        public var recipient: String

        /// A share.
        public init(_ purpose: ConsentPurpose, from sender: String, to recipient: String) {
            self.purpose = purpose
            self.sender = sender
            self.recipient = recipient
        }
    }

    /// RL-17: who is told to stop and give back once a consent is withdrawn: its recipient, and everybody who had it from
    /// there, however far.
    public static func recalls(_ withdrawn: Consent, shares: [Share]) -> Set<String> {
        let onward = shares.filter { $0.purpose == withdrawn.purpose }
        var reached: Set<String> = onward.contains { $0.recipient == withdrawn.recipient } ? [withdrawn.recipient] : []
        var isGrowing = !reached.isEmpty
        while isGrowing {
            let next = reached.union(onward.filter { reached.contains($0.sender) }.map(\.recipient))
            isGrowing = next.count > reached.count
            reached = next
        }
        return reached
    }
}
