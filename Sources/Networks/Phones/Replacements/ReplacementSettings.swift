/// What the search for replaced phones takes for granted. The defaults are meant for every file.
public struct ReplacementSettings: Sendable, Hashable {
    /// From which probability a pair is proposed.
    public var threshold = 0.8
    /// How many contacts two phones must share at least.
    public var sharedContacts = 2
    /// How often the search is repeated, at most, with what it has found.
    public var rounds = 12
    /// Hours are counted in a zone that is so many milliseconds ahead of UTC.
    public var zoneOffset: Int64 = 0
    /// A contact with more contacts than this brings nobody together.
    public var hub = 2_000

    /// The defaults.
    public init() {}
}
