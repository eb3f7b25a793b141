internal import Foundation

extension Double {
    /// The logarithm to base 2.
    static func log2(_ value: Double) -> Double { Foundation.log2(value) }
    /// 2 to the power.
    static func exp2(_ value: Double) -> Double { Foundation.exp2(value) }
}
