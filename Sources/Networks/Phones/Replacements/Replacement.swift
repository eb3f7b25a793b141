/// One phone that is held to have taken the place of another. Inferred from behaviour; never a fact.
public struct Replacement: Sendable, Hashable {
    /// The method's name and version, to stand beside every result.
    public static let method = "replacements/1"

    /// The phone that was given up.
    public let old: UInt32
    /// The phone that took its place.
    public let new: UInt32
    /// How likely it is, by the model.
    public var probability: Double
    /// The evidence, in bits, prior and rivals included.
    public var bits: Double
    /// What it is made of.
    public var evidence: ReplacementEvidence
    /// In which round of the search it was found: 2 or later means that it needed other replacements first.
    public var round: Int
}
