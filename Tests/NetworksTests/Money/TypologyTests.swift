import Networks
import Testing
import Words

/// A month of ordinary payments, into which something is planted.
struct Month {
    private var columns: (from: [UInt32], to: [UInt32], time: [Int64], amount: [Int64], device: [UInt32]) =
        ([], [], [], [], [])
    static let accounts = 2_000
    static let day: Int64 = 86_400_000
    /// A shop: thousands pay it, and it pays hundreds.
    static let shop = UInt32(0)

    init(_ seed: UInt64) {
        var draw = Draws(seed)
        for index in 0..<20_000 {
            let from = 1 + draw.below(Self.accounts - 10)
            let other = index % 5 == 0 ? 0 : 1 + draw.below(Self.accounts - 10)
            let isShopPaying = index % 50 == 0
            let amount = Int64(1_000 + draw.below(30_000) * (1 + draw.below(20)))
            add(
                isShopPaying ? 0 : from, isShopPaying ? from : other, Int64(draw.below(30 * 86_400)) * 1000,
                amount, device: UInt32(from))
        }
    }

    mutating func add(_ from: Int, _ to: Int, _ time: Int64, _ amount: Int64, device: UInt32 = Transfers.noDevice) {
        guard from != to else { return }
        columns.from.append(UInt32(from))
        columns.to.append(UInt32(to))
        columns.time.append(time)
        columns.amount.append(amount)
        columns.device.append(device)
    }

    var transfers: Transfers {
        Transfers(
            accounts: Self.accounts, from: columns.from, to: columns.to, time: columns.time, amount: columns.amount,
            device: columns.device)
    }

    func hits(_ typology: Typology, _ change: (inout TypologyOptions) -> Void = { _ in }) throws -> [TypologyHit] {
        var options = TypologyOptions()
        options.wanted = [typology]
        change(&options)
        return try Typologies(transfers, options).hits
    }
}

@Suite("Typologies")
struct TypologyTests {
    private static let hour: Int64 = 3_600_000
    private static let noon: Int64 = 10 * Month.day

    @Test("twenty ordinary months with a shop show no more than chance is allowed to, and not the shop")
    func quiet() throws {
        var hits: [TypologyHit] = []
        for seed in 0..<20 as Range<UInt64> { hits += try Typologies(Month(seed).transfers).hits }
        // Eleven typologies, of each one month in twenty: eleven are expected.
        #expect(hits.count <= 25, "\(hits.map(\.typology))")
        #expect(hits.count { $0.accounts[0] == 0 } <= 2)
    }

    @Test("a cycle of four within a day, each keeping a little")
    func cycle() throws {
        var month = Month(1)
        for (step, amount) in [900_000, 880_000, 861_000, 850_000].enumerated() {
            month.add(100 + step, 100 + (step + 1) % 4, Self.noon + Int64(step) * 3 * Self.hour, Int64(amount))
        }
        let hits = try month.hits(.cycle)
        #expect(hits.map(\.accounts) == [[100, 101, 102, 103]])
        #expect(hits[0].transfers.count == 4)
        #expect(hits[0].score > 2)
        #expect(Catalogue.english.text(hits[0].reason).contains("9000.00"))
    }

    @Test("the same odd amount in a round, in another order than that of time")
    func round() throws {
        var month = Month(2)
        for (step, day) in [3, 25, 11, 19].enumerated() {
            month.add(200 + step, 200 + (step + 1) % 4, Int64(day) * Month.day, 123_457)
        }
        #expect(try month.hits(.cycle).map(\.accounts) == [[200, 201, 202, 203]])
    }

    @Test("ten who pay one within hours, and one who pays ten")
    func fans() throws {
        var month = Month(3)
        for other in 300..<310 {
            month.add(other, 399, Self.noon + Int64(other - 300) * Self.hour, 800_000 + Int64(other))
            month.add(398, other, Self.noon + Int64(other - 300) * Self.hour, 700_000 + Int64(other))
        }
        let into = try month.hits(.fanIn)
        #expect(into.map { $0.accounts[0] } == [399])
        #expect(Set(into[0].accounts.dropFirst()).isSuperset(of: 300..<310))
        #expect(try month.hits(.fanOut).map { $0.accounts[0] } == [398])
    }

    @Test("one pays five, who all pay the same one")
    func scatterGather() throws {
        var month = Month(4)
        for other in 0..<5 {
            month.add(400, 410 + other, Self.noon + Int64(other) * Self.hour, 500_000 + Int64(other) * 7_000)
            month.add(410 + other, 401, Self.noon + Int64(other + 5) * Self.hour, 490_000 + Int64(other) * 7_000)
        }
        let hits = try month.hits(.scatterGather)
        #expect(hits.map { Array($0.accounts.prefix(2)) } == [[400, 401]])
        #expect(Set(hits[0].accounts.dropFirst(2)) == Set(410..<415))
        #expect(hits[0].transfers.count == 10)
    }

