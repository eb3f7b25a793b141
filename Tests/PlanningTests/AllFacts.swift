import Planning
import Values

/// Every combination of what the decision engine is told, gates taken in four ways.
enum AllFacts {
    static let gates: [Set<Gate>] = [
        [], [.g9], [.m6], Set(Gate.allCases),
    ]

    static func each(_ body: (DecisionFacts) -> Void) {
        for danger in DangerLevel.allCases {
            for bits in 0..<128 {
                for signatures in 0...2 {
                    for risk in RiskAssessment.Verdict.allCases {
                        for open in gates {
                            body(
                                DecisionFacts(
                                    danger: danger, isUnitFlagged: bits & 1 != 0, windowCloses: bits & 2 != 0,
                                    seniorSignatures: signatures, gradedItems: bits & 4 != 0 ? 2 : 0,
                                    areAlternativesRecorded: bits & 8 != 0, isNecessary: bits & 16 != 0,
                                    isProportionate: bits & 32 != 0, risk: risk, isSufficient: bits & 64 != 0,
                                    openGates: open))
                        }
                    }
                }
            }
        }
    }

    /// Facts on which an entry may be authorised, at a danger that leaves time.
    static let ready = DecisionFacts(
        danger: .serious, gradedItems: 3, areAlternativesRecorded: true, isNecessary: true, isProportionate: true,
        isSufficient: true, openGates: [])
}
