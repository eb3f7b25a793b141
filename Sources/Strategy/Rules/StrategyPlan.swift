public import Values
import Words

/// A team's plan: lines of work, each in a box of the report's figure (domain.md Part 6).
public struct StrategyPlan: Sendable {
    /// A line.
    public struct Line: Hashable, Sendable {
        /// The box; nil when the line belongs to none, which is refused (R013).
        public var box: FigureBox?
        /// The first quarter, from 1.
        public var from: Int
        /// The last quarter.
        public var to: Int
        /// What one costs, in cents.
        public var unitCost: Int
        /// How many.
        public var quantity: Int
        /// Which harm it may do; compulsory for an operation.
        public var harm: String
        /// It is an alternative to an operation.
        public var isAlternative: Bool
        /// It is against corruption.
        public var isAntiCorruption: Bool

        /// A line.
        public init(
            _ box: FigureBox?, quarters: ClosedRange<Int>, unitCost: Int, quantity: Int = 1, harm: String = "",
            isAlternative: Bool = false, isAntiCorruption: Bool = false
        ) {
            self.box = box
            (from, to) = (quarters.lowerBound, quarters.upperBound)
            self.unitCost = unitCost
            self.quantity = quantity
            self.harm = harm
            self.isAlternative = isAlternative
            self.isAntiCorruption = isAntiCorruption
        }
    }

    /// The budget of the report: five million dollars, in cents.
    public static let cap = 500_000_000
    /// Two years.
    public static let quarters = 1...8

    /// The lines.
    public var lines: [Line]

    /// A plan.
    public init(_ lines: [Line]) { self.lines = lines }

    /// What it costs, in cents; nil when that cannot be counted.
    public var cost: Int? {
        lines.reduce(0 as Int?) { sum, line in
            guard let sum, line.unitCost >= 0, line.quantity >= 0 else { return nil }
            let (product, over) = line.unitCost.multipliedReportingOverflow(by: line.quantity)
            let (total, more) = sum.addingReportingOverflow(product)
            return over || more ? nil : total
        }
    }

    /// Why it cannot be submitted.
    public func refusals(cap: Int = cap) -> [Reason] {
        var reasons: [Reason] = []
        reasons.require(cost.map { $0 <= cap } ?? false, "R012", Phrase("strategy.over-budget"))
        reasons.require(
            lines.allSatisfy { $0.from <= $0.to && Self.quarters.contains($0.from) && Self.quarters.contains($0.to) },
            "R012", Phrase("strategy.outside-two-years"))
        reasons.require(lines.allSatisfy { $0.box != nil }, "R013", Phrase("strategy.line-without-box"))
        let boxes = Set(lines.compactMap(\.box))
        reasons.require(boxes.contains(.protection), "R017", Phrase("strategy.no-protection"))
        reasons.require(boxes.contains(.justice), "R017", Phrase("strategy.no-justice"))
        if boxes.contains(.operation) {
            reasons.require(
                lines.allSatisfy { $0.box != .operation || !$0.harm.isEmpty }, "R020", Phrase("strategy.no-harm"))
            reasons.require(lines.contains(where: \.isAlternative), "R018", Phrase("strategy.no-alternative"))
        }
        if boxes.contains(.capacity) {
            reasons.require(lines.contains(where: \.isAntiCorruption), "R049", Phrase("strategy.no-anti-corruption"))
        }
        return reasons
    }

    /// R015: disciplines that a team lacks; a warning, no bar.
    public static func missingSkills(_ disciplines: Set<Skill>) -> [Skill] {
        Skill.allCases.filter { !disciplines.contains($0) }
    }

    /// What a team should know.
    public enum Skill: String, CaseIterable, Sendable, Codable { case police, prosecution, protection, labour }
}