    @Test("six pay one, who pays seven the day after")
    func gatherScatter() throws {
        var month = Month(5)
        for other in 0..<6 { month.add(510 + other, 500, Self.noon + Int64(other) * Self.hour, 700_000) }
        for other in 0..<7 {
            month.add(500, 520 + other, Self.noon + Month.day + Int64(other) * Self.hour, 590_000)
        }
        let hits = try month.hits(.gatherScatter)
        #expect(hits.map { $0.accounts[0] } == [500])
        #expect(hits[0].transfers.count >= 13)
    }

    @Test("a row of six accounts that hand on what they receive")
    func layering() throws {
        var month = Month(6)
        for step in 0..<5 {
            month.add(600 + step, 601 + step, Self.noon + Int64(step) * 2 * Self.hour, 2_000_000 - Int64(step) * 40_000)
        }
        let hits = try month.hits(.layering)
        #expect(hits.map(\.accounts) == [Array(600...605)])
    }

    @Test("an account through which money only passes")
    func passThrough() throws {
        var month = Month(7)
        for day in [2, 7, 13, 18, 24, 27] {
            month.add(701 + day, Month.accounts - 1, Int64(day) * Month.day, 3_000_000)
            month.add(Month.accounts - 1, 740 + day, Int64(day) * Month.day + 2 * Self.hour, 1_500_000)
            month.add(Month.accounts - 1, 780 + day, Int64(day) * Month.day + 3 * Self.hour, 1_450_000)
        }
        let hits = try month.hits(.passThrough)
        #expect(hits.map { $0.accounts[0] } == [Month.accounts - 1])
        #expect(hits.allSatisfy { Catalogue.english.text($0.reason).contains("3 h") })
    }

    @Test("payments just under the threshold, within a day")
    func structuring() throws {
        var month = Month(8)
        for part in 0..<5 { month.add(800, 801 + part, Self.noon + Int64(part) * Self.hour, 990_000 - Int64(part)) }
        #expect(try month.hits(.structuring).map { $0.accounts[0] } == [800])
        #expect(try month.hits(.structuring) { $0.thresholds = [5_000_000] }.isEmpty)
    }

    @Test("one payment cut into four like ones")
    func splitting() throws {
        var month = Month(9)
        for part in 0..<4 { month.add(900, 901, Self.noon + Int64(part) * Self.hour, 150_000 + Int64(part)) }
        let hits = try month.hits(.splitting)
        #expect(hits.map(\.accounts) == [[900, 901]])
        #expect(hits[0].transfers.count == 4)
    }

    @Test("round sums, and one device for six accounts")
    func habits() throws {
        var month = Month(10)
        for payment in 0..<20 { month.add(1_000, 1_001 + payment, Int64(payment) * Month.day, 5_000_000) }
        for owner in 0..<6 { month.add(1_100 + owner, 1_200, Self.noon, 12_345 + Int64(owner), device: 99_999) }
        #expect(try month.hits(.roundSums).map(\.accounts) == [[1_000]])
        #expect(try month.hits(.sharedDevice).map(\.accounts) == [Array(1_100..<1_106)])
    }

    @Test("silence for weeks, and then a burst")
    func dormant() throws {
        let month = Month(11).transfers
        let account = Month.accounts
        let payees = (0..<9).map { UInt32(20 + $0) }
        let awake = Transfers(
            accounts: account + 1, from: month.from + [7] + payees.map { _ in UInt32(account) },
            to: month.to + [UInt32(account)] + payees,
            time: month.time + [0] + payees.map { 25 * Month.day + Int64($0) * Self.hour },
            amount: month.amount + [Int64](repeating: 44_444, count: 10))
        var options = TypologyOptions()
        options.wanted = [.dormant]
        #expect(try Typologies(awake, options).hits.map(\.accounts) == [[account]])
    }

    @Test("a reason stands in the catalogue for every hit, without a gap")
    func reasons() throws {
        var month = Month(12)
        for part in 0..<4 { month.add(900, 901, Self.noon + Int64(part) * Self.hour, 150_000 + Int64(part)) }
        for hit in try Typologies(month.transfers).hits {
            let text = Catalogue.english.text(hit.reason)
            #expect(text != hit.reason.key && !text.contains("{"))
        }
    }
}
