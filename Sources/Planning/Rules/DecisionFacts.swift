public import Values

/// What the decision engine is told. Everything in it was found by another rule, or by a person who signed it.
public struct DecisionFacts: Hashable, Sendable {
    /// How near and how grave the danger is.
    public var danger: DangerLevel
    /// D0: the unit that asks is under a live integrity flag for this site.
    public var isUnitFlagged: Bool
    /// D2: the safe time ends before all gates can be green.
    public var windowCloses: Bool
    /// D2: seniors of different persons who signed for the minimum gates.
    public var seniorSignatures: Int
    /// R033: graded items of intelligence that the decision cites.
    public var gradedItems: Int
    /// R018: every applicable alternative has its outcome or reason.
    public var areAlternativesRecorded: Bool
    /// R025.
    public var isNecessary: Bool
    /// R003.
    public var isProportionate: Bool
    /// R146.
    public var risk: RiskAssessment.Verdict
    /// R116.
    public var isSufficient: Bool
    /// The gates that are not green now.
    public var openGates: Set<Gate>

    /// From its parts.
    public init(
        danger: DangerLevel, isUnitFlagged: Bool = false, windowCloses: Bool = false, seniorSignatures: Int = 0,
        gradedItems: Int = 0, areAlternativesRecorded: Bool = false, isNecessary: Bool = false,
        isProportionate: Bool = false, risk: RiskAssessment.Verdict = .acceptable, isSufficient: Bool = false,
        openGates: Set<Gate> = Set(Gate.allCases)
    ) {
        self.danger = danger
        self.isUnitFlagged = isUnitFlagged
        self.windowCloses = windowCloses
        self.seniorSignatures = seniorSignatures
        self.gradedItems = gradedItems
        self.areAlternativesRecorded = areAlternativesRecorded
        self.isNecessary = isNecessary
        self.isProportionate = isProportionate
        self.risk = risk
        self.isSufficient = isSufficient
        self.openGates = openGates
    }
}
