import Testing
import Words

@testable import Networks

/// R063, R065: phones that took the place of others.
@Suite struct ReplacementTests {
    /// What was found in a town, against its truth.
    struct Score {
        var right = 0
        var wrong = 0
        var decoys = 0
        var missed = 0
        var precision: Double { Double(right) / Double(max(1, right + wrong)) }
        var recall: Double { Double(right) / Double(max(1, right + missed)) }

        mutating func add(_ town: PhoneTown, _ found: [Replacement]) {
            let truth = Set(town.truth)
            let hits = found.count { truth.contains([$0.old, $0.new]) }
            right += hits
            wrong += found.count - hits
            missed += truth.count - hits
            decoys += found.count { town.decoys.contains($0.new) && !truth.contains([$0.old, $0.new]) }
        }
    }

    /// A town that differs from the next one in everything: size, days, rates, rings, overlaps, decoys.
    static func plan(_ number: Int) -> PhoneTown.Plan {
        var draw = TownDraw(seed: UInt64(1000 + number))
        var plan = PhoneTown.Plan(seed: UInt64(number + 1))
        plan.people = [120, 200, 400, 800][draw.below(4)]
        plan.days = [7, 10, 14, 30, 60][draw.below(5)]
        plan.rate = [0.8, 1.5, 3, 6][draw.below(4)]
        plan.villages = max(4, plan.people / [10, 20, 40][draw.below(3)])
        plan.singles = draw.below(8)
        plan.leaders = [0, 3, 5, 7][draw.below(4)]
        plan.kept = 0.6 + 0.4 * draw.unit()
        plan.added = 0.6 * draw.unit()
        plan.overlap = [0, 0, 1, 2][draw.below(4)]
        plan.decoys = draw.below(10)
        plan.moving = draw.unit() * 0.6
        return plan
    }

    @Test("in forty towns of all kinds hardly anything wrong is proposed, and most that was replaced is found")
    func towns() throws {
        var (all, busy) = (Score(), Score())
        for number in 500..<540 {
            let town = PhoneTown(Self.plan(number))
            let found = try town.calls.replacements()
            all.add(town, found)
            // Where a phone has some forty calls there is enough to go by.
            if town.plan.rate * Double(town.plan.days) >= 40 { busy.add(town, found) }
        }
        #expect(all.precision >= 0.95, "precision \(all.precision), \(all.wrong) wrong of seeds 501-540")
        #expect(all.recall >= 0.65, "recall \(all.recall)")
        #expect(busy.precision >= 0.97, "precision \(busy.precision) where phones have forty calls")
        #expect(busy.recall >= 0.93, "recall \(busy.recall) where phones have forty calls")
    }

    @Test("whoever merely falls silent or is merely new is not proposed: towns of decoys alone")
    func decoysAlone() throws {
        var wrong = 0
        var phones = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            var plan = PhoneTown.Plan(seed: seed)
            (plan.singles, plan.leaders, plan.decoys) = (0, 0, 12)
            let town = PhoneTown(plan)
            wrong += try town.calls.replacements().count
            phones += town.decoys.count
        }
        #expect(wrong <= 6, "\(wrong) proposed among \(phones) decoys")
    }

    @Test("the boss is found once the lieutenants are: with one round alone he is not, or not as surely")
    func iterates() throws {
        var (once, often) = (0, 0)
        for seed in 1...12 as ClosedRange<UInt64> {
            var plan = PhoneTown.Plan(seed: seed)
            (plan.singles, plan.leaders, plan.kept, plan.added, plan.rate) = (0, 6, 1, 0, 4)
            let town = PhoneTown(plan)
            var settings = ReplacementSettings()
            let boss = town.truth[0]
            often += try town.calls.replacements(settings).count { [$0.old, $0.new] == boss && $0.round > 1 }
            settings.rounds = 1
            once += try town.calls.replacements(settings).count { [$0.old, $0.new] == boss }
        }
        #expect(often >= 10, "found in \(often) of 12 towns, in a later round")
        #expect(once == 0)
    }

    @Test("what is found does not depend on the numbers of the phones or on the order of the rows")
    func renumbered() throws {
        let town = PhoneTown(.init(seed: 77))
        let calls = town.calls
        var draw = TownDraw(seed: 5)
        var names = [UInt32](0..<UInt32(calls.phoneCount))
        for place in names.indices.reversed() { names.swapAt(place, draw.below(place + 1)) }
        let order = calls.from.indices.reversed().map { $0 }
        let other = Calls(
            phoneCount: calls.phoneCount, from: order.map { names[Int(calls.from[$0])] },
            to: order.map { names[Int(calls.to[$0])] }, time: order.map { calls.time[$0] },
            cell: order.map { calls.cell[$0] })
        let expected = Set(try calls.replacements().map { [names[Int($0.old)], names[Int($0.new)]] })
        #expect(Set(try other.replacements().map { [$0.old, $0.new] }) == expected)
        #expect(!expected.isEmpty)
        let (once, again) = (try calls.replacements(), try calls.replacements())
        #expect(once == again, "the same calls give the same answer")
    }

    @Test("nothing, and a single call, have no replacements")
    func little() throws {
        #expect(try Calls(phoneCount: 0, from: [], to: [], time: []).replacements().isEmpty)
        #expect(try Calls(phoneCount: 2, from: [0], to: [1], time: [5]).replacements().isEmpty)
        #expect(try Calls(phoneCount: 1, from: [0, 0], to: [0, 0], time: [5, 6]).replacements().isEmpty)
    }

    @Test(
        "VAST 2008: the five replaced phones with the right pairs, nobody else, and the day of change",
        .enabled(if: SharedData.root != nil, "needs ../shared"))
    func vast() throws {
        guard let named = try SharedData.vast() else { return }
        #expect(named.calls.count == 9_834)
        #expect(named.phones.count == 400)
        let pairs = try named.calls.replacements()
        let found = Set(pairs.map { [named.phones.text($0.old), named.phones.text($0.new)] })
        #expect(found == [["1", "309"], ["2", "397"], ["3", "360"], ["5", "306"], ["200", "300"]])
        let boss = try #require(pairs.first { named.phones.text($0.old) == "200" })
        #expect(boss.round > 1, "200 shows when the others are known")
        // 8 June 2006, 00:00.
        #expect(ChangeDay.days(pairs) == [ChangeDay(start: 1_149_724_800_000, count: 5)])
        let reasons = boss.reasons(names: ("200", "300"), contacts: ["1"]) { String($0) }.map(\.key)
        #expect(reasons.contains("network.replacement.together"))
        #expect(reasons.contains("network.replacement.round"))
    }

    @Test(
        "VAST 2008: the answer is the same over a wide range of thresholds",
        .enabled(if: SharedData.root != nil, "needs ../shared"), arguments: [0.5, 0.7, 0.9, 0.95])
    func vastThresholds(threshold: Double) throws {
        guard let named = try SharedData.vast() else { return }
        var settings = ReplacementSettings()
        settings.threshold = threshold
        #expect(try named.calls.replacements(settings).count == 5)
    }
}
