public import Values
import Words

/// What an entry can give that nothing else gives (R027): predicted before, checked after.
public enum Benefit: String, CaseIterable, Sendable, Codable { case removalFromHarm, arrest, nonTestimonialEvidence }

/// R003, D4: whether the benefits of an entry outweigh what it does to persons at risk. Each 0 to 4.
public struct Proportionality: Hashable, Sendable {
    /// What it would give.
    public var benefits: [Benefit: Int]
    /// The harm to persons at risk.
    public var harmToExploited: Int

    /// From its parts.
    public init(benefits: [Benefit: Int], harmToExploited: Int) {
        self.benefits = benefits
        self.harmToExploited = harmToExploited
    }

    /// The greatest benefit must exceed the harm: several small ones do not add up to a reason.
    public var holds: Bool { (benefits.values.max() ?? 0) > harmToExploited }
}

/// R020: the ledger of cost, benefit, help and harm, for each kind of exploitation met and everybody concerned.
public struct FourColumnLedger: Sendable {
    /// The four columns.
    public enum Column: String, CaseIterable, Sendable, Codable { case cost, benefit, help, harm }

    /// A cell of the ledger.
    public struct Cell: Hashable, Sendable {
        /// The column.
        public var column: Column
        /// The kind of exploitation.
        public var context: Exploitation
        /// Who is concerned.
        public var group: RiskGroup

        /// From its parts.
        public init(_ column: Column, _ context: Exploitation, _ group: RiskGroup) {
            self.column = column
            self.context = context
            self.group = group
        }
    }

    /// What is written in it.
    public var entries: [Cell: String]

    /// From its parts.
    public init(_ entries: [Cell: String]) { self.entries = entries }

    /// The cells that are still empty; a mixed situation is looked at twice.
    public func missing(for context: Exploitation) -> [Cell] {
        let contexts: [Exploitation] = context == .mixed ? [.labour, .sexual] : [context]
        return contexts.flatMap { context in
            RiskGroup.allCases.flatMap { group in Column.allCases.map { Cell($0, context, group) } }
        }.filter { entries[$0]?.isEmpty != false }
    }
}

/// The four questions of PLAN, and non-discrimination (domain.md 2.8): each answered in words.
public enum PlanTest: String, CaseIterable, Sendable, Codable {
    case proportionate, legal, accountable, necessary, nonDiscriminating

    /// The tests without an answer.
    public static func shortcomings(_ answers: [PlanTest: String]) -> [Reason] {
        allCases.filter { answers[$0]?.isEmpty != false }.map {
            Reason("R025", Phrase("planning.test-missing", ["test": $0.rawValue]))
        }
    }
}
