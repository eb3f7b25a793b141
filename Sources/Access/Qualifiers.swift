/// What stands behind the stroke in a cell of the matrix: conditions, all of which must hold, and two markers.
public struct Qualifiers: OptionSet, Hashable, Sendable {
    /// A bit for each.
    public let rawValue: UInt16
    /// Makes qualifiers from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// a: assigned.
    public static let assigned = Qualifiers(rawValue: 1 << 0)
    /// o: own or originated.
    public static let own = Qualifiers(rawValue: 1 << 1)
    /// c: consent valid.
    public static let consent = Qualifiers(rawValue: 1 << 2)
    /// j: consent valid or legal order.
    public static let consentOrOrder = Qualifiers(rawValue: 1 << 3)
    /// y: legal order recorded.
    public static let order = Qualifiers(rawValue: 1 << 4)
    /// 2: two approvers of two different organisations.
    public static let twoApprovers = Qualifiers(rawValue: 1 << 5)
    /// t: released for this time.
    public static let released = Qualifiers(rawValue: 1 << 6)
    /// w, a marker: the writer cannot read it back.
    public static let writeOnly = Qualifiers(rawValue: 1 << 7)
    /// n, a marker: a redacted view.
    public static let redacted = Qualifiers(rawValue: 1 << 8)

    /// The markers: they say how something is permitted, not whether.
    public static let markers: Qualifiers = [.writeOnly, .redacted]
    /// The conditions that break-glass waives: assignment, consent, time and approval.
    static let waivable: Qualifiers = [.assigned, .consent, .consentOrOrder, .released, .twoApprovers]

    private static let letters = Array("aocjy2twn")

    /// Each of them alone, in the page's order.
    static let each = letters.indices.map { Qualifiers(rawValue: 1 << UInt16($0)) }

    /// The qualifier of a letter on the page.
    init?(letter: Character) {
        guard let place = Self.letters.firstIndex(of: letter) else { return nil }
        self = Self.each[place]
    }

    /// The letters on the page, such as `aj2`.
    public var letters: String { String(zip(Self.letters, Self.each).filter { contains($1) }.map(\.0)) }

    /// The qualifiers one by one, in the page's order.
    public var parts: [Qualifiers] { Self.each.filter(contains) }
}

extension Context {
    /// The conditions that hold in this context.
    var met: Qualifiers {
        var met: Qualifiers = []
        if isAssigned { met.insert(.assigned) }
        if isOwn { met.insert(.own) }
        if consent == .valid { met.insert(.consent) }
        if consent == .valid || isUnderOrder { met.insert(.consentOrOrder) }
        if isUnderOrder { met.insert(.order) }
        if approvals == .twoDifferent { met.insert(.twoApprovers) }
        if isReleased { met.insert(.released) }
        return met
    }
}
