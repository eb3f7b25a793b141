/// A weight of evidence in bits, as a whole number of 2⁻³² bits.
///
/// Whole numbers add up without rounding: the weights that are shown sum to the score, bit for bit, in whatever order they are
/// added. The step is far finer than the 10⁻⁶ that other programs are compared with.
public struct Weight: Hashable, Sendable, Comparable, Codable {
    /// How many steps of 2⁻³² bits.
    public let raw: Int64

    /// A weight of so many steps.
    public init(raw: Int64) { self.raw = raw }

    /// The weight nearest to so many bits; at most ±1,000.
    public init(bits: Double) { raw = Int64((max(-1000, min(1000, bits)) * 4_294_967_296).rounded()) }

    /// The weight in bits.
    public var bits: Double { Double(raw) / 4_294_967_296 }

    /// The probability to which evidence of this weight leads, the prior included.
    public var probability: Double { 1 / (1 + Double.exp2(-bits)) }

    /// Both together.
    public static func + (a: Weight, b: Weight) -> Weight { Weight(raw: a.raw + b.raw) }
    /// Lighter comes first.
    public static func < (a: Weight, b: Weight) -> Bool { a.raw < b.raw }
    /// No evidence.
    public static let zero = Weight(raw: 0)
    /// A person has decided that they are the same.
    static let decided = Weight(bits: 1000)
}
