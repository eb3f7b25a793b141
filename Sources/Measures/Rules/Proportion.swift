public import Values

/// A share with its uncertainty: never a bare percentage (measures.md E).
public struct Proportion: Hashable, Sendable {
    /// How many have it.
    public let part: Int
    /// Of how many; zero says that there is nothing to say, never that all is well.
    public let whole: Int

    /// Below this a number of persons is shown as "<11".
    public static let smallest = 11

    /// A share; nil when the part is no part of the whole.
    public init?(_ part: Int, of whole: Int) {
        guard part >= 0, whole >= part else { return nil }
        self.part = part
        self.whole = whole
    }

    /// Exactly; nil without a whole.
    public var ratio: Ratio? { Ratio(part, of: whole) }

    /// Wilson's interval of 95 % (z = 1.959964).
    public var wilson: ClosedRange<Double>? {
        guard whole > 0 else { return nil }
        let (n, z) = (Double(whole), 1.959963984540054)
        let p = Double(part) / n
        let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        // Rounding must not leave 0 … 1, and the interval of none begins at 0.
        return max(0, part == 0 ? 0 : middle - half)...min(1, part == whole ? 1 : middle + half)
    }

    /// A count of persons as it is shown: nil where it is too small to be shown.
    public static func shown(_ count: Int) -> Int? { count == 0 || count >= smallest ? count : nil }
}
