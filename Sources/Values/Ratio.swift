/// An exact fraction, always reduced, its denominator above zero.
///
/// Invariant: `denominator > 0` and the two have no common divisor. Operations that 128 bits cannot hold say so, so that
/// no input can make a rule wrong without a word.
public struct Ratio: Hashable, Comparable, Sendable {
    /// The number above the stroke.
    public let numerator: Int128
    /// The number below the stroke, above zero.
    public let denominator: Int128

    /// The result does not fit into 128 bits.
    public struct Overflow: Error, Equatable {}

    /// Zero, what a share of nothing counts as nowhere: a missing denominator is `nil`, not zero.
    public static let zero = Ratio(0)

    /// A whole number.
    public init(_ whole: Int) {
        (numerator, denominator) = (Int128(whole), 1)
    }

    /// A share of a whole; `nil` when there is no whole.
    public init?(_ part: Int, of whole: Int) {
        guard whole != 0, let ratio = Ratio(Int128(part), Int128(whole)) else { return nil }
        self = ratio
    }

    init?(_ numerator: Int128, _ denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let sign: Int128 = denominator < 0 ? -1 : 1
        let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// The sum.
    public func plus(_ other: Ratio) throws(Overflow) -> Ratio {
        let shared = Self.divisor(denominator.magnitude, other.denominator.magnitude)
        let left = try Self.product(numerator, other.denominator / shared)
        let right = try Self.product(other.numerator, denominator / shared)
        let (sum, over) = left.addingReportingOverflow(right)
        let below = try Self.product(denominator / shared, other.denominator)
        guard !over, let ratio = Ratio(sum, below) else { throw Overflow() }
        return ratio
    }

    /// The product.
    public func times(_ other: Ratio) throws(Overflow) -> Ratio {
        guard let left = Ratio(numerator, other.denominator), let right = Ratio(other.numerator, denominator),
            let ratio = Ratio(
                try Self.product(left.numerator, right.numerator),
                try Self.product(left.denominator, right.denominator))
        else { throw Overflow() }
        return ratio
    }

    /// The whole number nearest to it, halves to the even one.
    public var rounded: Int? {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let twice = remainder.magnitude * 2
        let up = twice > denominator.magnitude || (twice == denominator.magnitude && quotient % 2 != 0)
        return Int(exactly: up ? quotient + (numerator < 0 ? -1 : 1) : quotient)
    }

    /// In parts of a thousand, for showing.
    public var permille: Int? { try? times(Ratio(1000)).rounded }

    /// As a floating number, for drawing only.
    public var approximate: Double { Double(numerator) / Double(denominator) }

    /// By rank.
    public static func < (left: Ratio, right: Ratio) -> Bool {
        // Cross-multiplying in full width, which never overflows.
        let first = left.numerator.multipliedFullWidth(by: right.denominator)
        let second = right.numerator.multipliedFullWidth(by: left.denominator)
        return (first.high, first.low) < (second.high, second.low)
    }

    private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
        let (product, over) = left.multipliedReportingOverflow(by: right)
        guard !over else { throw Overflow() }
        return product
    }

    private static func divisor(_ left: UInt128, _ right: UInt128) -> Int128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return Int128(a)
    }
}
