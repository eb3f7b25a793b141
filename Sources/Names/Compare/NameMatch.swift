/// How well two names agree, and why.
public struct NameMatch: Sendable, Hashable {
    /// From 0, nothing in common, to 1, the same.
    public var score: Double
    /// The main reason.
    public var reason: NameReason
    /// How much the agreement says, in bits: little for short and common names.
    public var evidence: Double

    /// Names at or above this score are held to be the same, whatever their language.
    public static let threshold = 0.8
}

/// Why two names agree, strongest first.
public enum NameReason: UInt8, Sendable, Hashable, CaseIterable {
    /// The same text after folding.
    case same
    /// The same parts in another order.
    case reordered
    /// They sound alike, or one is the other's romanisation.
    case sound
    /// Slips of the pen apart.
    case typing
    /// A part stands for itself by its first letter, or by a nickname.
    case abbreviated
    /// One holds the other and more.
    case partial
    /// Not the same.
    case different
}
