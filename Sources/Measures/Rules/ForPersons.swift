public import Values

/// M11-M13, M15, M16, M28, M29: what it meant for persons at risk.
public enum ForPersons {
    /// M11: persons who knew their options within a day, understood, in their own language. Who is missing was not informed.
    ///
    /// - Parameter minutes: for each person removed, minutes until informed and understood; nil for never.
    public static func informed(_ minutes: [Int?]) -> Proportion? {
        Proportion(minutes.count { $0.map { $0 <= 24 * 60 } ?? false }, of: minutes.count)
    }

    /// M12: one kind of help.
    public struct Uptake: Hashable, Sendable {
        /// Accepted, of those offered.
        public let accepted: Proportion
        /// Declined, of those offered. A decline is no failure.
        public let declined: Proportion
        /// Not offered, of all persons.
        public let notOffered: Proportion
        /// Almost nobody said no: somebody should ask whether they could.
        public let mayBeCoerced: Bool

        /// Uptake; nil when the numbers contradict each other. Forced help is counted by nobody, because it cannot be recorded.
        public init?(accepted: Int, declined: Int, offered: Int, persons: Int) {
            guard accepted >= 0, declined >= 0, offered >= 0, accepted + declined <= offered,
                let accepted = Proportion(accepted, of: offered), let declined = Proportion(declined, of: offered),
                let notOffered = Proportion(persons - offered, of: persons)
            else { return nil }
            self.accepted = accepted
            self.declined = declined
            self.notOffered = notOffered
            // Fewer than two in a hundred, where there were enough to see it.
            mayBeCoerced = offered >= 50 && declined.part * 50 < offered
        }
    }

    /// M13: days in a shelter while waiting, and who lives there with an own key, telephone or work.
    public static func waiting(days: [Int], free: Int) -> (days: Median?, free: Proportion?) {
        (Median(days), Proportion(free, of: days.count))
    }

    /// M15: the way of compensation, step by step.
    public struct Compensation: Hashable, Sendable {
        /// Claimed, of those eligible.
        public let claimed: Proportion
        /// Awarded, of those claimed.
        public let awarded: Proportion
        /// Paid, of those awarded.
        public let paid: Proportion

        /// The steps; nil when the numbers contradict each other.
        public init?(eligible: Int, claimed: Int, awarded: Int, paid: Int) {
            guard let first = Proportion(claimed, of: eligible), let second = Proportion(awarded, of: claimed),
                let third = Proportion(paid, of: awarded)
            else { return nil }
            (self.claimed, self.awarded, self.paid) = (first, second, third)
        }
    }

    /// M15, R169: days from removal to the first payment; who waits counts too.
    public static func firstPayment(_ persons: [(removed: Day, paid: Day?)], today: Day) -> Survival {
        Survival(persons.map { Survival.Time(from: $0.removed.number, to: $0.paid?.number, now: today.number) })
    }

    /// M15, M16, R170: money that reached persons, of money awarded, or confiscated. Both in one currency.
    public static func reached(_ paid: Amount, of total: Amount) -> Ratio? {
        paid.currency == total.currency ? Ratio(paid.minor, of: total.minor) : nil
    }

    /// M28, R196: harm found at follow-up, of those who could be asked.
    public static func harm(_ harmed: Int, followedUp: Int) -> Proportion? { Proportion(harmed, of: followedUp) }

    /// M29, R035: persons whose lists are closed on both tracks.
    public static func resolved(_ persons: [(prosecution: Bool, protection: Bool)]) -> Proportion? {
        Proportion(persons.count { $0.prosecution && $0.protection }, of: persons.count)
    }
}
