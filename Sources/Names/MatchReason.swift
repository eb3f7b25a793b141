/// Why a hit matched, strongest first.
public enum MatchReason: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    /// The whole text is the same after folding.
    case exact
    /// Every word of the query is a word of the text.
    case word
    /// A word of the text begins with the word of the query.
    case prefix
    /// The query is a part of a text written without spaces.
    case part
    /// It sounds alike: romanised, or spelled otherwise.
    case sound

    /// Stronger reasons come first.
    public static func < (a: MatchReason, b: MatchReason) -> Bool { a.rawValue < b.rawValue }

    /// The catalogue key of the words for it.
    public var phraseKey: String {
        switch self {
        case .exact: "match.exact"
        case .word: "match.word"
        case .prefix: "match.prefix"
        case .part: "match.part"
        case .sound: "match.sound"
        }
    }
}
