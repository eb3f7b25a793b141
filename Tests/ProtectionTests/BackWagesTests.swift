import Protection
import Testing
import Values

@Suite("Back wages")
struct BackWagesTests {
    static let fees = Amount(0, "THB")

    static func terms(_ change: (inout WageTerms) -> Void = { _ in }) -> WageTerms {
        var terms = WageTerms(
            minimum: WageTerms.Wage(Amount(900_000, "THB"), forHours: 208), percent: [.overtime: 150])
        change(&terms)
        return terms
    }

    /// A month of 26 days of 12 hours: 208 regular and 104 overtime hours.
    static func month(
        _ first: String = "2026-03-01", regular: Int = 208, overtime: Int = 104, received: Int = 300_000,
        deductions: [String: Amount] = ["food": Amount(200_000, "THB")]
    ) throws -> PayPeriod {
        let from = try #require(Day(first))
        return PayPeriod(
            from: from, to: from.adding(months: 1).adding(days: -1),
            quarters: [.regular: regular * 4, .overtime: overtime * 4], received: Amount(received, "THB"),
            deductions: deductions)
    }

    static func claim(_ work: [PayPeriod], _ terms: WageTerms = terms(), fees: Amount = fees) throws -> Amount {
        try BackWages(work, terms, fees: fees, on: try #require(Day("2026-12-31")), hasRecords: true).claim
    }

    @Test("R172: the minimum of 9,000 for 208 hours, 312 worked, 3,000 received: 12,750 is owed, and not 14,750")
    func deductionsCountOnce() throws {
        #expect(try Self.claim([Self.month()]) == Amount(1_275_000, "THB"))
        #expect(try Self.claim([Self.month(deductions: [:])]) == Amount(1_275_000, "THB"))
        #expect(try Self.claim([Self.month()], fees: Amount(1_000_000, "THB")) == Amount(2_275_000, "THB"))
    }

    @Test("R172: no hours, nothing owed; too much in one period does not pay for another")
    func edges() throws {
        #expect(try Self.claim([Self.month(regular: 0, overtime: 0, received: 0)]) == Amount(0, "THB"))
        let over = try Self.month("2026-04-01", received: 99_000_000)
        #expect(try Self.claim([Self.month(), over]) == Amount(1_275_000, "THB"))
        #expect(try Self.claim([over]) == Amount(0, "THB"))
    }

    @Test("R172: the better of contract and minimum counts")
    func better() throws {
        let good = Self.terms { $0.contract = WageTerms.Wage(Amount(1_800_000, "THB"), forHours: 208) }
        let bad = Self.terms { $0.contract = WageTerms.Wage(Amount(100_000, "THB"), forHours: 208) }
        #expect(try Self.claim([Self.month()], good) == Amount(2_850_000, "THB"))
        #expect(try Self.claim([Self.month()], bad) == Amount(1_275_000, "THB"))
    }

    @Test("R172: months are those of the calendar, also in a leap year, and hours must fit into them")
    func calendar() throws {
        let months = PayPeriod.months(from: try #require(Day("2024-01-15")), to: try #require(Day("2024-03-01")))
        #expect(
            months.map { "\($0.from) \($0.to)" } == [
                "2024-01-15 2024-01-31", "2024-02-01 2024-02-29", "2024-03-01 2024-03-01",
            ])
        #expect(throws: BackWages.Problem.period(0)) {
            try Self.claim([Self.month("2026-02-01", regular: 600, overtime: 100)])
        }
        #expect(
            try Self.claim([Self.month("2024-02-01", regular: 592, overtime: 104)]).minor > 0, "29 days hold 696 hours")
        #expect(throws: BackWages.Problem.period(1)) { try Self.claim([Self.month(), Self.month()]) }
        #expect(throws: BackWages.Problem.period(0)) { try Self.claim([Self.month(regular: -1)]) }
    }

    @Test("R172: two currencies are refused")
    func currencies() throws {
        #expect(throws: BackWages.Problem.currencies("THB", "USD")) {
            try Self.claim([Self.month()], fees: Amount(1, "USD"))
        }
        var month = try Self.month()
        month.inKind = Amount(5, "KHR")
        #expect(throws: BackWages.Problem.currencies("THB", "KHR")) { try Self.claim([month]) }
    }

    @Test("R172: rounded once at the end, half to even")
    func rounding() throws {
        func total(_ periods: Int, _ minor: Int, _ hours: Int) throws -> Int {
            let terms = WageTerms(minimum: WageTerms.Wage(Amount(minor, "THB"), forHours: hours))
            let work = try (0..<periods).map { number in
                let day = try #require(Day("2026-01-01")).adding(days: number)
                return PayPeriod(from: day, to: day, quarters: [.regular: 4], received: Amount(0, "THB"))
            }
            return try Self.claim(work, terms).minor
        }
        #expect(try total(1, 5, 2) == 2 && total(1, 7, 2) == 4 && total(2, 5, 2) == 5)
        #expect(try total(3, 1, 3) == 1, "a third three times is one, not zero")
    }

    @Test("R172: payment in kind counts up to what the law lets count, and in doubt for the person")
    func inKind() throws {
        var month = try Self.month()
        month.inKind = Amount(1_000_000, "THB")
        #expect(try Self.claim([month]) == Amount(1_275_000, "THB"))
        #expect(try Self.claim([month], Self.terms { $0.inKindCap = 10 }) == Amount(1_275_000 - 157_500, "THB"))
        month.inKind = Amount(-5, "THB")
        #expect(try Self.claim([month], Self.terms { $0.inKindCap = 10 }) == Amount(1_275_000, "THB"))
    }

    @Test("R172: simple interest runs from the end of each period; without records the person's account stands")
    func interest() throws {
        let result = try BackWages(
            [Self.month()], Self.terms { $0.interest = 100 }, fees: Self.fees,
            on: try #require(Day("2027-03-31")), hasRecords: false)
        #expect(result.claim.minor == 1_275_000 + 127_500 && result.restsOnAccount)
        #expect(result.periods == [Ratio(1_275_000)])
    }

    @Test("R172: numbers without a measure are refused, never wrong")
    func hostile() throws {
        let terms = WageTerms(minimum: WageTerms.Wage(Amount(1, "THB"), forHours: 0))
        #expect(throws: BackWages.Problem.noHours) { try Self.claim([Self.month()], terms) }
        let huge = Self.terms { $0.minimum = WageTerms.Wage(Amount(.max, "THB"), forHours: 1) }
        #expect(throws: BackWages.Problem.tooPrecise) {
            try Self.claim([Self.month(), Self.month("2026-04-01")], huge)
        }
    }
}
