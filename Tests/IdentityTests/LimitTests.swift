import Testing

@testable import Identity

/// Limits that an expectation may change.
private final class Held {
    var value: RateLimits
    init(_ value: RateLimits) { self.value = value }
    func admit(_ requesters: [Requester], _ route: RouteClass, at now: Int) -> Int {
        value.admit(requesters, route, at: now)
    }
}

@Suite struct LimitTests {
    static let table = RateLimits.Table(
        each: [.search: Rate(burst: 3, aMinute: 60)], organisation: [.search: Rate(burst: 5, aMinute: 120)])

    @Test("so many at once, then so many a minute")
    func bucket() {
        let limits = Held(RateLimits(Self.table))
        let somchai = [Requester.account("a")]
        #expect((0..<4).map { _ in limits.admit(somchai, .search, at: 1_000) } == [0, 0, 0, 1_000])
        #expect(limits.admit(somchai, .search, at: 1_999) == 1)
        #expect(limits.admit(somchai, .search, at: 2_000) == 0)
        #expect(limits.admit(somchai, .search, at: 2_000) == 1_000)
        #expect((0..<4).map { _ in limits.admit(somchai, .search, at: Int.max / 2) } == [0, 0, 0, 1_000])
    }

    @Test("accounts, addresses, classes and organisations have buckets of their own")
    func apart() {
        let limits = Held(RateLimits(Self.table))
        for _ in 0..<3 { #expect(limits.admit([.account("a")], .search, at: 0) == 0) }
        #expect(limits.admit([.account("a")], .search, at: 0) > 0)
        #expect(limits.admit([.account("b")], .search, at: 0) == 0)
        #expect(limits.admit([.address("a")], .search, at: 0) == 0)
        for _ in 0..<100 { #expect(limits.admit([.account("a")], .read, at: 0) == 0, "a class without a rate") }
    }

    @Test("the organisation's bucket is emptied by all its accounts; a refusal takes from none")
    func organisation() {
        let limits = Held(RateLimits(Self.table))
        for number in 0..<5 {
            #expect(limits.admit([.account("\(number)"), .organisation("o")], .search, at: 0) == 0)
        }
        #expect(limits.admit([.account("new"), .organisation("o")], .search, at: 0) == 500)
        for _ in 0..<3 { #expect(limits.admit([.account("new")], .search, at: 0) == 0) }
        #expect(limits.admit([.account("new"), .organisation("p")], .search, at: 0) == 1_000)
        for _ in 0..<5 { #expect(limits.admit([.organisation("p")], .search, at: 0) == 0) }
    }

    @Test("a clock that goes back neither fills nor empties")
    func clock() {
        let limits = Held(RateLimits(Self.table))
        for _ in 0..<3 { _ = limits.admit([.account("a")], .search, at: 100_000) }
        #expect(limits.admit([.account("a")], .search, at: 0) == 1_000)
        #expect(limits.admit([.account("a")], .search, at: 100_999) == 1)
    }

    @Test("memory has an end, and a flood of addresses does not free those over their limit")
    func memory() {
        let limits = Held(RateLimits(Self.table, most: 100))
        for _ in 0..<3 { _ = limits.admit([.account("greedy")], .search, at: 0) }
        for number in 0..<10_000 {
            _ = limits.admit([.address("\(number)")], .search, at: 0)
            #expect(limits.value.count <= 100)
        }
        #expect(limits.admit([.account("greedy")], .search, at: 0) == 1_000)
    }

    @Test(
        "never more than the burst and the rate allow, whatever the times of asking",
        arguments: 1...20 as ClosedRange<UInt64>)
    func property(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let rate = Rate(burst: Int.random(in: 1...20, using: &dice), aMinute: Int.random(in: 1...500, using: &dice))
        let limits = Held(RateLimits(RateLimits.Table(each: [.write: rate], organisation: [:])))
        var (now, admitted) = (0, 0)
        for _ in 0..<2_000 {
            now += Int.random(in: 0...400, using: &dice)
            let wait = limits.admit([.account("a")], .write, at: now)
            if wait == 0 { admitted += 1 }
            #expect(admitted <= rate.burst + now * rate.aMinute / 60_000, "seed \(seed)")
            if wait > 0 {
                let later = Held(limits.value)
                #expect(later.admit([.account("a")], .write, at: now + wait - 1) > 0, "seed \(seed)")
                #expect(later.admit([.account("a")], .write, at: now + wait) == 0, "seed \(seed)")
            }
        }
    }

    @Test("the limiter of a server says how long to wait")
    func limiter() throws {
        let limiter = Limiter(RateLimits(Self.table)) { 7 }
        for _ in 0..<3 { try limiter.admit([.account("a")], .search) }
        #expect(throws: IdentityError.tooMany(wait: 1_000)) { try limiter.admit([.account("a")], .search) }
    }
}
