public import Values

/// How much of what one must know before an entry is known: ten questions of ten points (domain.md 5.3).
public struct Sufficiency: Hashable, Sendable {
    /// What must be known.
    public enum Question: String, CaseIterable, Sendable, Codable {
        case location, layout, persons, danger, subjects, brokers, guards, routine, money, evidence
    }

    /// How well a question is answered.
    public enum Answer: Int, CaseIterable, Sendable, Codable { case unknown = 0, partly = 5, known = 10 }

    /// An answer with what it rests on; without a citation it counts as unknown.
    public struct Finding: Hashable, Sendable {
        /// How well it is answered.
        public var answer: Answer
        /// What it rests on.
        public var citations: [String]

        /// From its parts.
        public init(_ answer: Answer, citing citations: [String]) {
            self.answer = answer
            self.citations = citations
        }

        var points: Int { citations.isEmpty ? 0 : answer.rawValue }
    }

    /// The answers.
    public var findings: [Question: Finding]

    /// From its parts.
    public init(_ findings: [Question: Finding]) { self.findings = findings }

    /// 0 to 100.
    public var score: Int { Question.allCases.reduce(0) { $0 + (findings[$1]?.points ?? 0) } }

    /// What is not fully known, in the order of the questions.
    public var gaps: [Question] { Question.allCases.filter { (findings[$0]?.points ?? 0) < 10 } }

    /// R116: what an entry needs. Where life is in danger nothing is needed but the record.
    public static func threshold(_ danger: DangerLevel, _ framework: Framework) -> Int {
        switch danger {
        case .immediateToLife: 0
        case .immediateAndSignificant, .serious: framework[.sufficiencyForRaid]
        case .possible, .none: framework[.sufficiencyBelowSerious]
        }
    }

    /// Whether enough is known for an entry at this danger.
    public func suffices(at danger: DangerLevel, _ framework: Framework) -> Bool {
        score >= Self.threshold(danger, framework)
    }

    /// R116: whether one can wait: danger below serious, and waiting gains more than it harms (each 0 to 4).
    public static func canWait(_ danger: DangerLevel, gain: Int, harm: Int) -> Bool { danger < .serious && gain > harm }
}
