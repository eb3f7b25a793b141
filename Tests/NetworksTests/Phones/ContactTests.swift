import Testing

@testable import Networks

/// R065: contacts, events, tower dumps against counting by hand.
@Suite struct ContactTests {
    static func random(_ seed: UInt64, phones: Int = 12, rows: Int = 300) -> Calls {
        var draw = TownDraw(seed: seed)
        return Calls(
            phoneCount: phones, from: (0..<rows).map { _ in UInt32(draw.below(phones)) },
            to: (0..<rows).map { _ in UInt32(draw.below(phones)) },
            time: (0..<rows).map { _ in Int64(draw.below(20)) * 3_600_000 * 7 - 86_400_000 },
            duration: (0..<rows).map { _ in Int32(draw.below(100)) },
            cell: (0..<rows).map { _ in UInt32(draw.below(5)) },
            kind: (0..<rows).map { _ in draw.below(3) == 0 ? .message : .voice })
    }

    @Test("pairs are what counting each pair by hand gives", arguments: 1...30 as ClosedRange<UInt64>)
    func pairs(seed: UInt64) throws {
        let calls = Self.random(seed)
        let pairs = ContactPairs(calls).pairs
        var expected: [[UInt32]: ContactPair] = [:]
        var days: [[UInt32]: Set<Int64>] = [:]
        for row in 0..<calls.count where calls.from[row] != calls.to[row] {
            let (a, b) = (min(calls.from[row], calls.to[row]), max(calls.from[row], calls.to[row]))
            let time = calls.time[row]
            var pair = expected[[a, b]] ?? ContactPair(a: a, b: b, first: time, last: time)
            if calls.from[row] == a { pair.forth += 1 } else { pair.back += 1 }
            if calls.kind[row] == .message { pair.messages += 1 }
            pair.seconds += Int64(calls.duration[row])
            pair = ContactPair(
                a: a, b: b, forth: pair.forth, back: pair.back, messages: pair.messages, seconds: pair.seconds,
                first: min(pair.first, time), last: max(pair.last, time))
            days[[a, b], default: []].insert((time + 86_400_000) / 86_400_000)
            pair.days = days[[a, b]]?.count ?? 0
            expected[[a, b]] = pair
        }
        #expect(pairs == expected.values.sorted { ($0.a, $0.b) < ($1.a, $1.b) }, "seed \(seed)")
    }

    @Test("common contacts are those of the intersection", arguments: 1...20 as ClosedRange<UInt64>)
    func common(seed: UInt64) {
        let calls = Self.random(seed, rows: 60)
        let asked: [UInt32] = [0, 3, 7]
        let pairs = ContactPairs(calls)
        for isMutual in [false, true] {
            var expected: [UInt32: Int] = [:]
            for phone in 0..<UInt32(calls.phoneCount) {
                let count = asked.count { other in
                    guard other != phone else { return false }
                    let out = (0..<calls.count).contains { calls.from[$0] == phone && calls.to[$0] == other }
                    let back = (0..<calls.count).contains { calls.from[$0] == other && calls.to[$0] == phone }
                    return isMutual ? out && back : out || back
                }
                if count >= 2 { expected[phone] = count }
            }
            let found = pairs.common(of: asked, atLeast: 2, isMutual: isMutual)
            #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.phone, $0.pairs.count) }) == expected)
        }
    }

    @Test(
        "around an event: the window's calls, and what is usual by the rest", arguments: 1...20 as ClosedRange<UInt64>)
    func around(seed: UInt64) {
        let calls = Self.random(seed, phones: 6)
        let event = calls.time[calls.count / 2]
        let (before, after): (Int64, Int64) = (10 * 3_600_000, 20 * 3_600_000)
        let window = EventWindow(calls, at: event, before: before, after: after, phones: [2])
        for contact in 0..<UInt32(6) where contact != 2 {
            let rows = (0..<calls.count).filter { [calls.from[$0], calls.to[$0]].sorted() == [2, contact].sorted() }
            let inside = rows.filter { calls.time[$0] >= event - before && calls.time[$0] <= event + after }
            let entry = window.entries.first { $0.contact == contact }
            #expect((entry?.before ?? 0) == inside.count { calls.time[$0] < event })
            #expect((entry?.after ?? 0) == inside.count { calls.time[$0] >= event })
            guard let entry else { continue }
            let rest = Double(calls.time[calls.count - 1] - calls.time[0]) - Double(before + after)
            let usual = (Double(rows.count - inside.count) + 0.5) * Double(before + after) / rest
            #expect(abs(entry.usual - usual) < 1e-9)
            #expect(entry.isNew == !rows.contains { calls.time[$0] < event - before })
        }
    }

    @Test("how unusual: the tail of the Poisson distribution")
    func surprise() {
        // P(X ≥ 1) = 1 − e⁻¹; P(X ≥ 3 | 2) = 1 − 5e⁻²; far tails do not vanish.
        #expect(abs(EventWindow.surprise(1, 1) - 0.661_731) < 1e-5)
        #expect(abs(EventWindow.surprise(3, 2) - 1.628_901) < 1e-5)
        #expect(EventWindow.surprise(0, 3) == 0)
        #expect(EventWindow.surprise(50, 0.01) > 500)
        #expect(EventWindow.surprise(1, 900) < 1e-9)
    }

    @Test("tower dumps intersected are sets intersected", arguments: 1...20 as ClosedRange<UInt64>)
    func towers(seed: UInt64) {
        let calls = Self.random(seed, phones: 30)
        let middle = calls.time[calls.count / 2]
        let places = [
            TowerDump.Place(cells: [0, 1], from: calls.time[0], until: middle),
            TowerDump.Place(cells: [2], from: middle, until: .max),
            TowerDump.Place(cells: [], from: middle - 3_600_000 * 20, until: middle),
        ]
        let sets = places.map { place in
            Set(
                (0..<calls.count).filter { row in
                    (place.cells.isEmpty || place.cells.contains(calls.cell[row]))
                        && calls.time[row] >= place.from && calls.time[row] < place.until
                }.map { calls.from[$0] })
        }
        let dump = TowerDump(calls, places, atLeast: 2)
        #expect(dump.crowd == sets.map(\.count))
        let expected = (0..<UInt32(30)).filter { phone in sets.count { $0.contains(phone) } >= 2 }
        #expect(dump.entries.map(\.phone).sorted() == expected)
        #expect(dump.entries.allSatisfy { entry in entry.places == sets.count { $0.contains(entry.phone) } })
    }
}
