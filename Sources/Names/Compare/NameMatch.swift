/// How well two names agree, and why.
public struct NameMatch: Sendable, Hashable {
    /// From 0, nothing in common, to 1, the same.
    public var score: Double
    /// The main reason.
    public var reason: NameReason
    /// How much the agreement says, in bits, roughly: two for each letter that agrees, less for names that many bear.
    public var evidence: Double

    /// Names at or above this score are held to be the same, whatever their language.
    public static let threshold = 0.8

    /// Agreement that says less than this says little: the names are short, or half a country bears them.
    public static let thinEvidence = 12.0

    /// Whether the names agree, but so would many others.
    public var isThin: Bool { score >= Self.threshold && evidence < Self.thinEvidence }

    /// The catalogue key of the words for a thin agreement.
    public static let thinPhraseKey = "name.thin"

    static let different = NameMatch(score: 0, reason: .different, evidence: 0)
}

/// Why two names agree, strongest first.
public enum NameReason: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    /// The same words after folding.
    case same
    /// The same words in another order, or written together.
    case reordered
    /// One is written in Latin letters as the other sounds.
    case romanised
    /// Other spellings of the same sound.
    case sound
    /// A nickname, a short form, or a dialect's form of it.
    case nickname
    /// An initial stands for a word.
    case initial
    /// One holds the other and more.
    case partial
    /// Slips of the pen apart.
    case typing
    /// Not the same.
    case different

    /// Stronger reasons come first.
    public static func < (a: NameReason, b: NameReason) -> Bool { a.rawValue < b.rawValue }

    /// The catalogue key of the words for it.
    public var phraseKey: String {
        switch self {
        case .same: "name.same"
        case .reordered: "name.reordered"
        case .romanised: "name.romanised"
        case .sound: "name.sound"
        case .nickname: "name.nickname"
        case .initial: "name.initial"
        case .partial: "name.partial"
        case .typing: "name.typing"
        case .different: "name.different"
        }
    }
}
