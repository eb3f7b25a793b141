public import Values
import Words

/// R098, R101-R103: which inspectors go. The report's logic is *a clear link to strong law enforcement, or a highly trained
/// central or mobile unit without links to local business*.
public enum InspectionTasking {
    /// A team that could go.
    public struct Team: Hashable, Sendable {
        /// Its number.
        public var id: String
        /// Its inspectors.
        public var inspectors: Set<String>
        /// A: there is a liaison with strong law enforcement.
        public var hasLawEnforcementLink: Bool
        /// B: it is central or mobile.
        public var isCentralOrMobile: Bool
        /// B: how highly it is trained, 0 to 4.
        public var training: Int

        /// A team.
        public init(
            _ id: String, inspectors: Set<String>, hasLawEnforcementLink: Bool, isCentralOrMobile: Bool, training: Int
        ) {
            self.id = id
            self.inspectors = inspectors
            self.hasLawEnforcementLink = hasLawEnforcementLink
            self.isCentralOrMobile = isCentralOrMobile
            self.training = training
        }

        /// B: highly trained, and central or mobile.
        var isStrong: Bool { isCentralOrMobile && training >= 3 }
    }

    /// An interest that an inspector declared, or that was found.
    public struct Tie: Hashable, Sendable {
        /// Who.
        public var inspector: String
        /// With whom: a site, its owner, its manager.
        public var counterpart: String

        /// A tie.
        public init(_ inspector: String, with counterpart: String) {
            self.inspector = inspector
            self.counterpart = counterpart
        }
    }

    /// R103: why a team cannot go: one of them has a tie to the site or to whoever owns it.
    public static func refusal(_ team: Team, counterparts: Set<String>, ties: [Tie]) -> Reason? {
        ties.contains { team.inspectors.contains($0.inspector) && counterparts.contains($0.counterpart) }
            ? Reason("R103", Phrase("monitoring.inspector-tied")) : nil
    }

    /// The teams that can go, the most effective first: A or B, then both, then training.
    public static func ranking(_ teams: [Team], counterparts: Set<String>, ties: [Tie]) -> [Team] {
        func rank(_ team: Team) -> (Int, Int) {
            ((team.hasLawEnforcementLink ? 1 : 0) + (team.isStrong ? 1 : 0), team.training)
        }
        return teams.filter { refusal($0, counterparts: counterparts, ties: ties) == nil }.sorted { left, right in
            rank(left) == rank(right) ? left.id < right.id : rank(left) > rank(right)
        }
    }

    /// R098: when the report of a visit is due: after seven working days, Saturdays and Sundays left out.
    public static func reportDue(visited day: Day) -> Day {
        var (due, working) = (day, 0)
        while working < 7 {
            due = due.adding(days: 1)
            // 1970-01-01 was a Thursday: 0 Monday … 6 Sunday.
            let weekday = ((due.number + 3) % 7 + 7) % 7
            if weekday < 5 { working += 1 }
        }
        return due
    }

    /// R097: whether a place of high risk has gone unvisited too long.
    public static func isNeglected(lastVisit: Day?, risk: Int, months: Int, today: Day) -> Bool {
        guard risk >= 3 else { return false }
        return lastVisit.map { $0.adding(months: months) < today } ?? true
    }
}
