import Access
import Foundation
import Records
import Storage
import TestSupport
import Testing

/// That what is forbidden takes as long as what is not there. `make test` shows that both ask the same (`sameWay`); this one
/// measures, in pairs, many times. It runs in `make soak`, which sets DAYBREAK_SOAK.
@Suite("Timing class", .serialized, .enabled(if: ProcessInfo.processInfo.environment["DAYBREAK_SOAK"] != nil))
struct TimingTests {
    static let pairs = 3_000

    /// An effect below this is one that nobody can use: Cohen's d of the paired differences.
    static let smallest = 0.1

    @Test("a forbidden record and a missing one take equally long", arguments: DeskWorldsTests.attempts.indices)
    func equallyLong(_ index: Int) async throws {
        let (name, attempt) = DeskWorldsTests.attempts[index]
        try await House.with([.guests]) { house in
            let hidden = try await house.database.read { connection in
                try connection.rows("SELECT pid FROM record WHERE type = 'guest' ORDER BY id").map { $0.text(0) }
            }
            // As long as theirs, and as unlike one another: whoever probes sends what could be an id.
            let missing = hidden.map { String($0.reversed()) }
            let viewer = try await house.viewer(.evidenceTech)
            var chance = SystemRandomNumberGenerator()
            var differences: [Double] = []
            for pair in 0..<Self.pairs {
                let ids = [hidden[pair % hidden.count], missing[pair % hidden.count]]
                // Which comes first is drawn, so that a warm cache favours neither.
                let order = Bool.random(using: &chance) ? [0, 1] : [1, 0]
                var took = [0.0, 0.0]
                for place in order {
                    let begun = ContinuousClock.now
                    _ = try? await attempt(house, ids[place], viewer)
                    took[place] = (ContinuousClock.now - begun) / .microseconds(1)
                }
                differences.append(took[0] - took[1])
            }
            let effect = Self.effect(differences)
            print(
                "timing of \(name): median \(Self.median(differences)) µs, effect size \(effect), \(Self.pairs) pairs")
            #expect(abs(effect) < Self.smallest)
        }
    }

    /// The mean of the middle 90 % over their standard deviation: what the scheduler does now and then is left out.
    static func effect(_ differences: [Double]) -> Double {
        let sorted = differences.sorted()
        let middle = sorted[(sorted.count / 20)..<(sorted.count - sorted.count / 20)]
        let mean = middle.reduce(0, +) / Double(middle.count)
        let variance = middle.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(middle.count - 1)
        return variance > 0 ? mean / variance.squareRoot() : 0
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// The measure itself.
@Suite("Timing class, measured")
struct TimingMeasureTests {
    @Test("a difference that is there is seen, and one that is not is not")
    func seesADifference() {
        var chance = SystemRandomNumberGenerator()
        let noise = (0..<TimingTests.pairs).map { _ in Double.random(in: -100...100, using: &chance) }
        #expect(abs(TimingTests.effect(noise)) < TimingTests.smallest)
        #expect(abs(TimingTests.effect(noise.map { $0 + 20 })) > TimingTests.smallest)
    }
}
