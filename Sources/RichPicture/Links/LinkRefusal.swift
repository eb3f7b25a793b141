public import Words

/// Why a decision about who is the same is refused.
public enum LinkRefusal: Explained, Equatable {
    /// There is no such proposal any more: it was decided, or what it rested on has changed.
    case gone
    /// There is no such entity, or the viewer may not see it.
    case unknown(String)
    /// Fewer than two were named that are not one already.
    case alreadyOne
    /// Persons with persons, organisations with organisations; nothing else.
    case notComparable
    /// It was decided that two of them are not the same; by whom, and on which day.
    case apart(organisation: String, day: String)
    /// They are held to be one by a decision that stands; by whom, and on which day.
    case together(organisation: String, day: String)
    /// Of more than two it can be said that they are the same, not that they are not: that is said of two.
    case nameTwo
    /// A person at risk and what another organisation knows: only with the person's consent.
    case consent
    /// It has been decided already, otherwise; that is taken back first.
    case decided(LinkVerdict)
    /// It has not been decided.
    case notDecided

    /// The refusal in words.
    public var phrase: Phrase {
        switch self {
        case .gone: Phrase("links.gone")
        case .unknown(let id): Phrase("links.unknown", ["id": id])
        case .alreadyOne: Phrase("links.already-one")
        case .notComparable: Phrase("links.not-comparable")
        case .apart(let organisation, let day): Phrase("links.apart", ["organisation": organisation, "day": day])
        case .together(let organisation, let day): Phrase("links.together", ["organisation": organisation, "day": day])
        case .nameTwo: Phrase("links.name-two")
        case .consent: Phrase("links.consent")
        case .decided(let verdict): Phrase("links.decided-\(verdict.name)")
        case .notDecided: Phrase("links.not-decided")
        }
    }
}
