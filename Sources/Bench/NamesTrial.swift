import Foundation
import Names

/// Pairs of names with their truth, made from a list: for each pair three that are not the same, one at random and the
/// two of two hundred whose Latin forms are most like it.
struct NamesTrial {
    var title: String
    var cases: [(first: NameKey, second: NameKey, isSame: Bool)] = []

    init(_ title: String, _ pairs: [NamePair], limit: Int = 1500) {
        self.title = title
        var random = SplitMix(state: 42)
        let all = pairs.sorted { ($0.native, $0.latin) < ($1.native, $1.latin) }
        let (native, latin) = (all.map { NameKey($0.native) }, all.map { NameKey($0.latin) })
        let grams = all.map { Bigrams($0.latin) }
        for index in all.indices.shuffled(using: &random).prefix(limit) {
            cases.append((native[index], latin[index], true))
            let others = (0..<200).map { _ in Int.random(in: 0..<all.count, using: &random) }.filter {
                all[$0].native != all[index].native && all[$0].latin.lowercased() != all[index].latin.lowercased()
            }
            guard let first = others.first else { continue }
            let likest = Set(others.dropFirst()).map { ($0, grams[$0].likeness(grams[index])) }
                .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(2)
            for other in [first] + likest.map(\.0) { cases.append((native[index], latin[other], false)) }
        }
    }

    init(_ title: String, labelled: [(first: String, second: String, isSame: Bool)]) {
        self.title = title
        cases = labelled.map { (NameKey($0.first), NameKey($0.second), $0.isSame) }
    }

    /// Precision, recall and their harmonic mean at a threshold, and the best mean at any.
    struct Outcome {
        var precision = 0.0
        var recall = 0.0
        var f1 = 0.0
        var best = 0.0
        var bestAt = 0.0
    }

    func outcome(at threshold: Double) -> Outcome {
        let scores = cases.map { (NameComparison.similarity($0.first, $0.second).score, $0.isSame) }
        let same = Double(cases.count(where: \.isSame))
        var outcome = Outcome()
        var (found, right) = (0.0, 0.0)
        let sorted = scores.sorted { $0.0 > $1.0 }
        for (place, score) in sorted.enumerated() {
            found += 1
            right += score.1 ? 1 : 0
            let f1 = 2 * right / (found + same)
            if score.0 >= threshold {
                (outcome.precision, outcome.recall, outcome.f1) = (right / found, right / same, f1)
            }
            let isLast = place + 1 == sorted.count || sorted[place + 1].0 < score.0
            if isLast && f1 > outcome.best { (outcome.best, outcome.bestAt) = (f1, score.0) }
        }
        return outcome
    }
}

/// The pairs of letters that stand side by side in a word.
private struct Bigrams {
    private let all: Set<UInt16>

    init(_ text: String) {
        let bytes = Array(Fold.fold(text).utf8)
        all = Set(zip(bytes, bytes.dropFirst()).map { UInt16($0) << 8 | UInt16($1) })
    }

    /// Dice's coefficient.
    func likeness(_ other: Bigrams) -> Double {
        2 * Double(all.intersection(other.all).count) / Double(max(all.count + other.all.count, 1))
    }
}
