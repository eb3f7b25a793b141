public import Values
import Words

/// R007: footage that a review looks at: a copy, made from the original, with the faces of persons at risk covered.
public struct ReviewCopy: Hashable, Sendable {
    /// The hash of the original when it was seized.
    public var originalHash: String
    /// The hash of what the copy was made from.
    public var madeFrom: String
    /// The hash of the copy.
    public var copyHash: String
    /// Somebody has confirmed that all faces are covered.
    public var isMasked: Bool

    /// A copy.
    public init(originalHash: String, madeFrom: String, copyHash: String, isMasked: Bool) {
        self.originalHash = originalHash
        self.madeFrom = madeFrom
        self.copyHash = copyHash
        self.isMasked = isMasked
    }

    /// Why it may not be shown.
    public var refusals: [Reason] {
        var reasons: [Reason] = []
        reasons.require(madeFrom == originalHash, "RL-14", Phrase("operations.copy-of-other"))
        reasons.require(isMasked && copyHash != originalHash, "R007", Phrase("operations.copy-unmasked"))
        return reasons
    }
}
