public import Values
import Words

/// The risks of one way of entering, for everybody concerned (domain.md 5.2). Never averaged.
public struct RiskAssessment: Sendable {
    /// One risk, before and after what is done about it.
    public struct Entry: Hashable, Sendable {
        /// Who is concerned.
        public var group: RiskGroup
        /// What it is to.
        public var category: RiskCategory
        /// Whether children bear it.
        public var concernsChildren: Bool
        /// What it is without controls.
        public var inherent: RiskScore
        /// What remains afterwards.
        public var residual: RiskScore
        /// What is done about it.
        public var controls: [String]
        /// Who answers for it.
        public var owner: String?

        /// From its parts.
        public init(
            _ group: RiskGroup, _ category: RiskCategory, inherent: RiskScore, residual: RiskScore,
            controls: [String] = [], owner: String? = nil, concernsChildren: Bool = false
        ) {
            self.group = group
            self.category = category
            self.inherent = inherent
            self.residual = residual
            self.controls = controls
            self.owner = owner
            self.concernsChildren = concernsChildren
        }
    }

    /// What the assessment says of this way of entering.
    public enum Verdict: Int, CaseIterable, Comparable, Sendable {
        case acceptable, needsSignOff, methodNotRecommended

        /// By rank.
        public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
    }

    /// All risks that were considered.
    public var entries: [Entry]
    /// Which operation risks were looked at.
    public var operationRisks: [OperationRisk: RiskScore]

    /// From its parts.
    public init(_ entries: [Entry], operationRisks: [OperationRisk: RiskScore] = [:]) {
        self.entries = entries
        self.operationRisks = operationRisks
    }

    /// R146: the worst that remains for a group; one low risk more never makes it lower.
    public func overall(_ group: RiskGroup) -> RiskScore? {
        entries.filter { $0.group == group }.map(\.residual).max()
    }

    /// What remains for persons at risk and children decides over the method; what remains for anybody, over who signs.
    public func verdict(_ framework: Framework) -> Verdict {
        let people = entries.filter { $0.group == .exploitedPersons || $0.concernsChildren }.map(\.residual.value).max()
        let worst = (entries.map(\.residual) + operationRisks.values).map(\.value).max()
        if let people, people >= framework[.stopFrom] { return .methodNotRecommended }
        if let worst, worst >= framework[.signOffFrom] { return .needsSignOff }
        return .acceptable
    }

    /// Why it cannot be approved yet.
    public var shortcomings: [Reason] {
        var reasons: [Reason] = []
        for group in RiskGroup.allCases {  // R040
            for category in RiskCategory.allCases
            where !entries.contains(where: { $0.group == group && $0.category == category }) {
                reasons.append(
                    Reason(
                        "R040",
                        Phrase("planning.risk-missing", ["group": group.rawValue, "category": category.rawValue])))
            }
        }
        for risk in OperationRisk.allCases where operationRisks[risk] == nil {  // R037
            reasons.append(Reason("R037", Phrase("planning.operation-risk-missing", ["risk": risk.rawValue])))
        }
        for entry in entries {
            let names = ["group": entry.group.rawValue, "category": entry.category.rawValue]
            reasons.require(entry.residual <= entry.inherent, "R021", Phrase("planning.risk-grows", names))
            reasons.require(  // R021: a risk is not talked down without saying what is done
                entry.residual == entry.inherent || !entry.controls.isEmpty, "R021",
                Phrase("planning.risk-without-control", names))
            reasons.require(
                entry.residual.band < .high || entry.owner != nil, "R146", Phrase("planning.risk-without-owner", names))
        }
        return reasons
    }
}

/// R145: a harm that may come to people brought out, and what is done about it.
public struct ForeseeableHarm: Hashable, Sendable {
    /// The harms that are always asked about.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case incomeLoss, debt, detention, stigma, familySeparation, reprisal
    }

    /// What kind it is.
    public var kind: Kind
    /// Whether it concerns those identified as trafficked, or those who are not (R127).
    public var forIdentified: Bool
    /// What is done about it.
    public var mitigation: String

    /// From its parts.
    public init(_ kind: Kind, forIdentified: Bool, mitigation: String) {
        self.kind = kind
        self.forIdentified = forIdentified
        self.mitigation = mitigation
    }

    /// R145: the list is never empty, for neither class of people, and each harm has a mitigation.
    public static func shortcomings(_ harms: [ForeseeableHarm]) -> [Reason] {
        var reasons: [Reason] = []
        for identified in [true, false] {
            reasons.require(
                harms.contains { $0.forIdentified == identified }, "R145",
                identified ? Phrase("planning.no-harms-identified") : Phrase("planning.no-harms-others"))
        }
        for harm in harms where harm.mitigation.isEmpty {
            reasons.append(Reason("R145", Phrase("planning.harm-unmitigated", ["harm": harm.kind.rawValue])))
        }
        return reasons
    }
}
