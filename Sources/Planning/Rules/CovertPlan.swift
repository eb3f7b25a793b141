public import Values
import Words

/// RL-24: what no covert plan may do, whoever authorises it. Officers attest it every day.
public struct CovertPlan: Hashable, Sendable {
    /// What is prohibited.
    public enum Prohibition: String, CaseIterable, Sendable, Codable {
        case sexualContact, entrapment, purchaseOfExploitation, childAsDecoy
    }

    /// The prohibitions that the plan accepts.
    public var accepted: Set<Prohibition>
    /// The first day of the work.
    public var firstDay: Day
    /// The last day of the work.
    public var lastDay: Day
    /// Days on which every officer has attested.
    public var attested: Set<Day>

    /// From its parts.
    public init(accepted: Set<Prohibition>, from firstDay: Day, to lastDay: Day, attested: Set<Day> = []) {
        self.accepted = accepted
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.attested = attested
    }

    /// Why it cannot be saved.
    public var refusals: [Reason] {
        Prohibition.allCases.filter { !accepted.contains($0) }.map {
            Reason("RL-24", Phrase("planning.prohibition-open", ["what": $0.rawValue]))
        }
    }

    /// Why the next step or payment waits: a day of the work that has passed without attestation.
    public func holds(on today: Day) -> Reason? {
        let last = min(lastDay, today.adding(days: -1))
        guard firstDay <= last, (firstDay.number...last.number).contains(where: { !attested.contains(Day(number: $0)) })
        else { return nil }
        return Reason("RL-24", Phrase("planning.not-attested"))
    }
}
