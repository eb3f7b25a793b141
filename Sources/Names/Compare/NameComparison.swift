/// Compares prepared names.
public enum NameComparison {
    /// How well two names agree; symmetric.
    public static func similarity(_ a: NameKey, _ b: NameKey) -> NameMatch {
        if a.parts.isEmpty || b.parts.isEmpty { return NameMatch(score: 0, reason: .different, evidence: 0) }
        if a.parts == b.parts { return NameMatch(score: 1, reason: .same, evidence: evidence(a)) }
        let few = a.parts.count <= b.parts.count ? a.parts : b.parts
        var rest = a.parts.count <= b.parts.count ? b.parts : a.parts
        let most = rest.count
        var total = 0.0
        for part in few {
            guard let best = rest.indices.max(by: { jaro(part, rest[$0]) < jaro(part, rest[$1]) }) else { continue }
            total += jaro(part, rest.remove(at: best))
        }
        let whole = jaro(a.parts.flatMap { $0 }, b.parts.flatMap { $0 })
        let score = max(whole, total / Double(few.count) * (0.8 + 0.2 * Double(few.count) / Double(most)))
        return NameMatch(score: score, reason: score > 0.8 ? .typing : .different, evidence: evidence(a))
    }

    private static func evidence(_ a: NameKey) -> Double { Double(a.parts.reduce(0) { $0 + $1.count }) * 2 }

    /// Jaro-Winkler similarity.
    static func jaro(_ a: [UInt8], _ b: [UInt8]) -> Double {
        if a == b { return 1 }
        let reach = max(max(a.count, b.count) / 2 - 1, 0)
        var taken = [Bool](repeating: false, count: b.count)
        var first: [UInt8] = []
        for index in a.indices {
            let from = max(0, index - reach)
            let to = min(b.count, index + reach + 1)
            guard from < to else { continue }
            if let hit = (from..<to).first(where: { !taken[$0] && b[$0] == a[index] }) {
                taken[hit] = true
                first.append(a[index])
            }
        }
        guard !first.isEmpty else { return 0 }
        let second = b.indices.filter { taken[$0] }.map { b[$0] }
        let swaps = Double(zip(first, second).count { $0 != $1 }) / 2
        let hits = Double(first.count)
        let jaro = (hits / Double(a.count) + hits / Double(b.count) + (hits - swaps) / hits) / 3
        let prefix = Double(zip(a, b).prefix(4).prefix { $0 == $1 }.count)
        return jaro + prefix * 0.1 * (1 - jaro)
    }
}
