/// What is true of one person, one thing and one moment when access is decided: nine factors.
public struct Context: Hashable, Sendable {
    /// The thing is assigned to them.
    public var isAssigned: Bool
    /// The thing is their own, or they originated it.
    public var isOwn: Bool
    /// What the person concerned says to it.
    public var consent: Consent
    /// Who has approved it.
    public var approvals: Approvals
    /// The thing is released for this time.
    public var isReleased: Bool
    /// A legal order is recorded.
    public var isUnderOrder: Bool
    /// An exclusion names them.
    public var isExcluded: Bool
    /// Their posting is current.
    public var isPostingCurrent: Bool
    /// They have broken the glass for this person at risk.
    public var isBreakGlass: Bool

    /// Makes a context; without arguments, somebody in post about whom and the thing nothing else is true.
    public init(
        isAssigned: Bool = false, isOwn: Bool = false, consent: Consent = .none, approvals: Approvals = .none,
        isReleased: Bool = false, isUnderOrder: Bool = false, isExcluded: Bool = false, isPostingCurrent: Bool = true,
        isBreakGlass: Bool = false
    ) {
        self.isAssigned = isAssigned
        self.isOwn = isOwn
        self.consent = consent
        self.approvals = approvals
        self.isReleased = isReleased
        self.isUnderOrder = isUnderOrder
        self.isExcluded = isExcluded
        self.isPostingCurrent = isPostingCurrent
        self.isBreakGlass = isBreakGlass
    }
}

/// What the person concerned says to a use of what concerns them. A consent that has expired is none.
public enum Consent: Int, CaseIterable, Sendable {
    case none, valid, withdrawn
}

/// Who has approved an access.
public enum Approvals: Int, CaseIterable, Sendable {
    case none, one
    /// Two persons of the same organisation.
    case twoOfTheSame
    /// Two persons of two different organisations.
    case twoDifferent
}

extension Context {
    /// How many contexts there are: 1,536.
    public static let count = 1_536

    /// All contexts in the order in which they are enumerated: factors as they stand above, the last one fastest.
    public static let all: [Context] = (0..<count).map(Context.init(place:))

    /// The place of the context among all.
    public var place: Int {
        var place = 0
        func append(_ value: Int, of count: Int) { place = place * count + value }
        func append(_ flag: Bool) { append(flag ? 1 : 0, of: 2) }
        append(isAssigned)
        append(isOwn)
        append(consent.rawValue, of: 3)
        append(approvals.rawValue, of: 4)
        append(isReleased)
        append(isUnderOrder)
        append(isExcluded)
        append(isPostingCurrent)
        append(isBreakGlass)
        return place
    }

    /// The context at a place among all.
    init(place: Int) {
        var rest = place
        func take(_ count: Int) -> Int {
            defer { rest /= count }
            return rest % count
        }
        func flag() -> Bool { take(2) == 1 }
        isBreakGlass = flag()
        isPostingCurrent = flag()
        isExcluded = flag()
        isUnderOrder = flag()
        isReleased = flag()
        approvals = Approvals(rawValue: take(4)) ?? .none
        consent = Consent(rawValue: take(3)) ?? .none
        isOwn = flag()
        isAssigned = flag()
    }
}
