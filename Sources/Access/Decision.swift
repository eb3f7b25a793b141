public import Words

/// The answer to whether somebody may do something.
public enum Decision: Hashable, Sendable {
    case permit(Grant)
    case deny(Denial)

    /// Whether it is permitted.
    public var isPermitted: Bool {
        if case .permit = self { true } else { false }
    }
}

/// How something is permitted.
public struct Grant: Hashable, Sendable {
    /// The conditions that were asked for, and held.
    public var satisfied: Qualifiers
    /// The conditions that did not hold, and that break-glass waived.
    public var waived: Qualifiers
    /// Only a redacted view.
    public var isRedacted: Bool
    /// The writer cannot read it back.
    public var isWriteOnly: Bool

    /// Whether it rests on break-glass: without it the answer would have been no.
    public var wasBreakGlass: Bool { !waived.isEmpty }
}

/// Why something is not permitted. Whoever is refused does not learn it: the answer is the one for an unknown id.
public enum Denial: Hashable, Sendable {
    /// A forbid, which nothing overrides.
    case forbidden(ForbidNumber)
    /// The cell does not give the operation.
    case notGiven
    /// The cell gives it under conditions; these do not hold.
    case unmet(Qualifiers)
    /// The column has it, this role does not.
    case narrower(FineRole)
}

extension Decision {
    /// The reasons, each a sentence.
    public var explanation: [Phrase] {
        switch self {
        case .permit(let grant): grant.explanation
        case .deny(.forbidden(let number)): [number.phrase]
        case .deny(.notGiven): [Phrase("access.not-given")]
        case .deny(.unmet(let qualifiers)): qualifiers.parts.map { Phrase("access.unmet", [:], around: $0.phrase) }
        case .deny(.narrower(let role)): [Phrase("access.narrower", ["role": role.rawValue]), role.phrase]
        }
    }
}

extension Grant {
    fileprivate var explanation: [Phrase] {
        var reasons = satisfied.parts.map { Phrase("access.satisfied", [:], around: $0.phrase) }
        if satisfied.isEmpty && waived.isEmpty { reasons.append(Phrase("access.unconditional")) }
        reasons += waived.parts.map { Phrase("access.waived", [:], around: $0.phrase) }
        if isRedacted { reasons.append(Phrase("access.redacted")) }
        if isWriteOnly { reasons.append(Phrase("access.write-only")) }
        return reasons
    }
}

extension ForbidNumber {
    /// The forbid in words.
    public var phrase: Phrase { Phrase("access.forbid.\(rawValue)") }
}

extension Role {
    /// Who that is.
    public var phrase: Phrase { Phrase("access.role.\(letter)") }
}

extension Operation {
    /// What that is.
    public var phrase: Phrase { Phrase("access.operation.\(letter)") }
}

extension FineRole {
    /// Who that is, and why the role is what it is.
    public var phrase: Phrase { Phrase("access.fine.\(rawValue)") }
}

extension Qualifiers {
    // One qualifier in words.
    fileprivate var phrase: Phrase { Phrase("access.qualifier.\(letters)") }
}
