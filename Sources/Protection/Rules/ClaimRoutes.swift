public import Values
import Words

/// Which ways to compensation are open to a person (R171-R174). Several may be gone at once.
public enum ClaimRoutes {
    /// Days before the end of a limitation at which somebody is told.
    static let warnings = [180, 90, 30, 7]

    /// A route with its last day.
    public struct Option: Hashable, Sendable {
        /// The route.
        public let route: Jurisdiction.ClaimRoute
        /// The last day on which it can be gone; nil when the law sets none.
        public let lastDay: Day?
    }

    /// The routes that the law has and whose time has not run out, in the order of the report's figure.
    ///
    /// - Parameter since: the day from which limitation counts.
    public static func open(in law: Jurisdiction, since: Day, today: Day) -> [Option] {
        Jurisdiction.ClaimRoute.allCases.filter(law.routes.contains).compactMap { route in
            let last = law.limitation[route].map { since.adding(months: $0) }
            if let last, last < today { return nil }
            return Option(route: route, lastDay: last)
        }
    }

    /// Why a claim cannot go this way.
    public static func refusal(
        _ route: Jurisdiction.ClaimRoute, in law: Jurisdiction, since: Day, today: Day
    ) -> Reason? {
        let rule = route == .adhesion ? "R173" : route == .penalOrder ? "R174" : "R008"
        guard law.routes.contains(route) else {
            return Reason(rule, Phrase("protection.route-unknown", ["route": route.rawValue, "law": law.name]))
        }
        if let months = law.limitation[route], since.adding(months: months) < today {
            return Reason(
                "R171", Phrase("protection.route-too-late", ["day": since.adding(months: months).description]))
        }
        return nil
    }

    /// The days on which a warning about the end of a limitation is due.
    public static func warningDays(_ lastDay: Day) -> [Day] { warnings.map { lastDay.adding(days: -$0) } }

    /// What may still be paid of an award for a loss that other routes have paid in part: nobody is paid twice.
    public static func net(award: Amount, paidElsewhere: [Amount]) throws(Amount.Problem) -> Amount {
        let paid = try Amount.sum(paidElsewhere, in: award.currency)
        return Amount(max(0, award.minor - paid.minor), award.currency)
    }
}
