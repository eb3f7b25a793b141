import Foundation
public import Values

/// M22-M27, M31: people, inspection, publicity, and what nobody has seen.
public enum InTheSystem {
    /// M22, R082, R107: months in a specialist post; who is still there counts too.
    public static func tenure(_ months: [(length: Int, hasEnded: Bool)]) -> Survival {
        Survival(months.map { Survival.Time($0.length, ended: $0.hasEnded) })
    }

    /// M22: trained people who left within twelve months, of those trained.
    public static func lost(trained: Int, leftWithinYear: Int) -> Proportion? {
        Proportion(leftWithinYear, of: trained)
    }

    /// M23, R110: awards on allowed indicators, of all awards.
    public static func awards(allowed: Int, all: Int) -> Proportion? { Proportion(allowed, of: all) }

    /// M25, R096: inspections by central or mobile units, and violations found per inspection.
    public static func inspections(
        central: Int, all: Int, violations: Int
    ) -> (central: Proportion?, perInspection: Ratio?) {
        (Proportion(central, of: all), Ratio(violations, of: all))
    }

    /// M26, R189: the effect of a release on reports: an interrupted series, ln E = a + b·week + c·after.
    ///
    /// Fitted by Poisson regression (Newton); `nil` where a side of the release has no weeks or no
    /// reports at all.
    public static func publicityEffect(before: [Int], after: [Int]) -> Double? {
        guard before.count >= 2, after.count >= 2, before.contains(where: { $0 > 0 }), after.contains(where: { $0 > 0 })
        else { return nil }
        let counts = (before + after).map(Double.init)
        let middle = Double(counts.count - 1) / 2
        let rows = counts.indices.map { [1, (Double($0) - middle) / Double(counts.count), $0 < before.count ? 0 : 1] }
        var beta = [log(counts.reduce(0, +) / Double(counts.count)), 0, 0]
        for _ in 0..<100 {
            let means = rows.map { row in exp(zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }) }
            let gradient = (0..<3).map { j in rows.indices.reduce(0) { $0 + rows[$1][j] * (counts[$1] - means[$1]) } }
            let information = (0..<3).map { j in
                (0..<3).map { k in rows.indices.reduce(0) { $0 + rows[$1][j] * rows[$1][k] * means[$1] } }
            }
            guard let step = solve(information, gradient), step.allSatisfy(\.isFinite) else { return nil }
            for j in 0..<3 { beta[j] += max(-2, min(2, step[j])) }
            if step.allSatisfy({ abs($0) < 1e-12 }) { break }
        }
        return exp(beta[2]) - 1
    }

    /// M31: the undetected share, as a spread over models that were fitted: 1 − seen / estimated. Never one number.
    public static func undetected(seen: Int, estimates: [Double]) -> ClosedRange<Double>? {
        let shares = estimates.filter { $0 >= Double(seen) && $0 > 0 }.map { 1 - Double(seen) / $0 }
        guard let least = shares.min(), let most = shares.max(), shares.count == estimates.count else { return nil }
        return least...most
    }

    // Cramer's rule for three unknowns.
    private static func solve(_ a: [[Double]], _ b: [Double]) -> [Double]? {
        func determinant(_ m: [[Double]]) -> Double {
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        }
        let whole = determinant(a)
        guard abs(whole) > 1e-300 else { return nil }
        return (0..<3).map { column in
            var replaced = a
            for row in 0..<3 { replaced[row][column] = b[row] }
            return determinant(replaced) / whole
        }
    }
}
