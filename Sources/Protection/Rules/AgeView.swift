public import Values

/// How old somebody is, as far as one knows (R152, RL-15). In doubt a person is a child.
public enum AgeView: Hashable, Sendable {
    /// Born on a day that is proven.
    case born(Day)
    /// An age stated, with or without reasons to think that it is not so.
    case stated(years: Int, isDoubted: Bool)
    /// Nothing is known, with or without reasons to think of a child.
    case unknown(mayBeChild: Bool)

    /// Which path is followed.
    public enum Path: String, CaseIterable, Sendable, Codable { case adult, child, presumedChild }

    /// The path on a day.
    public func path(on day: Day) -> Path {
        switch self {
        case .born(let birth): day.months(since: birth) < 18 * 12 ? .child : .adult
        case .stated(let years, isDoubted: false): years < 18 ? .child : .adult
        case .stated(let years, isDoubted: true): years < 18 ? .child : .presumedChild
        case .unknown(let mayBeChild): mayBeChild ? .presumedChild : .adult
        }
    }
}
