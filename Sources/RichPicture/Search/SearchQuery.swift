/// What somebody looks for: words, and filters.
public struct SearchQuery: Sendable, Hashable {
    /// Names in any script, identifiers in any format, free text. May be empty when a filter is set.
    public var text: String
    /// Only entities of these kinds; empty for all.
    public var kinds: Set<EntityKind> = []
    /// Only what these streams say; empty for all.
    public var streams: Set<StreamKind> = []
    /// Only what contributors of these legs say; empty for all.
    public var legs: Set<Leg> = []
    /// Only what has events in this time (milliseconds since 1970 UTC).
    public var from: Int?
    /// The end of that time, which is not part of it.
    public var until: Int?
    /// The least confidence (0-4) of the grade.
    public var confidence = 0
    /// Only what was seen at, or is linked to, the place with this public identifier.
    public var place: String?
    /// How many hits come before this page.
    public var offset = 0
    /// The most hits on this page.
    public var limit = 25

    /// Looks for these words, without any filter.
    public init(_ text: String) { self.text = text }

    /// Whether somebody or some place is named: two letters or digits of a word or a number at least, or a place.
    /// Filters alone, a wildcard or a single letter name nobody, and list no people (RL-20).
    public var namesSomebody: Bool {
        place != nil
            || text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic || $0.isDigit }.prefix(2).count == 2
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType != nil }
}

/// Why a hit matched, so that nobody has to guess.
public enum MatchReason: String, Sendable, CaseIterable, Codable {
    /// The identifier, whatever its format.
    case identifier
    /// The first digits of a number, as somebody who is still typing has them.
    case beginning
    /// The last digits of a number.
    case ending
    /// The whole value.
    case exact
    /// A whole word, or the beginning of one.
    case word
    /// A part of a name in a script without spaces.
    case part
    /// It sounds alike, or is the same name in another script.
    case sound
    /// Words in a note or report.
    case text
    /// No words were asked for; the filters chose it.
    case filter
}

/// One hit.
public struct SearchHit: Sendable {
    /// Who or what was found.
    public var entity: EntityLine
    /// The value that matched, as it stands.
    public var matched: String
    /// The property of the matched value; `nil` for an identifier.
    public var property: Property?
    /// Why it matched.
    public var reason: MatchReason
    /// Sources that mention it, that the viewer may see.
    public var sources: Int
    /// Its events, among those that the viewer may see.
    public var events: Int
    /// Its earliest event in milliseconds since 1970 UTC; `nil` without events.
    public var first: Int?
    /// Its latest event, likewise.
    public var last: Int?
    /// The streams that mention it.
    public var streams: [StreamKind]
    /// The best confidence (0-4) among its sources.
    public var confidence: Int
    /// Where the matched value stands.
    public var citation: Citation?
}

/// A page of hits with the facets of all that matched.
public struct SearchPage: Sendable {
    /// The hits of this page, best first.
    public var hits: [SearchHit]
    /// How many there are on all pages.
    public var total: Int
    /// Whether there were more candidates than the search ranks; then `total` is at least this many.
    public var isTruncated: Bool
    /// How many there are of each kind.
    public var kinds: [(kind: EntityKind, count: Int)]
    /// How many each stream mentions.
    public var streams: [(stream: StreamKind, count: Int)]
    /// Whether people were left out, because the search names neither somebody nor a place (RL-20).
    public var leavesPeopleOut = false
}
