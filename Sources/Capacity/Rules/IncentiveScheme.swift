public import Values
import Words

/// What a scheme of incentives rewards (R083, R108, RL-27). Quality that can be shown, weighted; a count counts nothing.
public struct IncentiveScheme: Sendable {
    /// Something that a scheme may name. Those that count arrests, raids or persons are known, so that they can be refused.
    public enum Indicator: String, CaseIterable, Sendable, Codable {
        case earlyProsecutor, sufficiency, nonTestimonial, proactive, rightAlternative, compensationPaid, satisfaction
        case custodyComplete, noRedLine, handOver, training
        case arrests, raids, personsRescued, casesOpened, convictions

        /// Whether it is a bare count.
        public var isRawCount: Bool {
            switch self {
            case .arrests, .raids, .personsRescued, .casesOpened, .convictions: true
            default: false
            }
        }
    }

    /// What is rewarded, with its weight.
    public var weights: [Indicator: Int]
    /// Whether teams are rewarded, before single people.
    public var isTeamFirst: Bool

    /// A scheme.
    public init(_ weights: [Indicator: Int], isTeamFirst: Bool) {
        self.weights = weights
        self.isTeamFirst = isTeamFirst
    }

    /// Why it cannot come into force.
    public var refusals: [Reason] {
        var reasons = weights.keys.filter(\.isRawCount).sorted { $0.rawValue < $1.rawValue }.map {
            Reason("RL-27", Phrase("capacity.raw-count", ["indicator": $0.rawValue]))
        }
        reasons.require(
            weights.contains { !$0.key.isRawCount && $0.value > 0 }, "RL-27", Phrase("capacity.no-quality"))
        reasons.require(weights.values.allSatisfy { $0 >= 0 }, "R083", Phrase("capacity.negative-weight"))
        reasons.require(isTeamFirst, "R083", Phrase("capacity.team-first"))
        return reasons
    }

    /// Points for what a team showed, each indicator from 0 to 100 with evidence; raw counts give none, and nothing is given
    /// while a flag is open.
    public func points(_ shown: [Indicator: (value: Int, evidence: Int)], hasOpenFlag: Bool) -> Int {
        guard !hasOpenFlag else { return 0 }
        return weights.reduce(0) { sum, entry in
            guard !entry.key.isRawCount, let shown = shown[entry.key], shown.evidence > 0 else { return sum }
            return sum + max(0, entry.value) * min(100, max(0, shown.value))
        }
    }
}
