public import Words

/// Why something is refused, advised or flagged, with the requirement that says so.
///
///     Reason("G9", Phrase("planning.no-interpreter", ["language": "Khmer"]))
public struct Reason: Hashable, Sendable {
    /// The requirement, red line or gate: `R143`, `RL-10`, `G9`.
    public let rule: String
    /// The reason in words.
    public let phrase: Phrase

    /// A reason, after the rule that it rests on.
    public init(_ rule: String, _ phrase: Phrase) {
        self.rule = rule
        self.phrase = phrase
    }
}

/// A refusal by one rule or several at once.
public struct Refused: Explained, Equatable {
    /// All reasons, never none.
    public let reasons: [Reason]

    /// A refusal, when there is a reason for one.
    public init?(_ reasons: [Reason]) {
        guard !reasons.isEmpty else { return nil }
        self.reasons = reasons
    }

    /// The first reason; pages show them all.
    public var phrase: Phrase { reasons[0].phrase }

    /// Throws when there is any reason against.
    public static func unless(_ reasons: [Reason]) throws(Refused) {
        if let refused = Refused(reasons) { throw refused }
    }
}

extension [Reason] {
    /// The rules cited, in order.
    public var rules: [String] { map(\.rule) }

    /// Adds a reason when a condition does not hold.
    public mutating func require(_ holds: Bool, _ rule: String, _ phrase: @autoclosure () -> Phrase) {
        if !holds { append(Reason(rule, phrase())) }
    }
}
