public import Words

/// Ways in which money moves when somebody hides where it comes from. A hit is a question for a person, never a fact.
public enum Typology: String, Sendable, CaseIterable {
    /// Many pay one, close together in time or in like amounts.
    case fanIn = "fan-in"
    /// One pays many.
    case fanOut = "fan-out"
    /// Money comes back to where it began, through others, in the order of time.
    case cycle
    /// One pays several, who all pay the same one.
    case scatterGather = "scatter-gather"
    /// Several pay one, who pays it on to several.
    case gatherScatter = "gather-scatter"
    /// A row of accounts that each hand on what they receive.
    case layering
    /// An account through which money only passes.
    case passThrough = "pass-through"
    /// Payments kept just under an amount from which questions are asked.
    case structuring
    /// One payment cut into several like ones, between two accounts.
    case splitting
    /// Far more round sums than others pay.
    case roundSums = "round-sums"
    /// Several accounts whose orders come from one device.
    case sharedDevice = "shared-device"
    /// An account that was silent for long, and then busy.
    case dormant = "dormant-then-active"
}

/// Something that looks like a typology, with what it is made of.
public struct TypologyHit: Sendable, Hashable {
    /// What it looks like.
    public let typology: Typology
    /// The accounts: the one that it is about first.
    public let accounts: [Int]
    /// The transfers that it consists of, in the order of time.
    public let transfers: [Int]
    /// The logarithm to base 10 of how many like it one would expect in the whole table by chance alone.
    public let expected: Double
    /// Why, in words.
    public let reason: Phrase

    /// How unlikely it is by chance: the more the stronger; 2 is one in a hundred tables like this one.
    public var score: Double { -expected }
}

/// What counts as a typology. Times are milliseconds, amounts minor units.
public struct TypologyOptions: Sendable {
    /// Which are looked for.
    public var wanted = Set(Typology.allCases)
    /// Within what time payments belong together (fans, scatter and gather, structuring, splitting, bursts).
    public var window: Int64 = 86_400_000
    /// Within what time a cycle has to close.
    public var cycleWindow: Int64 = 10 * 86_400_000
    /// How long money may stay in an account that only hands it on.
    public var dwell: Int64 = 2 * 86_400_000
    /// How many transfers a cycle has.
    public var lengths: ClosedRange<Int> = 3...8
    /// How much of an amount has to go on, at least; the rest is a fee, or kept.
    public var kept = 0.8
    /// How much more may go on than came in.
    public var grown = 0.01
    /// How many different accounts make a fan, a scatter, a gather, or share a device.
    public var least = 3
    /// How many transfers in a row make a layering.
    public var row = 4
    /// Amounts from which questions are asked; empty: the powers of ten and their halves between which the table lies.
    public var thresholds: [Int64] = []
    /// How far under a threshold an amount is near it.
    public var near = 0.15
    /// How long silence lasts.
    public var silence: Int64 = 60 * 86_400_000
    /// More accounts than this on one device are a shop, a bank branch or a network's address.
    public var hub = 50
    /// Of the hits of one typology, the part that may be chance (Benjamini and Hochberg's false discovery rate).
    public var falseShare = 0.05

    /// The defaults.
    public init() {}
}
