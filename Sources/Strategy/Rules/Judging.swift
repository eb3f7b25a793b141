public import Values
import Words

/// How peers judge plans (R014; domain.md Part 6).
public struct Judging: Sendable {
    /// What is judged, with the weights of the rubric, which add up to a hundred.
    public enum Criterion: String, CaseIterable, Sendable, Codable {
        case effectOnPersons, harmAvoided, alternativesAndIntelligence, prosecutionUpTheChain, sustainability
        case feasibilityAndCost, clarity

        /// Its weight.
        public var weight: Int {
            switch self {
            case .effectOnPersons: 25
            case .harmAvoided: 20
            case .alternativesAndIntelligence, .prosecutionUpTheChain: 15
            case .sustainability, .feasibilityAndCost: 10
            case .clarity: 5
            }
        }
    }

    /// One judge's sheet on one team.
    public struct Sheet: Hashable, Sendable {
        /// Who judges.
        public var judge: String
        /// The judge's own team, if any.
        public var judgesTeam: String?
        /// The team judged.
        public var team: String
        /// 0 to 10 for each criterion.
        public var scores: [Criterion: Int]
        /// Compulsory.
        public var comment: String

        /// A sheet.
        public init(judge: String, of judgesTeam: String?, on team: String, _ scores: [Criterion: Int], comment: String)
        {
            self.judge = judge
            self.judgesTeam = judgesTeam
            self.team = team
            self.scores = scores
            self.comment = comment
        }

        /// Why it does not count.
        public var refusals: [Reason] {
            var reasons: [Reason] = []
            reasons.require(judgesTeam != team, "R014", Phrase("strategy.own-team"))
            reasons.require(
                Criterion.allCases.allSatisfy { scores[$0].map { (0...10).contains($0) } ?? false }, "R014",
                Phrase("strategy.scores-missing"))
            reasons.require(!comment.isEmpty, "R014", Phrase("strategy.no-comment"))
            return reasons
        }

        /// Weighted, 0 to 1000.
        var total: Int { Criterion.allCases.reduce(0) { $0 + $1.weight * (scores[$1] ?? 0) } }
    }

    /// A team's place.
    public struct Place: Hashable, Sendable {
        /// The team.
        public let team: String
        /// The mean of its sheets; the best and the worst left out where there are five or more.
        public let mean: Ratio
        /// The mean for harm avoided, which decides between equals.
        public let harmAvoided: Ratio
        /// The least and the most that a judge gave.
        public let spread: ClosedRange<Int>
    }

    /// The ranking; of equals the one that avoids more harm, then by a draw whose seed is kept.
    public static func ranking(_ sheets: [Sheet], seed: UInt64) -> [Place] {
        let valid = sheets.filter(\.refusals.isEmpty)
        let places = Dictionary(grouping: valid, by: \.team).compactMap { team, sheets -> Place? in
            let totals = sheets.map(\.total).sorted()
            let harm = sheets.map { $0.scores[.harmAvoided] ?? 0 }.sorted()
            guard let least = totals.first, let most = totals.last, let mean = trimmed(totals),
                let avoided = trimmed(harm)
            else { return nil }
            return Place(team: team, mean: mean, harmAvoided: avoided, spread: least...most)
        }
        return places.sorted { left, right in
            if left.mean != right.mean { return left.mean > right.mean }
            if left.harmAvoided != right.harmAvoided { return left.harmAvoided > right.harmAvoided }
            let (first, second) = (draw(left.team, seed), draw(right.team, seed))
            return (first, left.team) < (second, right.team)
        }
    }

    private static func trimmed(_ sorted: [Int]) -> Ratio? {
        let kept = sorted.count >= 5 ? sorted.dropFirst().dropLast() : sorted[...]
        return Ratio(kept.reduce(0, +), of: kept.count)
    }

    // A lot for a team: the same for the same seed, on every machine.
    private static func draw(_ team: String, _ seed: UInt64) -> UInt64 {
        var mixed = team.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 27)
    }
}
