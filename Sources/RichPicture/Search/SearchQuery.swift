/// What somebody looks for: words, and filters.
public struct SearchQuery: Sendable, Hashable {
    /// Names in any script, identifiers in any format, free text. May be empty when a filter is set.
    public var text: String
    public var kinds: Set<EntityKind> = []
    public var streams: Set<Stream> = []
    /// Only what has events in this time (milliseconds since 1970 UTC).
    public var from: Int?
    public var until: Int?
    /// The least confidence (0-4) of the grade.
    public var confidence = 0
    /// Only what was seen at, or is linked to, the place with this public identifier.
    public var place: String?
    public var offset = 0
    public var limit = 25

    public init(_ text: String) { self.text = text }
}

/// Why a hit matched, so that nobody has to guess.
public enum MatchReason: String, Sendable, CaseIterable, Codable {
    /// The identifier, whatever its format.
    case identifier
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
    public var entity: EntityLine
    /// The value that matched, as it stands.
    public var matched: String
    /// The property of the matched value; `nil` for an identifier.
    public var property: Property?
    public var reason: MatchReason
    /// Sources that mention it, that the viewer may see.
    public var sources: Int
    public var events: Int
    public var first: Int?
    public var last: Int?
    public var streams: [Stream]
    /// The best confidence (0-4) among its sources.
    public var confidence: Int
    /// Where the matched value stands.
    public var citation: Citation?
}

/// A page of hits with the facets of all that matched.
public struct SearchPage: Sendable {
    public var hits: [SearchHit]
    public var total: Int
    /// Whether there were more candidates than the search ranks; then `total` is at least this many.
    public var isTruncated: Bool
    public var kinds: [(kind: EntityKind, count: Int)]
    public var streams: [(stream: Stream, count: Int)]
}
