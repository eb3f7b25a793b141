internal import Foundation

/// How likely something is by chance alone, as logarithms to base 10: counting things that happen independently of one another.
enum Chance {
    /// The logarithm of the probability of at least so many events where so many are expected (Poisson).
    static func tail(_ count: Int, expected: Double) -> Double {
        guard count > 0 else { return 0 }
        let mean = max(expected, 1e-12)
        let number = Double(count)
        guard number > mean else { return 0 }
        // P(N ≥ n) = e^-λ λⁿ/n! · (1 + λ/(n+1) + λ²/((n+1)(n+2)) + …)
        var (sum, term, next) = (1.0, 1.0, number + 1)
        while term > 1e-12 * sum {
            term *= mean / next
            sum += term
            next += 1
        }
        let natural = -mean + number * log(mean) - lgamma(number + 1) + log(sum)
        return min(0, natural / log(10))
    }

    /// The logarithm of the probability that a product of so many independent chances is as small as this (Fisher's method):
    /// `P = z · Σ (-ln z)ᵏ / k!` over `k < count`.
    static func product(_ logarithm: Double, of count: Int) -> Double {
        let natural = -logarithm * log(10)
        guard natural > 0 else { return 0 }
        var (sum, term) = (1.0, 1.0)
        for k in 1..<max(count, 1) {
            term *= natural / Double(k)
            sum += term
        }
        return min(0, logarithm + log10(sum))
    }

    /// The logarithm to base 10.
    static func log10(_ value: Double) -> Double { Foundation.log10(value) }
    /// 10 to the power.
    static func power10(_ value: Double) -> Double { pow(10, value) }
}

extension Chance {
    /// The logarithm to base 2.
    static func log2(_ value: Double) -> Double { Foundation.log2(value) }
    /// 2 to the power.
    static func exp2(_ value: Double) -> Double { Foundation.exp2(value) }
    /// e to the power.
    static func exp(_ value: Double) -> Double { Foundation.exp(value) }
}
