import Values
import Words

/// The decision engine: rules D0 to D7, asked in order (domain.md 5.4). Total, and the same answer for the same facts (R022).
public enum DecisionEngine {
    /// What is recommended on these facts.
    public static func recommend(_ facts: DecisionFacts) -> Recommendation {
        if facts.isUnitFlagged { return routeAway(facts) }
        switch facts.danger {
        case .immediateToLife: return rescueEmergency(facts)
        case .immediateAndSignificant: return rescue(facts)
        case .serious, .possible, .none: return entry(facts)
        }
    }

    // D0: whoever may have warned the site does not plan its visit (R077). The danger is told to whoever does.
    private static func routeAway(_ facts: DecisionFacts) -> Recommendation {
        Recommendation(
            course: .routeAway, path: nil, conditions: facts.danger >= .immediateAndSignificant ? [.rescueStands] : [],
            reasons: [Reason("D0", Phrase("planning.route-away"))])
    }

    // D1, R112, R143: life is in danger.
    private static func rescueEmergency(_ facts: DecisionFacts) -> Recommendation {
        var recommendation = Recommendation(
            course: .rescueEmergency, path: .minimum, openGates: open(.minimum, facts),
            conditions: [.backfillRiskAssessment, .independentReview],
            reasons: [Reason("R143", Phrase("planning.life-in-danger"))])
        addRisk(facts, &recommendation)
        return recommendation
    }

    // D2, R143: always, but with all gates, unless the time runs out and two seniors sign for the least.
    private static func rescue(_ facts: DecisionFacts) -> Recommendation {
        let full = open(.full, facts)
        var recommendation = Recommendation(
            course: .rescue, path: .full, openGates: full, reasons: [Reason("R143", Phrase("planning.danger-now"))])
        if facts.windowCloses && !full.isEmpty {
            recommendation.conditions.insert(.twoSeniorSignatures)
            if facts.seniorSignatures >= 2 {
                recommendation.path = .minimum
                recommendation.openGates = open(.minimum, facts)
                recommendation.conditions.formUnion([.backfillRiskAssessment, .independentReview])
            }
        }
        addRisk(facts, &recommendation)
        return recommendation
    }

    // D3 to D7, R144: others may be better, and an entry needs every one of these, in this order.
    private static func entry(_ facts: DecisionFacts) -> Recommendation {
        func instead(_ course: Recommendation.Course, _ rule: String, _ phrase: Phrase) -> Recommendation {
            Recommendation(course: course, path: nil, reasons: [Reason(rule, phrase)])
        }
        if facts.gradedItems == 0 { return instead(.lessIntrusive, "R033", Phrase("planning.no-graded-item")) }
        if !facts.areAlternativesRecorded {
            return instead(.lessIntrusive, "R018", Phrase("planning.alternatives-open"))
        }
        if !facts.isNecessary { return instead(.lessIntrusive, "R025", Phrase("planning.not-necessary")) }
        if !facts.isProportionate { return instead(.lessIntrusive, "R003", Phrase("planning.risks-outweigh")) }
        if facts.risk == .methodNotRecommended {
            return instead(.lessIntrusive, "R146", Phrase("planning.method-too-dangerous"))
        }
        if !facts.isSufficient { return instead(.develop, "R116", Phrase("planning.know-more")) }
        let open = open(.full, facts)
        var recommendation = Recommendation(course: open.isEmpty ? .raid : .notReady, path: .full, openGates: open)
        recommendation.reasons = open.map { Reason($0.rawValue, $0.phrase) }
        addRisk(facts, &recommendation)
        return recommendation
    }

    private static func addRisk(_ facts: DecisionFacts, _ recommendation: inout Recommendation) {
        if facts.risk >= .needsSignOff { recommendation.conditions.insert(.seniorSignOff) }
        if facts.risk == .methodNotRecommended {
            recommendation.conditions.insert(.anotherMethod)
            recommendation.reasons.append(Reason("R146", Phrase("planning.method-too-dangerous")))
        }
    }

    private static func open(_ path: Gate.Path, _ facts: DecisionFacts) -> [Gate] {
        Gate.of(path).filter(facts.openGates.contains)
    }
}
